using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Visits;

/// <summary>The measures of visits (走访指标); whether a household was visited in time is a measure of households.</summary>
public static class VisitMeasures
{
    private const int Week = 7;

    private static readonly Ledger<Visit> Ledger = VisitLedger.Ledger;

    public static readonly RowMeasure<Visit> OfWeek = new("visits.week", "近 7 天走访", Ledger, (_, day) =>
    {
        var first = day.AddDays(1 - Week);
        return v => v.VisitedOn >= first && v.VisitedOn <= day;
    })
    { HasHistory = true };

    public static readonly RowMeasure<Visit> AtHome = new("visits.home", "近 7 天入户", Ledger, (_, day) =>
    {
        var first = day.AddDays(1 - Week);
        return v => v.Way == VisitWay.Home && v.VisitedOn >= first && v.VisitedOn <= day;
    })
    { HasHistory = true };

    public static readonly RowMeasure<Visit> OfMonth = new("visits.month", "本月走访", Ledger, (_, day) =>
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return v => v.VisitedOn >= first && v.VisitedOn <= day;
    })
    { HasHistory = true };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        OfWeek,
        AtHome,
        new RatioMeasure("visits.home-share", "入户占比", AtHome, OfWeek) { IsChip = false },
        OfMonth,
        new RowMeasure<Visit>("visits.findings", "本月发现问题", Ledger, (_, day) =>
        {
            var first = new DateOnly(day.Year, day.Month, 1);
            return v => v.Finding != "" && v.VisitedOn >= first && v.VisitedOn <= day;
        })
        { HasHistory = true },
        new RowMeasure<Visit>("visits.unsigned", "入户缺户主签名", Ledger, (_, _) => v => v.Way == VisitWay.Home && v.Signed != true) { Good = GoodDirection.Down },
        new RowMeasure<Visit>("visits.unlinked", "未关联户", Ledger, (_, _) => v => v.HouseholdId == null) { Good = GoodDirection.Down, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [new("visits.by-way", OfMonth, [VisitLedger.Way])];
}
