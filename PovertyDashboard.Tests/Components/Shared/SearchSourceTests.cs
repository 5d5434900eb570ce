using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Shared.Search;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Components.Shared;

/// <summary>What the search of the app bar finds on the demo store.</summary>
public sealed class SearchSourceTests(TestSite site) : IClassFixture<TestSite>
{
    private const long Hanji = 371590115000, Zhangzhai = 371522116000;

    [Fact]
    public async Task A_part_of_a_name_finds_households_and_problems_of_the_own_places_only()
    {
        var name = await site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().Where(h => h.Region > Zhangzhai && h.Region < Zhangzhai + 1000).OrderBy(h => h.Id).Select(h => h.HeadName).FirstAsync());
        Assert.Contains(await FindAsync(Zhangzhai, name), h => h.Title == name && h.Href.StartsWith("/households/", StringComparison.Ordinal));
        Assert.DoesNotContain(await FindAsync(Hanji, name), h => h.Title == name);
    }

    [Fact]
    public async Task A_whole_ID_finds_its_person_and_a_part_of_it_finds_nobody()
    {
        var id = await site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().Where(h => h.Region > Hanji && h.Region < Hanji + 1000 && h.HeadId != "").OrderBy(h => h.Id).Select(h => h.HeadId).FirstAsync());
        var hits = await FindAsync(Hanji, id);
        Assert.NotEmpty(hits);
        Assert.All(hits, h => Assert.DoesNotContain(id, h.Title + h.Note + h.Href, StringComparison.Ordinal));
        Assert.Empty(await FindAsync(Hanji, id[..14]));
    }

    [Fact]
    public async Task A_problem_is_found_by_its_number()
    {
        var number = await site.InStoreAsync(UserIdentity.System, db => db.Set<PovertyDashboard.Loop.Problem>().Where(p => p.Township == Hanji).OrderBy(p => p.Id).Select(p => p.Number).FirstAsync());
        Assert.Contains(await FindAsync(Hanji, number), h => h.Href.StartsWith("/problems/", StringComparison.Ordinal));
    }

    private Task<List<SearchHit>> FindAsync(long region, string text) => site.AsAsync(new UserIdentity("some.staff", "某人", [Roles.Staff], RegionScope.Of([region])), async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var hits = new List<SearchHit>();
        foreach (var source in services.GetServices<SearchSource>())
            hits.AddRange(await source.FindAsync(new SearchQuery(text, db, services.GetRequiredService<RegionDirectory>().Tree, 50), CancellationToken.None));
        return hits;
    });
}
