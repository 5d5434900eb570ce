using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Data.Seeding;

/// <summary>Adds synthetic linked rows to every ledger (verb <c>demo</c>): 张寨镇 up to 2,000 households, the rest of 莘县 up to 60,000, then the rest of the city.</summary>
public sealed class DemoTown(
    IDbContextFactory<AppDbContext> contexts, BulkWriter writer, RegionDirectory regions, LedgerCatalog catalog, Clock clock,
    IEnumerable<DemoSource> sources, IEnumerable<HouseholdKeys> households, IServiceProvider services)
{
    private const int BatchSize = 1_000;

    /// <summary>From the inside out: each holds the one before.</summary>
    private static readonly (long Region, int UpTo)[] Rings = [(371522116000, 2_000), (371522000000, 60_000), (371500000000, int.MaxValue)];

    /// <summary>Adds that many households with all that hangs on them; returns the rows that each ledger has gained.</summary>
    public async Task<IReadOnlyList<(Ledger Ledger, int Rows)>> AddAsync(int count, int seed, IProgress<int>? progress, CancellationToken ct)
    {
        var before = await RowsAsync(ct);
        var (run, present, first) = (new DemoRun(), await PresentAsync(ct), await NextNumberAsync(ct));
        for (var added = 0; added < count;)
        {
            var ring = Enumerable.Range(0, Rings.Length).First(i => present[i] < Rings[i].UpTo);
            var size = Math.Min(Math.Min(BatchSize, count - added), Rings[ring].UpTo - present[ring]);
            await AddBatchAsync(PlacesOf(ring, size, present[ring]), first + added, seed, run, ct);
            for (var outer = ring; outer < Rings.Length; outer++) present[outer] += size;
            added += size;
            progress?.Report(added);
        }

        var after = await RowsAsync(ct);
        return [.. catalog.Ledgers.Select(l => (l, after[l] - before[l]))];
    }

    private async Task AddBatchAsync(IReadOnlyList<(long Village, int Count)> places, int first, int seed, DemoRun run, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var batch = new DemoBatch(db, services, new Random(seed + first), clock.Today, places, first, run);
        await db.InTransactionAsync(
            async inner =>
            {
                foreach (var source in sources.OrderBy(s => s.Order))
                {
                    var rows = await source.MakeAsync(batch, inner);
                    await writer.WriteAsync(db, [.. rows.Select(r => new RowWrite(r, null))], null, inner);
                    batch.Add(rows);
                    if (batch.Households.Count == 0) batch.Households = await AddedAsync(db, rows, inner);
                }

                return batch.Households.Count;
            },
            ct);
    }

    private async Task<IReadOnlyList<HouseholdKey>> AddedAsync(AppDbContext db, IReadOnlyList<LedgerRow> rows, CancellationToken ct)
    {
        var (low, high) = (rows.Min(r => r.Id), rows.Max(r => r.Id));
        return await households.First()(db).Where(h => h.Id >= low && h.Id <= high).OrderBy(h => h.Id).ToListAsync(ct);
    }

    /// <summary>Spread evenly over the villages of the ring outside the one before, beginning where the last batch ended.</summary>
    private List<(long Village, int Count)> PlacesOf(int ring, int size, int from)
    {
        var inside = ring == 0 ? default : RegionKey.Subtree(Rings[ring - 1].Region);
        var villages = regions.Tree.VillagesOf(Rings[ring].Region).Where(v => !inside.Contains(v.Key) && v.ExistsOn(clock.Today)).ToList();
        return [.. Enumerable.Range(0, size).GroupBy(i => villages[(from + i) % villages.Count].Key).Select(g => (g.Key, g.Count()))];
    }

    /// <summary>The households of each ring.</summary>
    private async Task<int[]> PresentAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var present = new int[Rings.Length];
        for (var i = 0; i < Rings.Length; i++)
        {
            var range = RegionKey.Subtree(Rings[i].Region);
            present[i] = await households.First()(db).CountAsync(h => h.Region >= range.Lo && h.Region < range.Hi, ct);
        }

        return present;
    }

    /// <summary>Households that were deleted keep their numbers.</summary>
    private async Task<int> NextNumberAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await households.First()(db).IgnoreQueryFilters().CountAsync(ct);
    }

    private async Task<Dictionary<Ledger, int>> RowsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = new Dictionary<Ledger, int>();
        foreach (var ledger in catalog.Ledgers) rows[ledger] = await ledger.Rows(db).CountAsync(ct);
        return rows;
    }
}
