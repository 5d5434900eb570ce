using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>Synthetic households with their members for the verb <c>demo</c>.</summary>
internal static class DemoFamilies
{
    public static readonly DemoSource Source = new(10, MakeAsync);

    private static async Task<IReadOnlyList<LedgerRow>> MakeAsync(DemoBatch batch, CancellationToken ct)
    {
        var ids = await batch.Run.KeepAsync(() => batch.Db.Set<Member>().IgnoreQueryFilters().Select(m => m.IdNumber).ToHashSetAsync(ct));
        var maker = new FamilyMaker(batch.Random, new SyntheticIds(batch.Random, ids));
        var tree = batch.Services.GetRequiredService<RegionDirectory>().Tree;
        var households = new List<Household>();
        foreach (var (village, count) in batch.Places)
        {
            var names = new HashSet<string>();
            for (var i = 0; i < count; i++) households.Add(maker.Make(village, NumberOf(tree, village, batch.First + households.Count), maker.HeadName(names)));
        }

        return households;
    }

    /// <summary>Township code, running number below 900000 (示例 households have 9 there, the sample town 100000 and more), 0; members take the first 15 digits.</summary>
    private static string NumberOf(RegionTree tree, long village, int running)
    {
        var township = RegionKey.TownshipOf(village);
        var code = tree.Find(township) is { Code.Length: 9 } node ? node.Code : township.ToString(CultureInfo.InvariantCulture)[..9];
        return string.Create(CultureInfo.InvariantCulture, $"{code}{running:000000}0");
    }
}
