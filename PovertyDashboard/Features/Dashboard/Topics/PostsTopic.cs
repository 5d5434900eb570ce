namespace PovertyDashboard.Features.Dashboard.Topics;

/// <summary>扶贫公益岗: posts, people, attendance and pay.</summary>
public static class PostsTopic
{
    public static readonly DashboardTopic Topic = new("posts", "公益岗")
    {
        Tiles =
        [
            new("holders.on-post") { Title = "公益岗在岗", Base = TileBase.Month, Note = TileNote.Also("posts.quota", "名额 {0}") },
            new("households.on-post") { Title = "有人在岗的户" },
            new("attendance.month-rate") { Title = "本月出勤率" },
            new("wages.last-month") { Title = "上月工资", Base = TileBase.Month, Note = TileNote.Also("wages.paid-times", "累计 {0}") },
        ],
        Cards =
        [
            .. DashboardCards.Named("posts", "wages", "paid-people", "attendance"),
            new SplitCard("post-kinds", "公益岗位：类别与来源", 6, "posts.by-kind-and-source", Rows: "岗位类别") { Empty = "还没有公益岗位。" },
            new SplitCard("holder-sources", "在岗人员：来源", 6, "holders.by-source", Rows: "岗位来源") { Empty = "还没有公益岗在岗人员。" },
        ],
    };
}
