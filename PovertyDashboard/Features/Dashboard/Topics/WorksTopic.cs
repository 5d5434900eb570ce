namespace PovertyDashboard.Features.Dashboard.Topics;

/// <summary>双提升: what is being built in the homes, and what its audit leaves of the reported labour and material.</summary>
public static class WorksTopic
{
    public static readonly DashboardTopic Topic = new("works", "双提升")
    {
        Tiles =
        [
            new("works.done-rate") { Title = "完工率", Note = TileNote.PartOfWhole },
            new("works.path") { Title = "建成小路", Note = TileNote.Also("works.path-planned", "计划 {0}") },
            new("works.water") { Title = "建成小水楼", Note = TileNote.Also("works.water-planned", "计划 {0}") },
            new("works.late") { Title = "逾期未完工", IsAlarm = true, Note = TileNote.Villages },
            new("work-lines.home-rate") { Title = "定案率", Note = TileNote.PartOfWhole },
            new("work-lines.reported") { Title = "申报合计", Note = TileNote.Also("work-lines.verified", "核定 {0}") },
            new("work-lines.cut") { Title = "核减合计", Note = TileNote.Also("work-lines.added", "核增 {0}") },
            new("work-lines.doubtful") { Title = "疑点明细", Note = TileNote.Also("work-lines.over-price", "超指导价 {0}") },
        ],
        Cards =
        [
            new SplitCard("works", "改造项目：施工内容与状态", 6, "works.by-item-and-state", Rows: "施工内容") { Empty = "还没有改造项目。" },
            new SplitCard("audit-conclusions", "审计结论", 6, "audits.by-conclusion", Rows: "审计结论") { Empty = "还没有定案的户。" },
            new TrendCard("works-trend", "完工率：月末", 6, "works.done-rate"),
            new TrendCard("audit-trend", "定案率：月末", 6, "work-lines.home-rate"),
        ],
    };
}
