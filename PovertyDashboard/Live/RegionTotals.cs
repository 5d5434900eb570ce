using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Live;

/// <summary>The value of a measure in a region: rows, sum (scaled) and, for ratios, part and whole.</summary>
/// <param name="Count">Rows of the measure (of the part, for a ratio).</param>
/// <param name="Sum">Sum of the measured value.</param>
/// <param name="Whole">The denominator of a ratio; else 0.</param>
public readonly record struct Figure(long Count, long Sum, long Whole);

/// <summary>A figure of one combination of code texts of a breakdown.</summary>
public readonly record struct SplitValue(string A, string B, long Count, long Sum);

/// <summary>
/// Every figure of every region in memory (地区汇总): filled by one grouped query per measure, refreshed only for the
/// regions that a commit touched, so a page costs the same whatever the store's size.
/// </summary>
public sealed class RegionTotals(IServiceScopeFactory scopes, RegionDirectory regions, LedgerCatalog catalog, Clock clock)
{
    // Ten weeks of sparklines and a little more; what is older is counted again if somebody asks.
    private const int KeptDays = 75;
    private readonly ConcurrentDictionary<(string Key, DateOnly Day), TotalsLayer> _layers = new();
    private DateOnly _sweptOn;

    /// <summary>The figure of the measure in the part of the region that lies inside the scope.</summary>
    public Task<Figure> FigureAsync(Measure measure, long region, RegionScope scope, CancellationToken ct) => FigureAsync(measure, region, scope, clock.Today, ct);

    /// <summary>As above, as it was on an earlier day (only measures with history differ from today).</summary>
    public async Task<Figure> FigureAsync(Measure measure, long region, RegionScope scope, DateOnly day, CancellationToken ct)
    {
        if (measure is RatioMeasure ratio)
        {
            var part = await FigureAsync(ratio.Part, region, scope, day, ct);
            var whole = await FigureAsync(ratio.Whole, region, scope, day, ct);
            return Of(ratio, part, whole);
        }

        if (scope.Households is not null) return await OfHouseholdsAsync((RowMeasure)measure, region, scope, day, ct);
        var layer = await LayerAsync((RowMeasure)measure, [], measure.Key, day, ct);
        var (count, sum) = layer.Roll("", "", Runs(layer.Tree, measure.Ledger, region, scope));
        return new Figure(count, sum, 0);
    }

    /// <summary>The parts of a breakdown in the region, in no particular order.</summary>
    public async Task<IReadOnlyList<SplitValue>> SplitAsync(Breakdown breakdown, long region, RegionScope scope, CancellationToken ct)
    {
        if (scope.Households is not null) return await SplitHouseholdsAsync(breakdown, region, scope, ct);
        var layer = await LayerAsync(breakdown.Measure, breakdown.By, breakdown.Key, clock.Today, ct);
        var runs = Runs(layer.Tree, breakdown.Measure.Ledger, region, scope).ToList();
        return [.. layer.Parts.Select(p => (p, Value: layer.Roll(p.A, p.B, runs))).Where(v => v.Value.Count != 0).Select(v => new SplitValue(v.p.A, v.p.B, v.Value.Count, v.Value.Sum))];
    }

    /// <summary>Marks the figures that the changes may move; they are counted again when next read.</summary>
    public void MarkStale(LiveBatch batch)
    {
        foreach (var layer in _layers.Values)
            foreach (var ledger in layer.DependsOn)
                if (batch.Changes.TryGetValue(ledger, out var touched)) layer.MarkStale(touched);
    }

    /// <summary>Fills today's figures of every measure, so that the first page is as quick as the next.</summary>
    public async Task WarmAsync(CancellationToken ct)
    {
        foreach (var measure in catalog.Measures.OfType<RowMeasure>()) await LayerAsync(measure, [], measure.Key, clock.Today, ct);
        foreach (var breakdown in catalog.Breakdowns) await LayerAsync(breakdown.Measure, breakdown.By, breakdown.Key, clock.Today, ct);
    }

    /// <summary>Forgets everything: after the tree of places, a setting or the clock has changed.</summary>
    public void Clear() => _layers.Clear();

