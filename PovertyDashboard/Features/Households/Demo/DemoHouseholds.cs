using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>
/// The demo store's households: the page's own (S1), 示例 households of the towns whose sample sheets name heads, and hard cases.
/// 张寨镇 comes from the sample files by import.
/// </summary>
internal static class DemoHouseholds
{
    private const int Seed = 20_200_831;

    /// <summary>Townships, the sample sheet that names heads there, and how many households each has.</summary>
    private static readonly (long Township, string File, int Count)[] Towns =
    [
        (371590115000, "六净一规范检查-韩集镇.xlsx", 180),
        (371591008000, "整改台账-北城街道.csv", 150),
        (371590108000, "", 24),
    ];

    public static readonly SeedStep Step = new(600, "Households of the page and 示例 households", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        var numbers = await db.Set<Household>().IgnoreQueryFilters().Select(h => h.Number).ToHashSetAsync(ct);
        var ids = await db.Set<Member>().IgnoreQueryFilters().Select(m => m.IdNumber).ToHashSetAsync(ct);
        var households = Invent(services.GetRequiredService<RegionDirectory>().Tree, ids, ct).Prepend(DengFamily.Make()).Where(h => !numbers.Contains(h.Number)).ToList();
        if (households.Count == 0) return;
        var writer = services.GetRequiredService<BulkWriter>();
        await db.InTransactionAsync(async inner =>
        {
            await writer.WriteAsync(db, [.. households.Select(h => new RowWrite(h, null))], progress: null, inner);
            return households.Count;
        }, ct);
    }

    /// <summary>The same families at every call; only the numbers of taken IDs differ.</summary>
    private static List<Household> Invent(RegionTree tree, HashSet<string> takenIds, CancellationToken ct)
    {
        var households = new List<Household>();
        foreach (var (township, file, count) in Towns)
        {
            var random = new Random(Seed + households.Count);
            var maker = new FamilyMaker(random, new SyntheticIds(random, takenIds));
            var villages = tree.VillagesOf(township).ToList();
            var heads = (file.Length == 0 ? [] : SampleHeads.Read(file, township, tree, ct)).ToList();
            var taken = heads.ToLookup(h => h.Village, h => h.Name);
            var names = villages.ToDictionary(v => v.Key, v => taken[v.Key].ToHashSet());
            for (var i = heads.Count; i < count; i++)
            {
                var village = villages.MinBy(v => names[v.Key].Count)!.Key;
                heads.Add((village, maker.HeadName(names[village])));
            }

            var prefix = (tree.Find(township) is { Code.Length: 9 } node ? node.Code : township.ToString(CultureInfo.InvariantCulture))[..9];
            households.AddRange(heads.Select((head, i) => maker.Make(head.Village, string.Create(CultureInfo.InvariantCulture, $"{prefix}9{i:00000}0"), head.Name)));
        }

        households.AddRange(HardCases.Make(tree, takenIds));
        return households;
    }
}
