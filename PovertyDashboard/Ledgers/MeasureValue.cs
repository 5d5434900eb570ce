using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;

namespace PovertyDashboard.Ledgers;

/// <summary>The value of a measure counted directly from the rows of a region (for verbs and for the check of the totals).</summary>
/// <param name="Value">Count, sum in its unit, or per cent with two decimals; 0 where a ratio has no whole.</param>
public sealed record MeasureValue(Measure Measure, decimal Value)
{
    public static async Task<MeasureValue> OfAsync(AppDbContext db, LedgerCatalog catalog, Measure measure, long? region, DateOnly today, CancellationToken ct)
    {
        if (measure is not RatioMeasure ratio) return new MeasureValue(measure, await RowsAsync(db, catalog, (RowMeasure)measure, region, today, ct));
        var part = await RowsAsync(db, catalog, ratio.Part, region, today, ct);
        var whole = await RowsAsync(db, catalog, ratio.Whole, region, today, ct);
        return new MeasureValue(measure, RatioOf(ratio, part, whole));
    }

    /// <summary>As people read it: rates and averages with two decimals, sums with those of their unit.</summary>
    public string Text => Value.ToString(Measure switch { RatioMeasure => "0.00", RowMeasure { Kind: MeasureKind.Sum } sum => "F" + sum.Scale, _ => "0" }, CultureInfo.InvariantCulture);

    /// <summary>A rate in per cent, or an average where the unit says so.</summary>
    public static decimal RatioOf(RatioMeasure ratio, decimal part, decimal whole) =>
        whole == 0 ? 0 : Math.Round(part / whole * (ratio.IsPercent ? 100 : 1), 2, MidpointRounding.AwayFromZero);

    private static async Task<decimal> RowsAsync(AppDbContext db, LedgerCatalog catalog, RowMeasure measure, long? region, DateOnly today, CancellationToken ct)
    {
        var rows = LedgerReader.Filtered(db, measure.Ledger, catalog, new LedgerQuery { Region = region, Measure = measure.Key }, today);
        if (measure.Kind == MeasureKind.Count) return await rows.CountAsync(ct);
        var sum = await measure.SumAsync(rows, ct);
        return decimal.Parse(ColumnText.Scaled(sum, measure.Scale).Replace("−", "-", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture);
    }
}
