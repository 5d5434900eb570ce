using System.Linq.Expressions;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Incomes;

/// <summary>The measures of income sheets (年度收入指标): by the newest sheet of each household, against the line of its own year.</summary>
public static class IncomeMeasures
{
    private const int FirstLine = 2014;

    private static readonly Ledger<Income> Ledger = IncomeLedger.Ledger;

    public static readonly RowMeasure<Income> All = new("incomes.all", "收入表", Ledger, (_, _) => _ => true) { IsChip = false };

    private static readonly RowMeasure<Income> Newest = new("incomes.newest", "最新年度", Ledger, (db, _) => NewestOf(db));

    private static readonly RowMeasure<Income> Net = new("incomes.net", "最新年度纯收入", Ledger, (db, _) => NewestOf(db)) { Sum = i => i.NetIncome ?? 0, Unit = "元", Scale = 2, IsChip = false };

    private static readonly RowMeasure<Income> People = new("incomes.people", "最新年度人口", Ledger, (db, _) => NewestOf(db)) { Sum = i => i.Size ?? 0, Unit = "人", IsChip = false };

    /// <summary>与户信息不一致: the household's own columns say another 人均纯收入 for the same year, as a later national export may.</summary>
    public static readonly RowMeasure<Income> Differing = new("incomes.differing", "与户信息不一致", Ledger, (db, _) =>
    {
        var households = db.Set<Household>();
        return Conditions.Both<Income>(NewestOf(db), i => households.Any(h => h.Id == i.HouseholdId && h.Year == i.Year && h.IncomePerHead != i.PerHead));
    })
    { AlsoDependsOn = [HouseholdLedger.Key], Good = GoodDirection.Down };

    public static IReadOnlyList<Measure> Fixed { get; } =
        [All, Newest, Net, People, Differing, new RatioMeasure("incomes.per-head", "最新年度人均纯收入", Net, People, "元") { Good = GoodDirection.Up, IsChip = false }];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [new("incomes.by-year", All, [IncomeLedger.Year]), new("incomes.net-by-year", new RowMeasure<Income>("incomes.net-all", "纯收入", Ledger, (_, _) => _ => true) { Sum = i => i.NetIncome ?? 0, Unit = "元", Scale = 2 }, [IncomeLedger.Year])];

    /// <summary>低于收入线: the newest sheet's income per person is below the line of its year.</summary>
    public static Measure BelowLine(SettingsDirectory settings) =>
        new RowMeasure<Income>("incomes.below-line", "低于收入线", Ledger, (db, today) => Conditions.Both(NewestOf(db), BelowLineOf(settings, today.Year + 1))) { Good = GoodDirection.Down };

    /// <summary>缺收入表: households without a sheet for the last year whose period has ended.</summary>
    public static Measure Missing(SettingsDirectory settings) => new RowMeasure<Household>("households.no-income-sheet", "缺上年度收入表", HouseholdLedger.Ledger, (db, today) =>
    {
        var year = IncomePeriod.LastEnded(today, settings);
        var ids = db.Set<Income>().Where(i => i.Year == year && i.HouseholdId != null).Select(i => i.HouseholdId!.Value);
        return HouseholdMeasures.Present(today, h => !ids.Contains(h.Id));
    })
    { AlsoDependsOn = [IncomeLedger.Key], Good = GoodDirection.Down };

    private static Expression<Func<Income, bool>> NewestOf(AppDbContext db)
    {
        var all = db.Set<Income>();
        return i => i.HouseholdId != null && !all.Any(o => o.HouseholdId == i.HouseholdId && (o.Year > i.Year || (o.Year == i.Year && o.Id > i.Id)));
    }

    private static Expression<Func<Income, bool>> BelowLineOf(SettingsDirectory settings, int lastYear)
    {
        Expression<Func<Income, bool>> below = i => false;
        for (var y = FirstLine; y <= lastYear; y++)
        {
            var (year, line) = (y, IncomePeriod.LineOf(y, settings));
            below = Conditions.Either(below, i => i.Year == year && i.PerHead < line);
        }

        return below;
    }
}
