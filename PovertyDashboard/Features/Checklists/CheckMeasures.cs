using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Checklists;

/// <summary>The measures of checks (检查指标).</summary>
public static class CheckMeasures
{
    private static readonly Ledger<Check> Checks = CheckLedger.Ledger;
    private static readonly Ledger<CheckAnswer> Answers = ChecklistLedgers.Answers;
    private static readonly Ledger<Recheck> Rechecks = ChecklistLedgers.Rechecks;

    public static readonly RowMeasure<Check> All = new("checks.all", "检查", Checks, (_, today) => c => c.CheckedOn <= today) { HasHistory = true, IsChip = false };

    public static readonly RowMeasure<Check> Month = new("checks.month", "本月检查", Checks, (_, today) =>
    {
        var first = FirstOfMonth(today);
        return c => c.CheckedOn >= first && c.CheckedOn <= today;
    });

    public static readonly RowMeasure<Check> Today = new("checks.today", "今日检查", Checks, (_, today) => c => c.CheckedOn == today) { HasHistory = true };

    /// <summary>Every applicable item holds.</summary>
    public static readonly RowMeasure<Check> Passed = new("checks.passed", "全部达标", Checks,
        (_, today) => c => c.FailedCount == 0 && c.PassedCount > 0 && c.CheckedOn <= today)
    { Good = GoodDirection.Up, HasHistory = true };

    public static readonly RowMeasure<Check> Failed = new("checks.failed", "有不达标项", Checks,
        (_, today) => c => c.FailedCount > 0 && c.CheckedOn <= today)
    { Good = GoodDirection.Down, HasHistory = true };

    public static readonly RatioMeasure PassRate = new("checks.pass-rate", "全部达标率", Passed, All) { Good = GoodDirection.Up, HasHistory = true };

    public static readonly RowMeasure<Check> PassedWeight = new("checks.passed-weight", "达标权重", Checks, (_, today) => c => c.CheckedOn <= today)
    {
        Sum = c => c.PassedWeight,
        Unit = "分",
        HasHistory = true,
        IsChip = false,
    };

    public static readonly RowMeasure<Check> ApplicableWeight = new("checks.applicable-weight", "适用权重", Checks, (_, today) => c => c.CheckedOn <= today)
    {
        Sum = c => c.ApplicableWeight,
        Unit = "分",
        HasHistory = true,
        IsChip = false,
    };

    /// <summary>Passed weight ÷ applicable weight (得分率).</summary>
    public static readonly RatioMeasure Score = new("checks.score", "得分率", PassedWeight, ApplicableWeight) { Good = GoodDirection.Up, HasHistory = true };

    public static readonly RowMeasure<CheckAnswer> AnsweredItems = new("checks.items", "已检项", Answers, (_, _) => a => a.Result != CheckResult.None && !a.Check!.IsDeleted)
    {
        IsChip = false,
        AlsoDependsOn = [Checks.Key],
    };

    public static readonly RowMeasure<CheckAnswer> FailedItems = new("checks.failed-items", "不达标项", Answers, (_, _) => a => a.Result == CheckResult.Failed && !a.Check!.IsDeleted)
    {
        Good = GoodDirection.Down,
        AlsoDependsOn = [Checks.Key],
    };

    public static readonly RowMeasure<Training> Trainings = new("trainings.month", "本月培训", ChecklistLedgers.Trainings, (_, today) =>
    {
        var first = FirstOfMonth(today);
        return t => t.HeldOn >= first && t.HeldOn <= today;
    });

    public static readonly RowMeasure<Training> Trained = new("trainings.attended", "本月培训人次", ChecklistLedgers.Trainings, (_, today) =>
    {
        var first = FirstOfMonth(today);
        return t => t.HeldOn >= first && t.HeldOn <= today;
    })
    { Sum = t => t.Attended ?? 0, Unit = "人次", IsChip = false };

    public static readonly RowMeasure<Recheck> RechecksWaiting = new("checks.rechecks-waiting", "待复查", Rechecks, (_, _) => r => r.DoneOn == null && r.OriginLedger == CheckKey);

    public static readonly RowMeasure<Recheck> RechecksOverdue = new("checks.rechecks-overdue", "复查逾期", Rechecks,
        (_, today) => r => r.DoneOn == null && r.DueOn < today && r.OriginLedger == CheckKey)
    { Good = GoodDirection.Down };

    /// <summary>Failures by item, for the chart of what fails most.</summary>
    public static readonly Breakdown FailuresByItem = new("checks.failures-by-item", FailedItems, [ChecklistLedgers.Item]);

    public static readonly HouseholdCondition Checked = new("households.checked", "本月已检查", HouseholdsOfMonth, [Checks.Key])
    {
        RateKey = "households.check-rate",
        RateTitle = "本月检查率",
        Good = GoodDirection.Up,
    };

    public static readonly HouseholdCondition Unchecked = new("households.unchecked", "本月未检查", HouseholdsOfMonth, [Checks.Key])
    {
        Negated = true,
        Good = GoodDirection.Down,
    };

    /// <summary>Key of the checks ledger, as it stands in problems and re-checks.</summary>
    private const string CheckKey = "checks";

    public static IReadOnlyList<Measure> OfChecks => [All, Month, Today, Passed, Failed, PassRate, PassedWeight, ApplicableWeight, Score];

    private static IQueryable<long> HouseholdsOfMonth(Data.AppDbContext db, DateOnly today)
    {
        var first = FirstOfMonth(today);
        return db.Set<Check>().Where(c => c.HouseholdId != null && c.CheckedOn >= first && c.CheckedOn <= today).Select(c => c.HouseholdId!.Value);
    }

    private static DateOnly FirstOfMonth(DateOnly today) => new(today.Year, today.Month, 1);
}
