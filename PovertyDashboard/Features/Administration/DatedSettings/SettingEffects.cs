using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.DatedSettings;

/// <summary>
/// Which figures a new value would move (受影响的指标): the measures that read the setting are counted as they are and as if the
/// value stood already, over the whole store.
/// </summary>
public sealed class SettingEffects(LedgerCatalog catalog, SettingsDirectory settings)
{
    /// <summary>A sentence for each figure that moves; empty where none does.</summary>
    public async Task<IReadOnlyList<string>> DescribeAsync(AppDbContext db, Setting value, DateOnly today, CancellationToken ct)
    {
        var lines = new List<string>();
        var moved = new HashSet<Measure>();
        foreach (var measure in catalog.Measures.OfType<RowMeasure>().Where(m => settings.IsReadBy(value.Key, () => m.Condition(db, today))))
        {
            var before = await CountAsync(db, measure, today, ct);
            var after = await settings.TryAsync(value, () => CountAsync(db, measure, today, ct));
            if (before != after) lines.Add($"{measure.Title}（{measure.Ledger.Title}）：{Words(measure, before)} → {Words(measure, after)}。");
            else if (!measure.HasHistory) continue;
            else lines.Add($"{measure.Title}（{measure.Ledger.Title}）：今天的数字不变，过去日期的数字会重算。");
            moved.Add(measure);
        }

        var rates = catalog.Measures.OfType<RatioMeasure>().Where(r => moved.Contains(r.Part) || moved.Contains(r.Whole)).Select(r => r.Title).ToList();
        if (rates.Count > 0) lines.Add($"跟着变的比率：{string.Join("、", rates)}。");
        return lines;
    }

    private async Task<long> CountAsync(AppDbContext db, RowMeasure measure, DateOnly today, CancellationToken ct)
    {
        var rows = LedgerReader.Filtered(db, measure.Ledger, catalog, new LedgerQuery { Measure = measure.Key }, today);
        return measure.Kind == MeasureKind.Sum ? await measure.SumAsync(rows, ct) : await rows.CountAsync(ct);
    }

    private static string Words(RowMeasure measure, long value) =>
        $"{(measure.Scale > 0 ? ColumnText.Scaled(value, measure.Scale) : value.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture))} {measure.Unit}";
}
