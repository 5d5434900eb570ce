using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Demo;

/// <summary>Synthetic works, sketches, lists and audits for the verb <c>demo</c>: half of the households have had their yards done.</summary>
internal static class DemoWorks
{
    public static readonly IReadOnlyList<DemoSource> Sources =
    [
        new(80, BatchesAsync), new(81, WorksAsync), new(82, SketchesAsync), new(83, AuditsAsync), new(84, LinesAsync),
    ];

    private static async Task<IReadOnlyList<LedgerRow>> BatchesAsync(DemoBatch batch, CancellationToken ct)
    {
        var villages = Homes(batch).Select(h => h.Region).Distinct().Order().ToList();
        var known = await batch.Db.Set<WorkBatch>().Where(b => villages.Contains(b.Region)).Select(b => b.Region).Distinct().ToListAsync(ct);
        return [.. villages.Except(known).Select(v => DemoSites.BatchOf(v))];
    }

    private static Task<IReadOnlyList<LedgerRow>> WorksAsync(DemoBatch batch, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<LedgerRow>>([.. Homes(batch).SelectMany(h => DemoSites.Of(h, batch.Today))]);

    private static Task<IReadOnlyList<LedgerRow>> SketchesAsync(DemoBatch batch, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<LedgerRow>>([.. batch.Written<Work>().Where(w => w.HasSketch).Select(DemoSites.Drawn)]);

    private static Task<IReadOnlyList<LedgerRow>> AuditsAsync(DemoBatch batch, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<LedgerRow>>([.. Homes(batch).Where(DemoLines.IsConcluded).Select(h => DemoLines.Conclude(h.Region, h.HeadName, h.Id, DemoLines.Of(h)))]);

    private static Task<IReadOnlyList<LedgerRow>> LinesAsync(DemoBatch batch, CancellationToken ct)
    {
        var audits = batch.Written<HomeAudit>().ToDictionary(a => a.HouseholdId!.Value);
        return Task.FromResult<IReadOnlyList<LedgerRow>>([.. WorksExamples.LinesOf(Homes(batch), audits)]);
    }

    /// <summary>Half of the batch, the same in every source; names that stand twice in a village would be one home on a list of names.</summary>
    private static List<HouseholdKey> Homes(DemoBatch batch) =>
        [.. batch.Households.GroupBy(h => (h.Region, h.HeadName)).Where(g => g.Count() == 1).Select(g => g.First()).Where(h => h.Id % 4 < 2)];
}
