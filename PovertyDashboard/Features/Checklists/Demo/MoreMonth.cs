using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Checklists.Month;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Checklists.Demo;

/// <summary>Synthetic sign-in sheets and supervision rounds for the verb <c>demo</c>: for each township of the run that has none.</summary>
internal static class MoreMonth
{
    public static readonly DemoSource Source = new(40, MakeAsync);

    private static async Task<IReadOnlyList<LedgerRow>> MakeAsync(DemoBatch batch, CancellationToken ct)
    {
        var seen = await batch.Run.KeepAsync(() => Task.FromResult(new HashSet<long>()));
        var tree = batch.Services.GetRequiredService<RegionDirectory>().Tree;
        var rows = new List<LedgerRow>();
        foreach (var town in batch.Places.Select(p => RegionKey.TownshipOf(p.Village)).Distinct().Order().Where(seen.Add))
        {
            var range = RegionKey.Subtree(town);
            if (!await batch.Db.Set<Round>().AnyAsync(r => r.Region >= range.Lo && r.Region < range.Hi, ct))
                rows.AddRange(DemoMonth.RoundOf([.. tree.VillagesOf(town).Select(v => v.Key).Order()], $"{tree.NameOf(town)}督导组", batch.Today));
            if (await batch.Db.Set<SignIn>().AnyAsync(s => s.Region == town, ct)) continue;
            foreach (var training in await batch.Db.Set<Training>().AsNoTracking().Where(t => t.Region == town).OrderBy(t => t.Id).ToListAsync(ct)) rows.AddRange(DemoMonth.PeopleOf(training, tree));
        }

        return rows;
    }
}
