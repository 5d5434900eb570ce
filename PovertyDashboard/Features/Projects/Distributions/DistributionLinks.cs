using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Distributions;

/// <summary>Ties distributions to project and household (收益分配关联): the number of a household makes rows of two householders of one name two.</summary>
internal static class DistributionLinks
{
    private const int Chunk = 500;

    public static async Task LinkAsync(IReadOnlyList<Distribution> rows, EffectContext context, CancellationToken ct)
    {
        await ProjectFinder.LinkAsync(rows, context, ct);
        var homes = await HomesAsync(rows, context, ct);
        foreach (var village in rows.Where(r => context.IsByHand || r.HouseholdNumber.Length == 0).GroupBy(r => r.Region))
        {
            // A row that came before its household has no number; the same row in a later file must find it.
            var unnumbered = await context.Db.Set<Distribution>().AsNoTracking().Where(d => d.Region == village.Key && d.HouseholdNumber == "" && d.HouseholdName != "").ToListAsync(ct);
            foreach (var row in village)
            {
                var isKnown = unnumbered.Exists(d => d.Id != row.Id && (d.Year, d.ProjectName, d.HouseholdName, d.Payee, d.Class) == (row.Year, row.ProjectName, row.HouseholdName, row.Payee, row.Class));
                row.HouseholdNumber = isKnown && !context.IsByHand ? "" : NumberOf(row, homes);
            }
        }
    }

    /// <summary>The household of the number, or the number of the household.</summary>
    public static async Task PrepareAsync(IReadOnlyList<Distribution> rows, EffectContext context, CancellationToken ct)
    {
        var homes = await HomesAsync(rows, context, ct);
        foreach (var row in rows.Where(r => r.HouseholdName.Length > 0))
        {
            if (row.HouseholdNumber.Length == 0) row.HouseholdNumber = NumberOf(row, homes);
            else if (homes.FirstOrDefault(h => h.Number == row.HouseholdNumber) is { } home) row.HouseholdId = home.Id;
        }
    }

    /// <summary>A number that a file gives must be that of a household of the village under the name that is written.</summary>
    public static async Task<IReadOnlyList<RowFault>> NumberFaultsAsync(IReadOnlyList<Distribution> rows, EffectContext context, CancellationToken ct)
    {
        var homes = await HomesAsync(rows, context, ct);
        return
        [
            .. rows.Where(r => r.Id == 0 && r.HouseholdNumber.Length > 0).Select(row => (row, Home: homes.FirstOrDefault(h => h.Number == row.HouseholdNumber)))
                .Where(r => r.Home is null || r.Home.Region != r.row.Region || r.Home.Name != r.row.HouseholdName)
                .Select(r => new RowFault(r.row, new Fault("户编号", $"户编号：与本村登记的户不符（“{r.row.HouseholdNumber}”，户主“{r.row.HouseholdName}”）。请核对户编号和户主。"))),
        ];
    }

    private static string NumberOf(Distribution row, IReadOnlyList<Home> homes)
    {
        var named = homes.Where(h => h.Region == row.Region && h.Name == row.HouseholdName).ToList();
        if (named.Find(h => h.Id == row.HouseholdId) is { } chosen) return chosen.Number;
        return named.Count == 1 ? named[0].Number : "";
    }

    /// <summary>The households of the rows' villages and numbers, as their members name them.</summary>
    private static async Task<IReadOnlyList<Home>> HomesAsync(IReadOnlyList<Distribution> rows, EffectContext context, CancellationToken ct)
    {
        if (context.Members is not { } members) return [];
        var found = new List<Home>();
        foreach (var names in rows.Select(r => r.HouseholdName).Where(n => n.Length > 0).Distinct().Chunk(Chunk)) await AddAsync(members(context.Db).Where(m => names.Contains(m.HouseholdName)));
        foreach (var numbers in rows.Select(r => r.HouseholdNumber).Where(n => n.Length > 0).Distinct().Chunk(Chunk)) await AddAsync(members(context.Db).Where(m => numbers.Contains(m.HouseholdNumber)));
        return [.. found.Distinct()];

        async Task AddAsync(IQueryable<PersonKey> people) =>
            found.AddRange((await people.Select(m => new { m.HouseholdId, m.Region, m.HouseholdName, m.HouseholdNumber }).Distinct().ToListAsync(ct)).Select(m => new Home(m.HouseholdId, m.Region, m.HouseholdName, m.HouseholdNumber)));
    }

    private sealed record Home(long Id, long Region, string Name, string Number);
}
