using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>
/// The seven 省定贫困村 of 张寨镇 (S8): the page names four of them; the other three, and every year of leaving the list, are 示例.
/// </summary>
internal static class PovertyVillages
{
    private const int ExampleYear = 2018;

    /// <summary>前王庄、后王庄、三合村、南杨庄.</summary>
    private static readonly long[] Named = [371522116240, 371522116229, 371522116230, 371522116252];

    /// <summary>东王楼、郝庄、沙河.</summary>
    private static readonly long[] Examples = [371522116205, 371522116206, 371522116259];

    public static readonly SeedStep Facts = new(120, "Poverty villages of the page", DemoOnly: true, (services, ct) => MarkAsync(services, Named, null, ct));

    public static readonly SeedStep More = new(605, "Example poverty villages", DemoOnly: true, (services, ct) => MarkAsync(services, Examples, ExampleYear, ct));

    private static async Task MarkAsync(IServiceProvider services, long[] keys, int? exitedIn, CancellationToken ct)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct))
        {
            foreach (var village in await db.Set<Region>().Where(r => keys.Contains(r.Key)).ToListAsync(ct)) (village.IsPovertyVillage, village.ExitedIn) = (true, exitedIn);
            await db.SaveChangesAsync(ct);
        }

        await services.GetRequiredService<RegionDirectory>().LoadAsync(ct);
    }
}
