using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Works;

/// <summary>A place with its figures by key of the measure (各社区): counts, and sums as stored.</summary>
public sealed record PlaceFigures(long Region, IReadOnlyDictionary<string, Figure> Figures)
{
    public long Count(string key) => Figures[key].Count;

    public long Sum(string key) => Figures[key].Sum;
}

/// <summary>A home that waits for its audit (待定案户).</summary>
/// <param name="Line">Its first line, by which it is addressed.</param>
public sealed record WaitingHome(long Line, long Region, string HouseholdName, int Lines, int Verified, long Reported, long Cut);

/// <summary>A batch of a 社区 with how far it has come (施工批次进度).</summary>
public sealed record BatchProgress(WorkBatch Batch, int Works, int Done, int Underway, int Homes)
{
    public bool IsLate(DateOnly today) => Done < Works && Batch.DueOn < today;
}

/// <summary>Reads figures of places from the totals, and the homes and batches of one township from the rows (改造与审计查询).</summary>
public sealed class WorksReader(IDbContextFactory<AppDbContext> contexts, RegionTotals totals, LedgerCatalog catalog, RegionDirectory regions, CurrentUser user)
{
    /// <summary>Homes on the page; the ledger lists all.</summary>
    public const int MostHomes = 30;

    public async Task<PlaceFigures> PlaceAsync(long region, IReadOnlyList<string> measures, CancellationToken ct)
    {
        var figures = new Dictionary<string, Figure>();
        foreach (var key in measures) figures[key] = await totals.FigureAsync(catalog.Measure(key)!, region, user.Identity.Scope, ct);
        return new PlaceFigures(region, figures);
    }

    /// <summary>The places below that have any rows, in key order; a village stands for itself.</summary>
    /// <param name="whole">Key of the measure that tells whether a place has any.</param>
    public async Task<IReadOnlyList<PlaceFigures>> PlacesBelowAsync(long region, string whole, IReadOnlyList<string> measures, CancellationToken ct)
    {
        var places = new List<PlaceFigures>();
        foreach (var node in regions.Tree.ChildrenOf(region).Where(n => user.Identity.Scope.Touches(n.Key)))
            if (await PlaceAsync(node.Key, measures, ct) is var place && place.Count(whole) > 0) places.Add(place);
        return places;
    }

    /// <summary>The homes of the place with lines that no conclusion has fixed; those with most money first.</summary>
    public async Task<IReadOnlyList<WaitingHome>> HomesAsync(long region, CancellationToken ct)
    {
        var range = RegionKey.Subtree(region);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var homes = await db.Set<WorkLine>().Where(l => l.Region >= range.Lo && l.Region < range.Hi && l.AuditId == null).GroupBy(l => new { l.Region, l.HouseholdName, l.HouseholdId })
            .Select(g => new { g.Key.Region, g.Key.HouseholdName, Line = g.Min(l => l.Id), Lines = g.Count(), Verified = g.Count(l => l.VerifiedQuantity != null), Reported = g.Sum(l => l.ReportedAmount), Cut = g.Sum(l => l.Cut) })
            .OrderByDescending(h => h.Reported).ThenBy(h => h.Line).Take(MostHomes).ToListAsync(ct);
        return [.. homes.Select(h => new WaitingHome(h.Line, h.Region, h.HouseholdName, h.Lines, h.Verified, h.Reported, h.Cut))];
    }

    /// <summary>The batches of the place, those first that are not finished.</summary>
    public async Task<IReadOnlyList<BatchProgress>> BatchesAsync(long region, CancellationToken ct)
    {
        var range = RegionKey.Subtree(region);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var batches = await db.Set<WorkBatch>().AsNoTracking().Where(b => b.Region >= range.Lo && b.Region < range.Hi).OrderBy(b => b.Region).ThenBy(b => b.StartedOn).ThenBy(b => b.Id).ToListAsync(ct);
        var works = (await db.Set<Work>().Where(w => w.Region >= range.Lo && w.Region < range.Hi && w.Batch != "").Select(w => new { w.Region, w.Batch, w.State, w.HouseholdName }).ToListAsync(ct)).ToLookup(w => (w.Region, w.Batch));
        return
        [
            .. batches.Select(b => (Batch: b, Works: works[(b.Region, b.Name)].ToList()))
                .Select(b => new BatchProgress(b.Batch, b.Works.Count, b.Works.Count(w => w.State == WorkState.Done), b.Works.Count(w => w.State == WorkState.Underway), b.Works.Select(w => w.HouseholdName).Distinct().Count()))
                .OrderBy(b => b.Done == b.Works),
        ];
    }

    /// <summary>One work; null where the user does not see it.</summary>
    public async Task<Work?> WorkAsync(long id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Work>().AsNoTracking().FirstOrDefaultAsync(w => w.Id == id, ct);
    }
}
