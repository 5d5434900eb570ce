namespace PovertyDashboard.Features.Dashboard;

/// <summary>The cards of the overview, in order; a new one is one line. Spans are twelfths of the page.</summary>
public static class DashboardCards
{
    /// <summary>Below this checking rate (检查率) a place stands in orange.</summary>
    public const double LowCheckRate = 60;

    public static readonly IReadOnlyList<DashboardCard> Overview =
    [
        new ProblemsCard("problems", "问题整改", 8),
        new AttentionCard("attention", "需要关注", 4),
        new RateCard("progress", "规范提升检查进度", 4, "households.check-rate", "households.unchecked", LowCheckRate),
        new SplitCard("causes", "帮扶户：户类型与主要致贫原因", 8, "households.by-type-and-cause", Rows: "主要致贫原因") { CanShowShare = true, Empty = "还没有登记贫困户。" },
        new LineCard("open-by-day", "未销号问题", 7, "problems.open"),
        new SplitCard("failures", "检查不达标项", 5, "checks.failures-by-item", Rows: "检查项") { Empty = "没有检查不达标的项目。" },
        new MeasuresCard("people", "家庭成员：年龄与健康", 6, ["members.children", "members.school-age", "members.elders", "members.seniors", "members.chronic", "members.severely-ill", "members.disabled", "members.no-labour"], "members.all"),
        new SplitCard("sources", "问题来源", 6, "problems.by-source", Rows: "问题来源") { Empty = "还没有整改问题。" },
        new SplitCard("posts", "公益岗在岗人员：类别与来源", 6, "holders.by-kind-and-source", Rows: "岗位类别") { Empty = "还没有公益岗在岗人员。" },
        new MonthsCard("wages", "公益岗工资（已审定）", 6, "wages.by-month") { Empty = "还没有审定的公益岗工资。" },
        new MonthsCard("paid-people", "公益岗发放人次", 6, "wages.people-by-month") { Empty = "还没有审定的公益岗工资。" },
        new MonthsCard("attendance", "公益岗出勤率", 6, "attendance.present-by-month") { Whole = "attendance.due-by-month", Empty = "还没有公益岗考勤。" },
        new SplitCard("clinic-pressure", "义诊：血压提示", 4, "clinic-records.by-pressure", Rows: "血压提示") { Empty = "还没有量血压的义诊登记。" },
        new SplitCard("clinic-glucose", "义诊：血糖提示", 4, "clinic-records.by-glucose", Rows: "血糖提示") { Empty = "还没有测血糖的义诊登记。" },
        new MeasuresCard("clinics", "义诊：科别与对象", 4, ["clinic-records.internal", "clinic-records.orthopaedics", "clinic-records.other-departments", "clinic-records.elders", "clinic-records.at-home", "clinic-records.urgent"], "clinic-records.all")
        {
            EmptyTitle = "还没有义诊登记。",
            EmptyText = "现场登记或导入义诊登记表后，这里显示各科人次。",
        },
        new SplitCard("trainings", "培训签到：人员类别", 12, "sign-ins.signed-by-class", Rows: "人员类别") { Empty = "还没有培训签到。" },
        new PlacesCard("places", "一览", 12),
    ];

    /// <summary>The named cards of the overview, for the page of their system.</summary>
    public static IEnumerable<DashboardCard> Named(params IEnumerable<string> keys) => keys.Select(key => Overview.First(c => c.Key == key));

    /// <summary>The panels of bars in the left column of the big screen.</summary>
    public static readonly IReadOnlyList<SplitCard> ScreenPanels =
    [
        new("causes", "主要致贫原因", 4, "households.by-cause", Rows: "主要致贫原因"),
        new("categories", "未销号问题类别", 4, "problems.open-by-category", Rows: "问题类别"),
        new("failures", "检查不达标项", 4, "checks.failures-by-item", Rows: "检查项"),
    ];
}
