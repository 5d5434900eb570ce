namespace PovertyDashboard.Features.Dashboard;

/// <summary>The tiles of the overview and of the big screen, in order; a new one is one line.</summary>
public static class DashboardTiles
{
    public static readonly IReadOnlyList<TileSpec> Overview =
    [
        new("households.all") { Title = "在册帮扶户", Base = TileBase.Month, Note = TileNote.Also("members.all", "共 {0}") },
        new("households.checked") { Title = "规范提升已检查", Base = TileBase.Day, Note = TileNote.Rate("households.check-rate", "应检 {0}，{1}") },
        new("checks.score") { Title = "规范提升得分率", Note = TileNote.Also("checks.month", "本月 {0}") },
        new("problems.verifying") { Title = "待核验问题" },
        new("problems.open") { Title = "未销号问题", Note = TileNote.Also("problems.found", "发现 {0}") },
        new("problems.overdue") { Title = "逾期未整改", IsAlarm = true, Note = TileNote.Villages },
        new("problems.closing-rate") { Title = "问题销号率", Note = TileNote.PartOfWhole },
        new("trainings.coverage") { Title = "培训签到率", Note = TileNote.PartOfWhole },
        new("holders.on-post") { Title = "公益岗在岗", Base = TileBase.Month, Note = TileNote.Also("posts.quota", "名额 {0}") },
        new("wages.last-month") { Title = "上月公益岗工资", Base = TileBase.Month, Note = TileNote.Also("attendance.month-rate", "本月出勤率 {0}") },
        new("clinics.events") { Title = "义诊活动", Base = TileBase.Month, Note = TileNote.Also("clinics.served", "服务 {0}") },
        new("follow-ups.rate") { Title = "义诊随访率", Note = TileNote.Also("follow-ups.overdue", "逾期 {0}") },
    ];

    public static readonly IReadOnlyList<TileSpec> Screen =
    [
        new("households.all") { Title = "在册帮扶户", Base = TileBase.Month, Note = TileNote.Also("members.all", "{0}") },
        new("households.check-rate") { Title = "规范提升检查率", Base = TileBase.Day, Note = TileNote.PartOfWhole },
        new("checks.score") { Title = "规范提升得分率", Note = TileNote.Also("checks.month", "本月 {0}") },
        new("problems.closing-rate") { Title = "问题销号率", Note = TileNote.Also("problems.open", "未销号 {0}") },
        new("problems.overdue") { Title = "逾期未整改", IsAlarm = true },
    ];
}
