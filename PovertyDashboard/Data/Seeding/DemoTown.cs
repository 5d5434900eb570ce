using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Data.Seeding;

/// <summary>Adds synthetic linked rows to every ledger (verb <c>demo</c>): 张寨镇 up to 2,000 households, the rest of 莘县 up to 60,000, then the city.</summary>
public sealed class DemoTown(
    IDbContextFactory<AppDbContext> contexts, BulkWriter writer, RegionDirectory regions, Clock clock, IEnumerable<DemoSource> sources, IEnumerable<HouseholdKeys> households, IServiceProvider services)
{
    private const int BatchSize = 1_000;

    private static readonly (long Region, int UpTo)[] Rings = [(371522116000, 2_000), (371522000000, 60_000), (371500000000, int.MaxValue)];

    /// <summary>Adds that many households with all that hangs on them; the same seed on the same store gives the same rows.</summary>
    public async Task<IReadOnlyDictionary<string, int>> AddAsync(int count, int seed, IProgress<int>? progress, CancellationToken ct)
    {
        var written = new Dictionary<string, int>();
        var (added, present) = (0, await CountAsync(ct));
        while (added < count)
        {
            var (region, upTo) = Rings.First(r => present < r.UpTo);
            var size = Math.Min(Math.Min(BatchSize, count - added), upTo - present);
            await AddBatchAsync(PlacesOf(region, size, present), present, seed, written, ct);
            added += size;
            present += size;
            progress?.Report(added);
        }

        return written;
    }

    private async Task AddBatchAsync(IReadOnlyList<(long Village, int Count)> places, int first, int seed, Dictionary<string, int> written, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var batch = new DemoBatch(db, services, new Random(seed + first), clock.Today, places, first);
        await db.InTransactionAsync(
            async inner =>
            {
                foreach (var source in sources.OrderBy(s => s.Order))
                {
                    var rows = await source.MakeAsync(batch, inner);
                    await writer.WriteAsync(db, [.. rows.Select(r => new RowWrite(r, null))], null, inner);
                    if (batch.Households.Count == 0) batch.Households = await AddedAsync(db, rows, inner);
                    foreach (var rowsOfType in rows.GroupBy(r => r.GetType().Name)) written[rowsOfType.Key] = written.GetValueOrDefault(rowsOfType.Key) + rowsOfType.Count();
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

    /// <summary>Spread evenly over the villages of the ring, beginning where the last batch ended.</summary>
    private List<(long Village, int Count)> PlacesOf(long region, int size, int first)
    {
        var villages = regions.Tree.VillagesOf(region).ToList();
        return [.. Enumerable.Range(0, size).GroupBy(i => villages[(first + i) % villages.Count].Key).Select(g => (g.Key, g.Count()))];
    }

    private async Task<int> CountAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await households.First()(db).CountAsync(ct);
    }
}
