using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Browser;

/// <summary>Every figure of the source page is found by a user on a page of the running product.</summary>
public sealed class SeedFactsTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    public static TheoryData<string> Systems => [.. Enumerable.Range(1, 11).Select(n => $"S{n}")];

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task What_the_source_page_tells_of_a_system_stands_on_its_pages(string system)
    {
        var facts = SeedFacts.All.Where(f => f.System == system).ToList();
        Assert.NotEmpty(facts);
        var missing = new List<string>();
        foreach (var pages in facts.GroupBy(f => f.User))
        {
            var page = await site.OpenAsync(pages.Key, "/help", BrowserSite.Desk);
            foreach (var fact in pages)
            {
                var address = await site.Site.InStoreAsync(UserIdentity.System, fact.Address);
                await BrowserSite.GoAsync(page, address);
                await BrowserSite.LoadedAsync(page);
                var text = await page.InnerTextAsync("main");
                missing.AddRange(fact.Texts.Where(t => !text.Contains(t, StringComparison.Ordinal)).Select(t => $"{address}: {t}"));
            }

            await page.Context.CloseAsync();
        }

        Assert.Empty(missing);
    }
}
