using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Remediation;

/// <summary>Makes the board of a region from the totals in memory, inside the user's scope.</summary>
public sealed class BoardReader(RegionTotals totals, RegionDirectory regions, CodeListDirectory codes, CurrentUser user, Clock clock)
{
    private RegionScope Scope => user.Identity.Scope;

    /// <summary>The region that is shown without being asked for.</summary>
    public long Home => Scope.HomeIn(regions.Tree) ?? regions.Tree.Nodes[0].Key;

    /// <summary>The place's name as the user sees it.</summary>
    public string NameOf(long region) => Scope.NameOf(region, regions.Tree);

    /// <summary>The board of the region; null where there is no such region in the user's scope.</summary>
    public async Task<Board?> ReadAsync(long region, CancellationToken ct)
    {
        if (regions.Tree.Find(region) is not { } node || !Scope.Touches(region)) return null;
        var total = await RowAsync(node, ct);
        var rows = new List<BoardRow>();
        foreach (var child in PlacesOf(node))
            if (await RowAsync(child, ct) is var row && (row.Found > 0 || child.ExistsOn(clock.Today))) rows.Add(row);
        if (rows.Count > 0 && Rest(total, rows) is { Found: > 0 } own) rows.Add(own);
        return new Board(codes.Current.Texts(ProblemLedger.Category.CodeList!), Board.Sorted(rows), total);
    }

    /// <summary>Open problems of the last days, oldest first, for the trend.</summary>
    public async Task<IReadOnlyList<double>> TrendAsync(Measure measure, long region, int days, CancellationToken ct)
    {
        var points = new List<double>();
        for (var day = clock.Today.AddDays(1 - days); day <= clock.Today; day = day.AddDays(1))
            points.Add((await totals.FigureAsync(measure, region, Scope, day, ct)).Count);
        return points;
    }

    /// <summary>The measure as of a day.</summary>
    public async Task<long> CountAsync(Measure measure, long region, DateOnly day, CancellationToken ct) =>
        (await totals.FigureAsync(measure, region, Scope, day, ct)).Count;

    /// <summary>The places below; a village stands for itself.</summary>
    private IEnumerable<RegionNode> PlacesOf(RegionNode node) =>
        node.Level == RegionLevel.Village ? [node] : regions.Tree.ChildrenOf(node.Key).Where(c => Scope.Touches(c.Key));

    private async Task<BoardRow> RowAsync(RegionNode node, CancellationToken ct)
    {
        var open = await totals.SplitAsync(ProblemMeasures.OpenByCategory, node.Key, Scope, ct);
        var overdue = await totals.SplitAsync(ProblemMeasures.OverdueByCategory, node.Key, Scope, ct);
        var before = await totals.SplitAsync(ProblemMeasures.OpenYesterdayByCategory, node.Key, Scope, ct);
        return new BoardRow(
            node.Key, NameOf(node.Key), IsOwn: false, open.ToDictionary(v => v.A, v => v.Count), overdue.ToDictionary(v => v.A, v => v.Count), before.ToDictionary(v => v.A, v => v.Count),
            await CountAsync(ProblemMeasures.Found, node.Key, clock.Today, ct),
            await CountAsync(ProblemMeasures.Closed, node.Key, clock.Today, ct),
            await CountAsync(ProblemMeasures.Open, node.Key, clock.Today.AddDays(-1), ct));
    }

    /// <summary>What the region itself owns, so that the column sums stay.</summary>
    private static BoardRow Rest(BoardRow total, List<BoardRow> rows) => new(
        total.Region, $"{total.Name}本级", IsOwn: true, Less(total.Open, rows.Select(r => r.Open)), Less(total.Overdue, rows.Select(r => r.Overdue)), Less(total.Before, rows.Select(r => r.Before)),
        total.Found - rows.Sum(r => r.Found), total.Closed - rows.Sum(r => r.Closed), total.OpenYesterday - rows.Sum(r => r.OpenYesterday));

    private static Dictionary<string, long> Less(IReadOnlyDictionary<string, long> all, IEnumerable<IReadOnlyDictionary<string, long>> parts)
    {
        var list = parts.ToList();
        return all.ToDictionary(a => a.Key, a => a.Value - list.Sum(p => p.GetValueOrDefault(a.Key)));
    }
}
