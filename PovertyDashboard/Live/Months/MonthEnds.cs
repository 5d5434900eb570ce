using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Live.Months;

/// <summary>A figure at a month's end (月末数字).</summary>
/// <param name="Month">yyyymm.</param>
/// <param name="IsKept">As it was reported; otherwise counted from dated facts.</param>
public readonly record struct MonthEnd(int Month, Figure Figure, bool IsKept);

/// <summary>Reads past months: what has been kept as it was reported, else what dated facts tell; nothing where neither does.</summary>
public sealed class MonthEnds(IServiceScopeFactory scopes, RegionTotals totals)
{
    /// <summary>The figures at the ends of the months that can be told, in the order asked for.</summary>
    public async Task<IReadOnlyList<MonthEnd>> ReadAsync(Measure measure, long region, RegionScope scope, IReadOnlyList<int> months, CancellationToken ct)
    {
        if (measure is RatioMeasure ratio)
        {
            var parts = await ReadAsync(ratio.Part, region, scope, months, ct);
            var wholes = (await ReadAsync(ratio.Whole, region, scope, months, ct)).ToDictionary(w => w.Month);
            return [.. parts.Where(p => wholes.ContainsKey(p.Month)).Select(p => new MonthEnd(p.Month, RegionTotals.Of(ratio, p.Figure, wholes[p.Month].Figure), p.IsKept && wholes[p.Month].IsKept))];
        }

        // What was kept knows places, not households: for a helper only dated facts tell.
        var kept = scope.Households is null ? await KeptAsync(measure, region, scope, months, ct) : [];
        var ends = new List<MonthEnd>();
        foreach (var month in months)
        {
            if (kept.TryGetValue(month, out var figure)) ends.Add(new MonthEnd(month, figure, IsKept: true));
            else if (measure.HasHistory) ends.Add(new MonthEnd(month, await totals.FigureAsync(measure, region, scope, YearMonth.Last(month), ct), IsKept: false));
        }

        return ends;
    }

    /// <summary>Of the months, those for which every one of the measures can be told, in the order asked for.</summary>
    public async Task<IReadOnlyList<int>> ToldAsync(IReadOnlyList<Measure> measures, RegionScope scope, IReadOnlyList<int> months, CancellationToken ct)
    {
        var rows = measures.SelectMany(m => m is RatioMeasure ratio ? [ratio.Part, ratio.Whole] : new[] { m }).Where(m => !m.HasHistory).Distinct().ToList();
        if (rows.Count == 0) return months;
        if (scope.Households is not null) return [];
        await using var services = scopes.CreateSystemScope();
        await using var db = await services.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        var closings = await db.Set<MonthClosing>().AsNoTracking().Where(c => months.Contains(c.Month)).ToListAsync(ct);
        return [.. months.Where(month => closings.Find(c => c.Month == month) is { } closing && rows.TrueForAll(m => closing.Holds(m.Key)))];
    }

    private async Task<Dictionary<int, Figure>> KeptAsync(Measure measure, long region, RegionScope scope, IReadOnlyList<int> months, CancellationToken ct)
    {
        await using var services = scopes.CreateSystemScope();
        await using var db = await services.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        var closings = await db.Set<MonthClosing>().AsNoTracking().Where(c => months.Contains(c.Month)).ToListAsync(ct);
        var kept = closings.Where(c => c.Holds(measure.Key)).ToDictionary(c => c.Month, _ => default(Figure));
        if (kept.Count == 0) return kept;
        foreach (var (lo, hi) in RegionTotals.Parts(measure.Ledger, region, scope))
        {
            var sums = await db.Set<MonthFigure>().Where(f => f.Measure == measure.Key && kept.Keys.Contains(f.Month) && f.Region >= lo && f.Region < hi)
                .GroupBy(f => f.Month).Select(g => new { g.Key, Count = g.Sum(f => f.Count), Sum = g.Sum(f => f.Sum) }).ToListAsync(ct);
            foreach (var sum in sums) kept[sum.Key] = new Figure(kept[sum.Key].Count + sum.Count, kept[sum.Key].Sum + sum.Sum, 0);
        }

        return kept;
    }
}
