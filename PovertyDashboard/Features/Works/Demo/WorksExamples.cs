using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Demo;

/// <summary>
/// 示例 rows in the towns of the demo store: works by batch with sketches and photos, lists of labour and material with doubts, audits concluded, waiting and
/// imported; some homes of the sample sheet of 北城街道 that were found as reported are concluded too.
/// </summary>
internal static class WorksExamples
{
    private const int HomesOfTown = 45, ConcludedEvery = 4;

    private static readonly long[] Towns = [371590115000, WorksFacts.Xuying, WorksFacts.Beicheng];

    public static readonly SeedStep Step = new(670, "Example works and audits", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (services.GetService<HouseholdKeys>() is not { } households || await db.Set<Work>().AnyAsync(w => w.Remark == DemoLines.Mark, ct)) return;
        var (writer, today) = (services.GetRequiredService<BulkWriter>(), services.GetRequiredService<Clock>().Today);
        await db.InTransactionAsync(
            async inner =>
            {
                foreach (var town in Towns)
                {
                    var range = RegionKey.Subtree(town);
                    var homes = await households(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi && !db.Set<WorkLine>().Any(l => l.Region == h.Region && l.HouseholdName == h.HeadName) && !db.Set<Work>().Any(w => w.HouseholdId == h.Id))
                        .OrderBy(h => h.Id).Take(HomesOfTown).ToListAsync(inner);
                    // Two of one name in a village would be one home on a list of names.
                    homes = [.. homes.GroupBy(h => (h.Region, h.HeadName)).Where(g => g.Count() == 1).Select(g => g.First())];
                    var built = await db.Set<WorkBatch>().Where(b => b.Region >= range.Lo && b.Region < range.Hi).Select(b => b.Region).ToListAsync(inner);
                    await WriteAsync([.. homes.Select(h => h.Region).Distinct().Except(built).Select(v => DemoSites.BatchOf(v))], inner);
                    var works = homes.SelectMany(h => DemoSites.Of(h, today)).ToList();
                    await WriteAsync(works, inner);
                    await WriteAsync([.. works.Where(w => w.HasSketch).Select(DemoSites.Drawn)], inner);
                    var audits = homes.Where(DemoLines.IsConcluded).ToDictionary(h => h.Id, h => DemoLines.Conclude(h.Region, h.HeadName, h.Id, DemoLines.Of(h)));
                    await WriteAsync([.. audits.Values], inner);
                    await WriteAsync(LinesOf(homes, audits), inner);
                    await WriteAsync([.. homes.Where(h => !DemoLines.IsConcluded(h) && h.Id % 7 == 1).Select(Papers), .. homes.Where(h => h.Id % 8 == 5).Select(Past)], inner);
                }

                await ConcludeSampleAsync(db, inner);
                await DemoYards.AddAsync(db, inner);
                return 0;
            },
            ct);

        Task WriteAsync(IReadOnlyList<LedgerRow> rows, CancellationToken inner) => writer.WriteAsync(db, [.. rows.Select(r => new RowWrite(r, null))], null, inner);
    }

    /// <summary>The lines of the homes, fixed by their audits; one person stands on two lists for a whole day each.</summary>
    public static IReadOnlyList<WorkLine> LinesOf(IReadOnlyList<HouseholdKey> homes, Dictionary<long, HomeAudit> audits)
    {
        var lines = homes.Select(h => (Home: h, Lines: DemoLines.Of(h))).ToList();
        foreach (var (home, own) in lines)
            if (audits.GetValueOrDefault(home.Id) is { } audit)
                foreach (var line in own) line.AuditId = audit.Id;
        foreach (var village in lines.Where(l => !DemoLines.IsVerified(l.Home)).GroupBy(l => l.Home.Region).Where(g => g.Count() > 1))
            foreach (var (_, own) in village.Take(2)) (own[0].DoneOn, own[0].Worker, own[0].ReportedQuantity) = (new(2020, 6, 15), "郑某某", 1_00);
        return [.. lines.SelectMany(l => l.Lines)];
    }

    private static async Task ConcludeSampleAsync(AppDbContext db, CancellationToken ct)
    {
        var range = RegionKey.Subtree(WorksFacts.Beicheng);
        var found = await db.Set<WorkLine>().Where(l => l.Region >= range.Lo && l.Region < range.Hi && l.Remark == "" && l.AuditId == null && l.VerifiedQuantity != null).OrderBy(l => l.Id).ToListAsync(ct);
        var homes = found.GroupBy(HomeKey.Of).Where(g => g.All(l => l is { Cut: 0, Added: 0 })).Where((_, i) => i % ConcludedEvery == 0).Select(g => (Lines: g.ToList(), Audit: DemoLines.Conclude(g.Key.Region, g.Key.HouseholdName, g.Key.HouseholdId, [.. g]))).ToList();
        db.AddRange(homes.Select(h => h.Audit));
        await db.SaveChangesAsync(ct);
        foreach (var (lines, audit) in homes)
            foreach (var line in lines) line.AuditId = audit.Id;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>An audit that waits for papers.</summary>
    private static HomeAudit Papers(HouseholdKey home)
    {
        var sums = LineSums.Of(DemoLines.Of(home));
        return new HomeAudit
        {
            Region = home.Region,
            HouseholdName = home.HeadName,
            HouseholdId = home.Id,
            AuditedOn = new(2020, 8, 12),
            Auditors = DemoLines.AuditorName,
            Lines = sums.Lines,
            Reported = sums.Reported,
            Verified = sums.Reported - sums.Cut + sums.Added,
            Cut = sums.Cut,
            Added = sums.Added,
            Conclusion = AuditConclusion.Papers,
            Opinion = "缺沙子发票，补齐后再定案",
            Remark = DemoLines.Mark,
        };
    }

    /// <summary>An audit of an earlier year, as a file brings it.</summary>
    private static HomeAudit Past(HouseholdKey home) => new()
    {
        Region = home.Region,
        HouseholdName = home.HeadName,
        HouseholdId = home.Id,
        AuditedOn = new(2019, 9, 20),
        Auditors = DemoLines.AuditorName,
        Lines = 3,
        Reported = 1_260_00,
        Verified = 1_180_00,
        Cut = 80_00,
        Conclusion = home.Id % 16 == 5 ? AuditConclusion.Untrue : AuditConclusion.Partly,
        Opinion = "水泥多报，已核减",
        ConcludedOn = new(2019, 9, 25),
        IsImported = true,
        Remark = DemoLines.Mark,
    };
}
