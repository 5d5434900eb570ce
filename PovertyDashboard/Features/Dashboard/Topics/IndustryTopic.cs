namespace PovertyDashboard.Features.Dashboard.Topics;

/// <summary>产业与收入: stations and other projects, what they bring in, and to whom it is distributed.</summary>
public static class IndustryTopic
{
    public static readonly DashboardTopic Topic = new("industry", "产业与收入")
    {
        Tiles =
        [
            new("projects.all") { Title = "产业项目", Note = TileNote.Also("projects.stations", "光伏电站 {0}") },
            new("projects.capacity") { Title = "光伏装机", Note = TileNote.Also("projects.yield-warning", "发电量异常 {0}") },
            new("projects.return") { Title = "年投资收益率", Note = TileNote.Also("projects.investment", "总投资 {0}") },
            new("projects.employed") { Title = "带动就业", Note = TileNote.Also("projects.poor-employed", "贫困人口 {0}") },
            new("station-income.year") { Title = "本年光伏收益", Base = TileBase.Month, Note = TileNote.Also("station-income.last-year", "上年 {0}") },
            new("collective-income.last-year") { Title = "上年村集体收入", Note = TileNote.Also("collective-income.balance", "结余 {0}") },
            new("distributions.year") { Title = "本年收益分配", Note = TileNote.Also("distributions.waiting", "待发放 {0}") },
            new("distributions.below-rule") { Title = "公益岗占比不足", IsAlarm = true },
        ],
        Cards =
        [
            new MonthsCard("station-income", "光伏收益（按月）", 6, "station-income.by-month") { Empty = "还没有光伏收益。" },
            new MonthsCard("collective-income", "村集体收入（按年度）", 6, "collective-income.by-year") { Empty = "还没有村集体收入。" },
            new SplitCard("project-kinds", "产业项目：类型与状态", 6, "projects.by-kind-and-state", Rows: "项目类型") { Empty = "还没有产业项目。" },
            new TrendCard("project-income-trend", "有项目收益的户：月末", 6, "households.project-income"),
        ],
    };
}
