using System.Linq.Expressions;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Stations;

/// <summary>The measures of photovoltaic income (光伏收益指标): what was earned, what has come, what has not.</summary>
public static class StationIncomeMeasures
{
    private static readonly Ledger<StationIncome> Ledger = StationIncomeLedger.Ledger;

    public static readonly RowMeasure<StationIncome> Total = Sum("station-income.total", "光伏收益", month => i => i.Month <= month, i => i.Total);

    private static readonly RowMeasure<StationIncome> Energy = new("station-income.energy", "上网电量", Ledger, (_, day) => Until(MonthOf(day))) { Sum = i => i.Energy ?? 0, Scale = 2, Unit = "kWh", IsChip = false };

    private static readonly RowMeasure<StationIncome> Distributable = Sum("station-income.distributable", "光伏可分配额", Until, i => i.Distributable);

    private static readonly RowMeasure<StationIncome> Due = Sum("station-income.subsidy-due", "光伏补贴应收", Until, i => i.SubsidyDue ?? 0);

    private static readonly RowMeasure<StationIncome> Paid = Sum("station-income.subsidy-paid", "光伏补贴实收", Until, i => i.SubsidyPaid ?? 0);

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        new RowMeasure<StationIncome>("station-income.year-rows", "本年收益", Ledger, (_, day) => OfYear(day.Year, MonthOf(day))),
        new RowMeasure<StationIncome>("station-income.last-year-rows", "上年收益", Ledger, (_, day) => OfYear(day.Year - 1, MonthOf(day))),
        new RowMeasure<StationIncome>("station-income.not-received", "电费未到账", Ledger, (_, _) => i => i.ReceivedOn == null) { Good = GoodDirection.Down },
        new RowMeasure<StationIncome>("station-income.subsidy-open", "补贴未到账", Ledger, (_, _) => i => i.SubsidyDue > 0 && (i.SubsidyPaid == null || i.SubsidyPaid < i.SubsidyDue)) { Good = GoodDirection.Down },
        // Fee against electricity × price, both in millionths of a yuan: a fen or more apart is looked at.
        new RowMeasure<StationIncome>("station-income.differing", "电费与电量不符", Ledger, (_, _) => i => i.Price != null && (i.EnergyFee * 10000 - i.Energy * i.Price >= 10000 || i.Energy * i.Price - i.EnergyFee * 10000 >= 10000)) { Good = GoodDirection.Down },
        Total, Energy, Distributable, Due, Paid,
        Sum("station-income.year", "本年光伏收益", (year, month) => OfYear(year, month), i => i.Total),
        Sum("station-income.last-year", "上年光伏收益", (year, month) => OfYear(year - 1, month), i => i.Total),
        new RatioMeasure("station-income.subsidy-rate", "光伏补贴到账率", Paid, Due) { Good = GoodDirection.Up, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("station-income.by-month", Total, [StationIncomeLedger.Month]),
        new("station-income.energy-by-month", Energy, [StationIncomeLedger.Month]),
        new("station-income.by-year", Total, [StationIncomeLedger.Year]),
    ];

    private static int MonthOf(DateOnly day) => day.Year * 100 + day.Month;

    private static Expression<Func<StationIncome, bool>> Until(int month) => i => i.Month <= month;

    private static Expression<Func<StationIncome, bool>> OfYear(int year, int month) => i => i.Year == year && i.Month <= month;

    private static RowMeasure<StationIncome> Sum(string key, string title, Func<int, Expression<Func<StationIncome, bool>>> where, Expression<Func<StationIncome, long>> sum) => Sum(key, title, (_, month) => where(month), sum);

    private static RowMeasure<StationIncome> Sum(string key, string title, Func<int, int, Expression<Func<StationIncome, bool>>> where, Expression<Func<StationIncome, long>> sum) =>
        new(key, title, Ledger, (_, day) => where(day.Year, MonthOf(day))) { Sum = sum, Scale = 2, Unit = "元", HasHistory = true, IsChip = false };
}
