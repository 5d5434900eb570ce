namespace PovertyDashboard.Features.Dashboard.Topics;

/// <summary>督查与建议: what inspectors heard and found in the drawn households, and what became of proposals.</summary>
public static class InspectionsTopic
{
    public static readonly DashboardTopic Topic = new("inspections", "督查与建议")
    {
        Tiles =
        [
            new("samples.visit-rate") { Title = "访谈完成率", Note = TileNote.PartOfWhole },
            new("interviews.approval-rate") { Title = "认可度", Note = TileNote.PartOfWhole },
            new("interviews.results-rate") { Title = "满意率", Note = TileNote.Also("interviews.unhappy", "有不满意 {0}") },
            new("interviews.wrong-exit-rate") { Title = "错退率", Note = TileNote.PartOfWhole },
            new("interviews.missed-rate") { Title = "漏评率", Note = TileNote.PartOfWhole },
            new("findings.open") { Title = "督查问题未销号", IsAlarm = true, Note = TileNote.Rate("findings.close-rate", "共 {0}，已销号 {1}") },
            new("proposals.adoption-rate") { Title = "建议采纳率", Note = TileNote.PartOfWhole },
            new("proposals.late") { Title = "建议逾期未落实", Note = TileNote.Also("proposals.undecided", "待答复 {0}") },
        ],
        Cards =
        [
            new SplitCard("finding-kinds", "督查问题：类别", 6, "findings.by-category", Rows: "问题类别") { Empty = "督查还没有发现问题。" },
            new SplitCard("approval", "认可度：回答", 6, "interviews.by-approval", Rows: "认可情况") { Empty = "还没有访谈。" },
            new SplitCard("proposal-fields", "建议：方面", 6, "proposals.by-field", Rows: "建议方面") { Empty = "还没有建议。" },
            new TrendCard("findings-trend", "督查问题未销号：月末", 6, "findings.open"),
        ],
    };
}