    /// <summary>The figure of a ratio: a count may be divided by a sum (people on post by places) and a sum by a count (pay per head).</summary>
    internal static Figure Of(RatioMeasure ratio, Figure part, Figure whole)
    {
        return new Figure(Divided(ratio.Part, part), part.Sum, Divided(ratio.Whole, whole));

        static long Divided(RowMeasure measure, Figure figure) => measure.Kind == MeasureKind.Sum ? figure.Sum : figure.Count;
    }

    /// <summary>The part of the region inside the scope, and the nodes above it whose rows the user may read: what his list holds.</summary>
    internal static IEnumerable<RegionRange> Parts(Ledger ledger, long region, RegionScope scope)
    {
        var inside = RegionKey.Subtree(region);
        var keys = scope.Contains(region) ? [region] : scope.Roots.Where(inside.Contains).ToList();
        foreach (var key in keys) yield return RegionKey.Subtree(key);
        if (scope.Contains(region) || !ledger.RowType.IsAssignableTo(typeof(IReadableBelow))) yield break;
        foreach (var key in keys.SelectMany(k => RegionKey.PathUp(k).Skip(1)).Where(inside.Contains).Distinct()) yield return new RegionRange(key, key + 1);
    }

    private static IEnumerable<(int From, int To)> Runs(RegionTree tree, Ledger ledger, long region, RegionScope scope) => Parts(ledger, region, scope)
        .Select(part => tree.Find(part.Lo) is { } node ? (node.Index, part.Contains(RegionKey.Subtree(node.Key)) ? node.Last : node.Index) : (0, -1));

    /// <summary>The totals know places, not households: for a helper the rows of his own are counted, under his filter.</summary>
    private Task<Figure> OfHouseholdsAsync(RowMeasure measure, long region, RegionScope scope, DateOnly day, CancellationToken ct) => AsHelperAsync(scope, async db =>
    {
        var on = measure.HasHistory ? day : clock.Today;
        var rows = LedgerReader.Filtered(db, measure.Ledger, catalog, new LedgerQuery { Region = region }, on).WhereBy(measure.Condition(db, on));
        return new Figure(await rows.CountAsync(ct), measure.Kind == MeasureKind.Sum ? await measure.SumAsync(rows, ct) : 0, 0);
    });

    private Task<IReadOnlyList<SplitValue>> SplitHouseholdsAsync(Breakdown breakdown, long region, RegionScope scope, CancellationToken ct) => AsHelperAsync<IReadOnlyList<SplitValue>>(scope, async db =>
    {
        var inside = RegionKey.Subtree(region);
        var parts = (await breakdown.Measure.SplitAsync(db, clock.Today, breakdown.By, null, ct)).Where(p => inside.Contains(p.Region));
        return [.. parts.GroupBy(p => (p.A, p.B)).Select(g => new SplitValue(g.Key.A, g.Key.B, g.Sum(p => p.Count), g.Sum(p => p.Sum)))];
    });

    private async Task<T> AsHelperAsync<T>(RegionScope scope, Func<AppDbContext, Task<T>> count)
    {
        await using var services = scopes.CreateScopeFor(new UserIdentity("", "", [Roles.Helper], scope));
        await using var db = await services.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        return await count(db);
    }

    /// <summary>Once a day lets go of what no page shows any more, so that a site that runs for months does not grow.</summary>
    private void Sweep(DateOnly today)
    {
        if (_sweptOn == today) return;
        _sweptOn = today;
        foreach (var ((key, day), layer) in _layers)
            if (day < today.AddDays(-KeptDays) || (day < today && !layer.IsOfAnyDay)) _layers.TryRemove((key, day), out _);
    }

    private async Task<TotalsLayer> LayerAsync(RowMeasure measure, IReadOnlyList<Column> by, string key, DateOnly day, CancellationToken ct)
    {
        if (!measure.HasHistory) day = clock.Today;
        Sweep(clock.Today);
        var layer = _layers.GetOrAdd((key, day), _ => new TotalsLayer(measure, by, day, regions.Tree));
        if (layer.Tree != regions.Tree)
        {
            // Places have been added meanwhile: figures stand in the order of their own tree.
            var stale = layer;
            layer = _layers.AddOrUpdate((key, day), _ => new TotalsLayer(measure, by, day, regions.Tree), (_, now) => now == stale ? new TotalsLayer(measure, by, day, regions.Tree) : now);
        }

        if (layer.IsCurrent) return layer;
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        await layer.RefreshAsync(db, ct);
        return layer;
    }
}
