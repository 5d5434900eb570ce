namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>A further page of the big screen (大屏分页): tiles above, panels of bars and months in three columns.</summary>
/// <param name="Title">What it is about.</param>
public sealed record ScreenTurn(string Title)
{
    public IReadOnlyList<TileSpec> Tiles { get; init; } = [];

    /// <summary>Breakdowns, measures side by side, or months; what no room has registered is left out.</summary>
    public IReadOnlyList<DashboardCard> Left { get; init; } = [];

    public IReadOnlyList<DashboardCard> Middle { get; init; } = [];

    /// <summary>Above the ticker.</summary>
    public IReadOnlyList<DashboardCard> Right { get; init; } = [];

    /// <summary>Keys of all measures and breakdowns that it reads.</summary>
    public IEnumerable<string> Reads =>
        [.. Tiles.Select(t => t.Measure), .. Tiles.Select(t => t.Note?.Key).OfType<string>().Where(k => k.Length > 0), .. Left.Concat(Middle).Concat(Right).SelectMany(c => c.Reads)];
}

/// <summary>The pages that take turns with the first one, which is about checks and problems; a new one is one entry.</summary>
public static class ScreenTurns
{
    /// <summary>Title of the first page.</summary>
    public const string First = "问题整改与规范提升";

    public static readonly IReadOnlyList<ScreenTurn> More =
    [
        new("三级网格与走访")
        {
            Tiles =
            [
                new("households.cover-rate") { Title = "包户覆盖率", Note = TileNote.PartOfWhole },
                new("households.visit-rate") { Title = "按期走访率", Note = TileNote.PartOfWhole },
                new("visits.week") { Title = "近 7 天走访" },
                new("meeting-tasks.overdue") { Title = "逾期的例会任务" },
            ],
            Left =
            [
                new SplitCard("levels", "包联人员：层级", 4, "assignments.by-level", Rows: "层级"),
                new SplitCard("aid", "本年帮扶措施：类别", 4, "measures-taken.by-category", Rows: "措施类别"),
            ],
            Middle =
            [
                new SplitCard("ways", "本月走访：方式", 4, "visits.by-way", Rows: "方式"),
                new MeasuresCard("failures", "两不愁三保障：未达标户", 4, ["screenings.income-failed", "screenings.food-failed", "screenings.clothing-failed", "screenings.schooling-failed", "screenings.medical-failed", "screenings.housing-failed", "screenings.water-failed"], "screenings.newest"),
            ],
            Right = [new SplitCard("movements", "本年人口变动", 4, "movements.by-kind", Rows: "变动类型")],
        },
        new("公益岗与工资")
        {
            Tiles =
            [
                new("holders.on-post") { Title = "公益岗在岗", Base = TileBase.Month, Note = TileNote.Also("posts.quota", "名额 {0}") },
                new("households.on-post") { Title = "有人在岗的户" },
                new("attendance.month-rate") { Title = "本月出勤率" },
                new("wages.last-month") { Title = "上月工资", Note = TileNote.Also("wages.paid-times", "累计 {0}") },
            ],
            Left =
            [
                new SplitCard("posts", "在岗人员：岗位类别", 4, "holders.by-kind", Rows: "岗位类别"),
                new SplitCard("sources", "在岗人员：岗位来源", 4, "holders.by-source", Rows: "岗位来源"),
            ],
            Middle = [new MonthsCard("wages", "工资（已审定）", 4, "wages.by-month"), new MonthsCard("attendance", "出勤率", 4, "attendance.present-by-month") { Whole = "attendance.due-by-month" }],
            Right = [new SplitCard("quota", "公益岗位：类别", 4, "posts.by-kind", Rows: "岗位类别")],
        },
        new("义诊与培训")
        {
            Tiles =
            [
                new("clinics.events") { Title = "义诊活动", Base = TileBase.Month, Note = TileNote.Also("clinics.served", "服务 {0}") },
                new("clinic-records.all") { Title = "义诊登记" },
                new("follow-ups.rate") { Title = "义诊随访率", Note = TileNote.Also("follow-ups.overdue", "逾期 {0}") },
                new("trainings.coverage") { Title = "培训签到率", Note = TileNote.PartOfWhole },
            ],
            Left =
            [
                new MeasuresCard("departments", "义诊：科别与对象", 4, ["clinic-records.internal", "clinic-records.orthopaedics", "clinic-records.other-departments", "clinic-records.elders", "clinic-records.at-home", "clinic-records.urgent"], "clinic-records.all"),
                new SplitCard("reasons", "待随访：原因", 4, "follow-ups.by-reason", Rows: "随访原因"),
            ],
            Middle =
            [
                new SplitCard("pressure", "义诊：血压提示", 4, "clinic-records.by-pressure", Rows: "血压提示"),
                new SplitCard("glucose", "义诊：血糖提示", 4, "clinic-records.by-glucose", Rows: "血糖提示"),
            ],
            Right = [new SplitCard("classes", "培训签到：人员类别", 4, "sign-ins.signed-by-class", Rows: "人员类别")],
        },
    ];
}
