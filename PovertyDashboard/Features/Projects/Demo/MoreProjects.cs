using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Projects.Demo;

/// <summary>Synthetic rows for the verb <c>demo</c>: in each village that has none a station, its months of this year, collective income and a plan for households of the batch; in each town a joint station.</summary>
internal static class MoreProjects
{
    private const int Partners = 5;

    public static readonly IReadOnlyList<DemoSource> Sources = [new(80, StationsAsync), new(81, SharesAsync), new(82, MonthsAsync), new(83, CollectiveAsync), new(84, PlansAsync)];

    private static async Task<IReadOnlyList<LedgerRow>> StationsAsync(DemoBatch batch, CancellationToken ct)
    {
        var tree = batch.Services.GetRequiredService<RegionDirectory>().Tree;
        var villages = batch.Places.Select(p => p.Village).Distinct().Order().ToList();
        var towns = villages.Select(RegionKey.TownshipOf).Distinct().ToList();
        List<long> places = [.. villages, .. towns];
        var known = await batch.Db.Set<Project>().Where(p => p.IsStation && places.Contains(p.Region)).Select(p => p.Region).Distinct().ToListAsync(ct);
        var rows = new List<LedgerRow>(villages.Except(known).Select(v => ExampleRows.Station(v, $"{tree.NameOf(v)}村级电站", 12_00 + v % 17 * 60)));
        foreach (var town in towns.Except(known).Where(t => tree.VillagesOf(t).Take(Partners).Count() == Partners))
        {
            var joint = ExampleRows.Station(town, $"{tree.NameOf(town)}联村电站", 100_00);
            (joint.Kind, joint.Funding) = (ProjectKind.JointStation, "联村筹资");
            rows.Add(joint);
        }

        return rows;
    }

    private static Task<IReadOnlyList<LedgerRow>> SharesAsync(DemoBatch batch, CancellationToken ct)
    {
        var tree = batch.Services.GetRequiredService<RegionDirectory>().Tree;
        return Task.FromResult<IReadOnlyList<LedgerRow>>(
        [
            .. batch.Written<Project>().Where(p => p.IsJoint).SelectMany(joint => tree.VillagesOf(joint.Region).Take(Partners).Zip(FenSplit.Equally(joint.Investment ?? 0, Partners), (village, fen) => new ProjectShare
            {
                Region = village.Key,
                ProjectId = joint.Id,
                ProjectName = joint.Name,
                Parts = 1,
                Whole = Partners,
                Invested = fen,
                Remark = ExampleRows.Mark,
            })),
        ]);
    }

    private static Task<IReadOnlyList<LedgerRow>> MonthsAsync(DemoBatch batch, CancellationToken ct) => Task.FromResult<IReadOnlyList<LedgerRow>>(
        [.. batch.Written<Project>().SelectMany(p => ExampleRows.Months(p, batch.Today.Year, batch.Today.Month - 1, 85 + (int)(p.Id % 30), batch.Today))]);

    private static Task<IReadOnlyList<LedgerRow>> CollectiveAsync(DemoBatch batch, CancellationToken ct) => Task.FromResult<IReadOnlyList<LedgerRow>>(
    [
        .. batch.Written<Project>().Where(p => !p.IsJoint).Select(p => (Project: p, Fen: 8_000_00L + p.Region % 23 * 500_00)).Select(p => new CollectiveIncome
        {
            Region = p.Project.Region,
            Year = batch.Today.Year,
            Source = "资产租赁",
            Amount = p.Fen,
            ForPoor = p.Fen / 4,
            ForDisabled = p.Fen / 20,
            ForPublic = p.Fen / 3,
            Remark = ExampleRows.Mark,
        }),
    ]);

    private static Task<IReadOnlyList<LedgerRow>> PlansAsync(DemoBatch batch, CancellationToken ct)
    {
        var money = batch.Written<StationIncome>().GroupBy(i => i.ProjectId).ToDictionary(g => g.Key, g => g.Sum(i => i.Distributable));
        var homes = batch.Households.ToLookup(h => h.Region);
        return Task.FromResult<IReadOnlyList<LedgerRow>>(
        [
            .. batch.Written<Project>().Where(p => !p.IsJoint && homes[p.Region].Count() > 4).SelectMany(p => ExampleRows.Plan(
                p, p.Region, batch.Today.Year, money.GetValueOrDefault(p.Id) / 2, [.. homes[p.Region].Take(8)], batch.Today.AddDays(-30), batch.Random.Next(3) == 0 ? null : batch.Today.AddDays(-10))),
        ]);
    }
}
