using System.Linq.Expressions;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Collective;

/// <summary>The measures of collective income and its uses (村集体收入指标).</summary>
public static class CollectiveIncomeMeasures
{
    private static readonly Ledger<CollectiveIncome> Ledger = CollectiveIncomeLedger.Ledger;

    private static readonly RowMeasure<CollectiveIncome> Total = Sum("collective-income.total", "村集体收入", _ => All, i => i.Amount);

    private static readonly RowMeasure<CollectiveIncome> Used = Sum("collective-income.used", "村集体支出", _ => All, i => i.Used);

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        new RowMeasure<CollectiveIncome>("collective-income.year-rows", "本年收入", Ledger, (_, day) => Of(day.Year)),
        new RowMeasure<CollectiveIncome>("collective-income.last-year-rows", "上年收入", Ledger, (_, day) => Of(day.Year - 1)),
        new RowMeasure<CollectiveIncome>("collective-income.unused", "还有结余", Ledger, (_, _) => i => i.Balance > 0),
        Total, Used,
        Sum("collective-income.for-poor", "用于贫困户", _ => All, i => i.ForPoor ?? 0),
        Sum("collective-income.for-disabled", "用于残疾人", _ => All, i => i.ForDisabled ?? 0),
        Sum("collective-income.for-public", "用于公益事业", _ => All, i => i.ForPublic ?? 0),
        Sum("collective-income.for-other", "其他支出", _ => All, i => i.ForOther ?? 0),
        Sum("collective-income.balance", "村集体结余", _ => All, i => i.Balance),
        Sum("collective-income.year", "本年村集体收入", day => Of(day.Year), i => i.Amount),
        Sum("collective-income.last-year", "上年村集体收入", day => Of(day.Year - 1), i => i.Amount),
        new RatioMeasure("collective-income.used-rate", "村集体收入使用率", Used, Total) { IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("collective-income.by-source", Total, [CollectiveIncomeLedger.Source]),
        new("collective-income.by-year", Total, [CollectiveIncomeLedger.Year]),
        new("collective-income.by-source-and-year", Total, [CollectiveIncomeLedger.Source, CollectiveIncomeLedger.Year]),
    ];

    private static Expression<Func<CollectiveIncome, bool>> All => _ => true;

    private static Expression<Func<CollectiveIncome, bool>> Of(int year) => i => i.Year == year;

    private static RowMeasure<CollectiveIncome> Sum(string key, string title, Func<DateOnly, Expression<Func<CollectiveIncome, bool>>> where, Expression<Func<CollectiveIncome, long>> sum) =>
        new(key, title, Ledger, (_, day) => where(day)) { Sum = sum, Scale = 2, Unit = "元", IsChip = false };
}
