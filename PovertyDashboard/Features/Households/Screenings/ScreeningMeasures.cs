using System.Linq.Expressions;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>
/// The measures of screenings (摸排指标): coverage of households, and by the newest screening of each what is met and what is not.
/// Dates tell all of them, so their past is known.
/// </summary>
public static class ScreeningMeasures
{
    /// <summary>Setting: months after which a household is to be screened anew (摸排有效月数) [local rule].</summary>
    public const string MonthsKey = "screening.months";

    private const int DefaultMonths = 6;

    private static readonly Ledger<Screening> Ledger = ScreeningLedger.Ledger;

    public static readonly RowMeasure<Screening> All = new("screenings.all", "摸排", Ledger, (_, today) => s => s.ScreenedOn <= today) { HasHistory = true, IsChip = false };

    private static readonly RowMeasure<Screening> Month = new("screenings.month", "本月摸排", Ledger, (_, today) =>
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        return s => s.ScreenedOn >= first && s.ScreenedOn <= today;
    })
    { HasHistory = true };

    private static readonly RowMeasure<Screening> Newest = new("screenings.newest", "最近一次摸排", Ledger, (db, today) => NewestOf(db, today)) { HasHistory = true };

    private static readonly RowMeasure<Screening> Failing = new("screenings.failing", "有未达标项", Ledger, (db, today) => And(NewestOf(db, today), s => s.FailedCount > 0)) { HasHistory = true, Good = GoodDirection.Down };

    private static readonly RowMeasure<Screening> AllMet = new("screenings.all-met", "全部达标", Ledger, (db, today) => And(NewestOf(db, today), s => s.FailedCount == 0)) { HasHistory = true, Good = GoodDirection.Up, IsChip = false };

    private static readonly RowMeasure<Household> Screened = new("households.screened", "已摸排", HouseholdLedger.Ledger, (db, today) =>
    {
        var ids = HouseholdsUntil(db, today, DateOnly.MinValue);
        return HouseholdMeasures.Present(today, h => ids.Contains(h.Id));
    })
    { AlsoDependsOn = [ScreeningLedger.Key], HasHistory = true, Good = GoodDirection.Up, IsChip = false };

    /// <summary>未摸排: nobody has looked at the household yet.</summary>
    public static readonly RowMeasure<Household> Unscreened = new("households.unscreened", "未摸排", HouseholdLedger.Ledger, (db, today) =>
    {
        var ids = HouseholdsUntil(db, today, DateOnly.MinValue);
        return HouseholdMeasures.Present(today, h => !ids.Contains(h.Id));
    })
    { AlsoDependsOn = [ScreeningLedger.Key], HasHistory = true, Good = GoodDirection.Down };

    /// <summary>Every measure that needs nothing but the rows.</summary>
    public static IReadOnlyList<Measure> Fixed { get; } =
    [
        All, Month, Newest, Failing, AllMet,
        new RatioMeasure("screenings.met-rate", "全部达标率", AllMet, Newest) { HasHistory = true, Good = GoodDirection.Up, IsChip = false },
        .. ScreeningItem.All.SelectMany(OfItem),
        Screened, Unscreened,
        new RatioMeasure("households.screen-rate", "摸排覆盖率", Screened, HouseholdMeasures.All) { HasHistory = true, Good = GoodDirection.Up, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [new("screenings.by-water-source", Newest, [ScreeningLedger.Column(nameof(Screening.WaterSource))])];

    /// <summary>摸排过期: screened, but not within the months of the setting.</summary>
    public static Measure Stale(SettingsDirectory settings) => new RowMeasure<Household>("households.screen-stale", "摸排过期", HouseholdLedger.Ledger, (db, today) =>
    {
        var (ever, recent) = (HouseholdsUntil(db, today, DateOnly.MinValue), HouseholdsUntil(db, today, today.AddMonths(-settings.Number(MonthsKey, today, DefaultMonths))));
        return HouseholdMeasures.Present(today, h => ever.Contains(h.Id) && !recent.Contains(h.Id));
    })
    { AlsoDependsOn = [ScreeningLedger.Key], HasHistory = true, Good = GoodDirection.Down };

    /// <summary>Key of the measure of an item that is not met (饮水安全未达标).</summary>
    public static string FailedKey(ScreeningItem item) => $"screenings.{item.Code}-failed";

    /// <summary>The newest screening of each linked household, as of the day.</summary>
    internal static Expression<Func<Screening, bool>> NewestOf(AppDbContext db, DateOnly today)
    {
        var all = db.Set<Screening>();
        return s => s.HouseholdId != null && s.ScreenedOn <= today
            && !all.Any(o => o.HouseholdId == s.HouseholdId && o.ScreenedOn <= today && (o.ScreenedOn > s.ScreenedOn || (o.ScreenedOn == s.ScreenedOn && o.Id > s.Id)));
    }

    private static IEnumerable<Measure> OfItem(ScreeningItem item)
    {
        var met = Of("met", "达标", ScreeningResult.Met, GoodDirection.Up, isChip: false);
        var applicable = new RowMeasure<Screening>($"screenings.{item.Code}-applicable", item.Name + "应达标", Ledger, (db, today) => And(NewestOf(db, today), Or(item.Is(ScreeningResult.Met), item.Is(ScreeningResult.Failed)))) { HasHistory = true, IsChip = false };
        return
        [
            Of("failed", "未达标", ScreeningResult.Failed, GoodDirection.Down, isChip: true), met, applicable,
            new RatioMeasure($"screenings.{item.Code}-rate", item.Name + "达标率", met, applicable) { HasHistory = true, Good = GoodDirection.Up, IsChip = false },
        ];

        RowMeasure<Screening> Of(string key, string words, string result, GoodDirection good, bool isChip) =>
            new($"screenings.{item.Code}-{key}", item.Name + words, Ledger, (db, today) => And(NewestOf(db, today), item.Is(result))) { HasHistory = true, Good = good, IsChip = isChip };
    }

    private static IQueryable<long> HouseholdsUntil(AppDbContext db, DateOnly today, DateOnly after) =>
        db.Set<Screening>().Where(s => s.HouseholdId != null && s.ScreenedOn <= today && s.ScreenedOn > after).Select(s => s.HouseholdId!.Value);

    private static Expression<Func<Screening, bool>> And(Expression<Func<Screening, bool>> first, Expression<Func<Screening, bool>> second) => Conditions.Both(first, second);

    private static Expression<Func<Screening, bool>> Or(Expression<Func<Screening, bool>> first, Expression<Func<Screening, bool>> second) => Conditions.Either(first, second);
}
