using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Remediation.Demo;

/// <summary>示例 problems of 韩集镇 and 张寨镇 in the demo store; those of 北城街道 come from the sample ledger.</summary>
internal static class RemediationDemo
{
    private const int PerTown = 96, Miswritten = 92;
    private const long Hanji = 371590115000, Zhangzhai = 371522116000;
    private const string Mark = "示例", ProjectFunds = "项目资金";

    public static SeedStep Step => new(660, "Example problems", DemoOnly: true, SeedAsync);

    private static async Task SeedAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Problem>().AnyAsync(p => p.Remark == Mark, ct)) return;
        var tree = services.GetRequiredService<RegionDirectory>().Tree;
        var settings = services.GetRequiredService<SettingsDirectory>();
        var households = services.GetService<HouseholdKeys>();
        await db.InTransactionAsync(
            async innerCt =>
            {
                foreach (var (town, shift) in new[] { (Hanji, 0), (Zhangzhai, 5) })
                    await AddTownAsync(db, await PlacesAsync(db, households, tree, town, innerCt), town, shift, innerCt);
                await LiveChecksAsync(db, settings, innerCt);
                await DemoPhotos.AddAsync(db, innerCt);
                return true;
            },
            ct);
    }

    private static async Task AddTownAsync(AppDbContext db, IReadOnlyList<(long Village, string Name, long? Household)> places, long town, int shift, CancellationToken ct)
    {
        var numbers = new Dictionary<DateOnly, ProblemNumbers>();
        var problems = new List<Problem>();
        for (var i = 0; i < PerTown; i++)
        {
            var (example, foundOn) = (ExampleProblems.Of(i + shift), DemoLife.FoundOn(i, PerTown));
            if (!numbers.TryGetValue(foundOn, out var next)) numbers[foundOn] = next = await ProblemOpening.NumbersAsync(db, town, foundOn, ct);
            // Steps of 37 through the households: neighbours in the list lie in different villages.
            var (village, name, household) = Named(places[(i * 37 + shift) % places.Count], example, i);
            problems.Add(new Problem
            {
                Region = village,
                Number = next.Next(),
                HouseholdName = name,
                HouseholdId = household,
                Source = ExampleProblems.SourceOf(i + shift),
                Category = example.Category,
                Description = example.Description,
                FoundOn = foundOn,
                FoundBy = ExampleProblems.PersonOf(i + shift),
                DueOn = DemoLife.DueOn(i, foundOn),
                Remark = Mark,
            });
        }

        // First as found, so that each has its id and does not count as history brought in closed.
        db.AddRange(problems);
        await db.SaveChangesAsync(ct);
        for (var i = 0; i < PerTown; i++) db.AddRange(DemoLife.Live(problems[i], i));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A project stands for itself, and one name in a town is written so that it matches no household: both stay unlinked.</summary>
    private static (long Village, string Name, long? Household) Named((long Village, string Name, long? Household) place, Example example, int i) =>
        example.Category == ProjectFunds ? place with { Name = "扶贫大棚2期", Household = null }
        : i == Miswritten ? place with { Name = $"{place.Name}（儿子代签）", Household = null }
        : place;

    /// <summary>Problems that checks have opened are dealt with too; what was closed is looked at again a week later, and one in ten fails.</summary>
    private static async Task LiveChecksAsync(AppDbContext db, SettingsDirectory settings, CancellationToken ct)
    {
        var found = await db.Set<Problem>().Where(p => p.OriginId != null && p.State == ProblemState.Waiting && p.DueOn != null && p.FoundOn <= DemoLife.AsOf).OrderBy(p => p.FoundOn).ThenBy(p => p.Id).ToListAsync(ct);
        for (var i = 0; i < found.Count; i++)
        {
            db.AddRange(DemoLife.LiveOfCheck(found[i], i));
            if (found[i] is not { ClosedOn: { } closedOn } || Rechecks.For(found[i], closedOn, settings) is not { } recheck) continue;
            db.Add(recheck);
            if (recheck.DueOn < DemoLife.AsOf) await Rechecks.ConcludeAsync(db, recheck, passed: i % 10 != 4, "复查时又不达标", DemoLife.Inspector, recheck.DueOn, settings, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Households of the town where it has some, else its villages with an invented name that stays unlinked.</summary>
    private static async Task<IReadOnlyList<(long Village, string Name, long? Household)>> PlacesAsync(AppDbContext db, HouseholdKeys? households, RegionTree tree, long town, CancellationToken ct)
    {
        var range = RegionKey.Subtree(town);
        var known = households is null ? [] : await households(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi).OrderBy(h => h.Region).ThenBy(h => h.Id).ToListAsync(ct);
        return known.Count > 0
            ? [.. known.Select(h => (h.Region, h.HeadName, (long?)h.Id))]
            : [.. tree.VillagesOf(town).Select((v, i) => (v.Key, ExampleProblems.PersonOf(i), (long?)null))];
    }
}
