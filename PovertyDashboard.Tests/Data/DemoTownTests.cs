using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Commands;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Households;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Data;

/// <summary>The verb demo: linked rows in every ledger, the same for the same seed, and figures that agree.</summary>
public sealed class DemoTownTests
{
    private static readonly UserIdentity CommandLine = UserIdentity.CommandLine("test");

    [Fact]
    public async Task Every_ledger_grows_linked_and_the_store_stays_clean()
    {
        await using var site = new StagingSite();
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await new Verbs(["demo", "--households", "150", "--seed", "7"]).RunAsync(site.Services, output, error, CancellationToken.None);

        Assert.Equal(Verbs.Done, code);
        var rows = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd().Split('\t')).ToDictionary(l => l[2], l => l[1]);
        Assert.Superset(new HashSet<string> { "households", "members", "checks", "check-answers", "campaigns", "trainings", "rechecks", "problems" }, rows.Keys.ToHashSet());
        Assert.Equal("增加 150 户", rows["households"]);
        Assert.Contains("已增加 150 / 150 户", error.ToString(), StringComparison.Ordinal);

        await site.InStoreAsync(UserIdentity.System, async db =>
        {
            Assert.Empty(await db.Set<Check>().Where(c => !db.Set<Household>().Any(h => h.Id == c.HouseholdId && h.Region == c.Region && h.HeadName == c.HouseholdName)).ToListAsync());
            var failed = await db.Set<CheckAnswer>().Where(a => a.Result == CheckResult.Failed).Select(a => new { Id = (long?)a.CheckId, a.ItemCode }).OrderBy(a => a.Id).ThenBy(a => a.ItemCode).ToListAsync();
            var opened = await db.Set<Problem>().Where(p => p.OriginLedger == "checks").Select(p => new { Id = p.OriginId, ItemCode = p.OriginItem }).OrderBy(p => p.Id).ThenBy(p => p.ItemCode).ToListAsync();
            Assert.NotEmpty(failed);
            Assert.Equal(failed, opened);
            Assert.Empty(await db.Set<Recheck>().Where(r => !db.Set<Problem>().Any(p => p.Id == r.ProblemId && p.State == ProblemState.Closed)).ToListAsync());
            var checks = await db.Set<Check>().ToListAsync();
            var campaigns = await db.Set<Campaign>().ToListAsync();
            Assert.All(checks, c => Assert.Contains(campaigns, a => a.Covers(c.CheckedOn) && RegionKey.TownshipOf(c.Region) == a.Region));
            return 0;
        });
        Assert.Empty(await site.AsAsync(UserIdentity.System, services =>
            ActivatorUtilities.CreateInstance<StoreVerification>(services, ActivatorUtilities.CreateInstance<RegionTotals>(services)).FaultsAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task The_same_seed_on_the_same_store_gives_the_same_rows_and_another_seed_others()
    {
        var (one, same, other) = (await PrintAsync(7), await PrintAsync(7), await PrintAsync(8));

        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task A_second_run_adds_to_the_first_with_numbers_and_a_campaign_of_its_own()
    {
        await using var site = new StagingSite();
        await AddAsync(site, 40, 7);
        await AddAsync(site, 40, 7);

        await site.InStoreAsync(UserIdentity.System, async db =>
        {
            var numbers = await db.Set<Household>().Select(h => h.Number).ToListAsync();
            Assert.Equal((80, 80), (numbers.Count, numbers.Distinct().Count()));
            Assert.Equal([202007, 202008], await db.Set<Campaign>().OrderBy(c => c.Month).Select(c => c.Month).ToListAsync());
            return 0;
        });
    }

    [Fact]
    public async Task The_town_is_filled_first_then_the_county_around_it()
    {
        await using var store = await HouseholdStore.OpenAsync();
        var tree = store.Services.GetRequiredService<RegionDirectory>().Tree;
        await store.AddAsync([.. Enumerable.Range(0, 1_990).Select(i => HouseholdStore.Household(HouseholdStore.Sanhe, $"37152211655{i:00000}", "王某"))]);
        await using (var scope = store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(CommandLine))
            await scope.ServiceProvider.GetRequiredService<DemoTown>().AddAsync(30, 1, null, CancellationToken.None);

        var regions = await store.RunAsync(db => db.Set<Household>().Select(h => h.Region).ToListAsync());
        Assert.Equal(2_000, regions.Count(RegionKey.Subtree(HouseholdStore.Zhangzhai).Contains));
        Assert.Equal(2_020, regions.Count(RegionKey.Subtree(371522000000).Contains));
        Assert.All(regions, r => Assert.Equal(RegionLevel.Village, tree.Find(r)!.Level));
    }

    private static async Task<List<string>> PrintAsync(int seed)
    {
        await using var site = new StagingSite();
        await AddAsync(site, 60, seed);
        return await site.InStoreAsync(UserIdentity.System, async db =>
        {
            List<string> lines = [];
            lines.AddRange(await db.Set<Member>().OrderBy(m => m.Id).Select(m => m.Number + m.Name + m.IdNumber + m.Health).ToListAsync());
            lines.AddRange(await db.Set<Campaign>().OrderBy(c => c.Id).Select(c => c.Region + c.Title + c.Month).ToListAsync());
            lines.AddRange(await db.Set<Training>().OrderBy(t => t.Id).Select(t => t.Region + t.Venue + t.Attended).ToListAsync());
            lines.AddRange(await db.Set<Check>().OrderBy(c => c.Id).Select(c => c.HouseholdName + c.CheckedOn + c.PassedCount + c.FailedCount).ToListAsync());
            lines.AddRange(await db.Set<Problem>().OrderBy(p => p.Id).Select(p => p.Number + p.Description + p.State + p.ClosedOn).ToListAsync());
            lines.AddRange(await db.Set<Recheck>().OrderBy(r => r.Id).Select(r => r.Subject + r.DueOn + r.DoneOn).ToListAsync());
            return lines;
        });
    }

    private static Task<IReadOnlyList<(Ledger Ledger, int Rows)>> AddAsync(TestSite site, int count, int seed) => site.AsAsync(CommandLine, services =>
        services.GetRequiredService<DemoTown>().AddAsync(count, seed, null, CancellationToken.None));
}
