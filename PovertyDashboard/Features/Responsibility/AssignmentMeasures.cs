using PovertyDashboard.Data;
using PovertyDashboard.Features.Responsibility.Aid;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility;

/// <summary>The measures of the responsibility grid (包联责任指标): who answers today, which households nobody answers for, whom nobody has visited in time.</summary>
public static class AssignmentMeasures
{
    private static readonly Ledger<Assignment> Ledger = AssignmentLedger.Ledger;

    public static readonly RowMeasure<Assignment> Current = new("assignments.current", "在任", Ledger, (_, day) => a => a.StartedOn <= day && (a.EndedOn == null || a.EndedOn >= day)) { HasHistory = true };

    public static IReadOnlyList<Measure> Fixed { get; } =
    [
        Current,
        Level("village", "包村领导", AssignmentLevel.Village),
        Level("area", "包片干部", AssignmentLevel.Area),
        Level("household", "包户", AssignmentLevel.Household),
        Level("clerk", "扶贫专干", AssignmentLevel.Clerk),
        new RowMeasure<Assignment>("assignments.ended-this-year", "本年交接", Ledger, (_, day) =>
        {
            var first = new DateOnly(day.Year, 1, 1);
            return a => a.EndedOn >= first && a.EndedOn <= day;
        })
        { HasHistory = true },
        new RowMeasure<Assignment>("assignments.no-phone", "缺责任人电话", Ledger, (_, day) => a => a.Phone == "" && a.StartedOn <= day && (a.EndedOn == null || a.EndedOn >= day)) { Good = GoodDirection.Down },
        new RowMeasure<Assignment>("assignments.unlinked", "未关联户", Ledger, (_, _) => a => a.Level == "包户" && a.HouseholdId == null) { Good = GoodDirection.Down, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [new("assignments.by-level", Current, [AssignmentLedger.Level]), new("assignments.by-unit-level", Current, [AssignmentLedger.UnitLevel])];

    /// <summary>How many <see cref="Dated"/> and <see cref="Conditions"/> are, to register each by itself.</summary>
    public const int DatedCount = 3, ConditionCount = 6;

    /// <summary>Households of helpers by whether they were visited within the period, a dated setting; so a helper's own list has as many rows as his figure.</summary>
    public static IReadOnlyList<Measure> Dated(SettingsDirectory settings)
    {
        var visited = new RowMeasure<Assignment>("assignments.visited", "包户已按期走访", Ledger, (db, day) =>
        {
            var first = settings.VisitedSince(day);
            return a => a.Level == "包户" && a.StartedOn <= day && (a.EndedOn == null || a.EndedOn >= day)
                && a.HouseholdId != null && db.Set<Visit>().Any(v => v.HouseholdId == a.HouseholdId && v.VisitedOn >= first && v.VisitedOn <= day);
        })
        { AlsoDependsOn = [VisitLedger.Key], Good = GoodDirection.Up, HasHistory = true };
        var unvisited = new RowMeasure<Assignment>("assignments.unvisited", "包户未按期走访", Ledger, (db, day) =>
        {
            var first = settings.VisitedSince(day);
            return a => a.Level == "包户" && a.StartedOn <= day && (a.EndedOn == null || a.EndedOn >= day)
                && (a.HouseholdId == null || !db.Set<Visit>().Any(v => v.HouseholdId == a.HouseholdId && v.VisitedOn >= first && v.VisitedOn <= day));
        })
        { AlsoDependsOn = [VisitLedger.Key], Good = GoodDirection.Down, HasHistory = true };
        return [visited, unvisited, new RatioMeasure("assignments.visit-rate", "包户走访率", visited, (RowMeasure)Fixed[3]) { Good = GoodDirection.Up, HasHistory = true, IsChip = false }];
    }

    /// <summary>不漏一户: households with and without a helper, visited in time and not, with and without a measure of help this year.</summary>
    public static IReadOnlyList<HouseholdCondition> Conditions(SettingsDirectory settings)
    {
        var covered = new HouseholdCondition("households.covered", "已落实帮扶责任人", (db, day) => db.Set<Assignment>()
            .Where(a => a.Level == "包户" && a.HouseholdId != null && a.StartedOn <= day && (a.EndedOn == null || a.EndedOn >= day)).Select(a => a.HouseholdId!.Value), [AssignmentLedger.Key])
        { HasHistory = true, Good = GoodDirection.Up, RateKey = "households.cover-rate", RateTitle = "包户覆盖率" };
        var visited = new HouseholdCondition("households.visited", "已按期走访", (db, day) =>
        {
            var first = settings.VisitedSince(day);
            return db.Set<Visit>().Where(v => v.HouseholdId != null && v.VisitedOn >= first && v.VisitedOn <= day).Select(v => v.HouseholdId!.Value);
        }, [VisitLedger.Key])
        { HasHistory = true, Good = GoodDirection.Up, RateKey = "households.visit-rate", RateTitle = "走访率" };
        var aided = new HouseholdCondition("households.aided", "本年有帮扶措施", (db, day) =>
        {
            var first = new DateOnly(day.Year, 1, 1);
            return db.Set<AidMeasure>().Where(m => m.HouseholdId != null && m.StartedOn <= day && (m.EndedOn == null || m.EndedOn >= first)).Select(m => m.HouseholdId!.Value);
        }, [AidLedger.Key])
        { HasHistory = true, Good = GoodDirection.Up, RateKey = "households.aided-rate", RateTitle = "帮扶措施到户率" };
        return
        [
            covered, Not(covered, "households.uncovered", "未落实帮扶责任人"), visited, Not(visited, VisitSettings.UnvisitedKey, "未按期走访"), aided, Not(aided, "households.unaided", "本年没有帮扶措施"),
        ];
    }

    /// <summary>The households that an account answers for on the day (本人包的户).</summary>
    internal static IQueryable<long> HouseholdsOf(AppDbContext db, string account, DateOnly day) => db.Set<Assignment>()
        .Where(a => a.Level == "包户" && a.Account == account && a.HouseholdId != null && a.StartedOn <= day && (a.EndedOn == null || a.EndedOn >= day)).Select(a => a.HouseholdId!.Value);

    private static HouseholdCondition Not(HouseholdCondition condition, string key, string title) => condition with { Key = key, Title = title, Negated = true, Good = GoodDirection.Down, RateKey = null, RateTitle = null };

    private static RowMeasure<Assignment> Level(string key, string title, string level) =>
        new($"assignments.{key}", title, Ledger, (_, day) => a => a.Level == level && a.StartedOn <= day && (a.EndedOn == null || a.EndedOn >= day)) { HasHistory = true };
}
