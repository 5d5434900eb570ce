namespace PovertyDashboard.Features.Dashboard.Topics;

/// <summary>规范提升月 and what it finds: checks, supervision rounds, training, problems.</summary>
public static class MonthTopic
{
    public static readonly DashboardTopic Topic = new("month", "规范提升与整改")
    {
        Tiles =
        [
            new("households.checked") { Title = "规范提升已检查", Base = TileBase.Day, Note = TileNote.Rate("households.check-rate", "应检 {0}，{1}") },
            new("checks.score") { Title = "规范提升得分率", Note = TileNote.Also("checks.month", "本月 {0}") },
            new("checks.pass-rate") { Title = "全部达标率", Note = TileNote.PartOfWhole },
            new("checks.rechecks-waiting") { Title = "待复查", Note = TileNote.Also("checks.rechecks-overdue", "逾期 {0}") },
            new("rounds.visit-rate") { Title = "督导到村率", Note = TileNote.PartOfWhole },
            new("trainings.coverage") { Title = "培训签到率", Note = TileNote.PartOfWhole },
            new("problems.closing-rate") { Title = "问题销号率", Note = TileNote.PartOfWhole },
            new("problems.overdue") { Title = "逾期未整改", IsAlarm = true, Note = TileNote.Villages },
        ],
        Cards = [.. DashboardCards.Named("problems", "attention", "progress", "failures", "open-by-day", "sources", "trainings")],
    };
}
