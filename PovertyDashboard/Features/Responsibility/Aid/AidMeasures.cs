using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Aid;

/// <summary>The measures of help given to households (帮扶措施指标).</summary>
public static class AidMeasures
{
    private static readonly Ledger<AidMeasure> Ledger = AidLedger.Ledger;

    public static readonly RowMeasure<AidMeasure> OfYear = new("measures-taken.year", "本年帮扶措施", Ledger, (_, day) =>
    {
        var first = new DateOnly(day.Year, 1, 1);
        return m => m.StartedOn >= first && m.StartedOn <= day;
    })
    { HasHistory = true };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        OfYear,
        new RowMeasure<AidMeasure>("measures-taken.under-way", "正在实施", Ledger, (_, day) => m => m.StartedOn <= day && (m.EndedOn == null || m.EndedOn >= day)) { HasHistory = true },
        new RowMeasure<AidMeasure>("measures-taken.no-effect", "已结束未填成效", Ledger, (_, day) => m => m.EndedOn < day && m.Effect == "") { Good = GoodDirection.Down },
        new RowMeasure<AidMeasure>("measures-taken.unlinked", "未关联户", Ledger, (_, _) => m => m.HouseholdId == null) { Good = GoodDirection.Down, IsChip = false },
        new RowMeasure<AidMeasure>("measures-taken.cost", "本年帮扶投入", Ledger, (_, day) =>
        {
            var first = new DateOnly(day.Year, 1, 1);
            return m => m.StartedOn >= first && m.StartedOn <= day;
        })
        { Sum = m => m.Cost ?? 0, Scale = 2, Unit = "元", HasHistory = true, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [new("measures-taken.by-category", OfYear, [AidLedger.Category])];
}
