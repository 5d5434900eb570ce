using Microsoft.Playwright;

namespace PovertyDashboard.Tests.Browser;

/// <summary>axe finds nothing serious or critical on any page on a desk; the overview's picture goes into the README.</summary>
public sealed class DeskAccessibilityTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [MemberData(nameof(VisitedPages.Visitors), MemberType = typeof(VisitedPages))]
    public async Task No_page_has_a_serious_violation(string user) => Assert.Empty(await VisitedPages.FaultsAsync(site, user, BrowserSite.Desk));

    [Fact]
    public async Task The_big_screen_has_no_serious_violation()
    {
        var page = await site.OpenAsync("demo.leader", "/screen", new ViewportSize { Width = 1920, Height = 1080 });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Empty(await Axe.SeriousAsync(page, "/screen"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_overview_fits_its_window_and_is_pictured_for_the_readme()
    {
        var page = await site.OpenAsync("demo.leader", "/", BrowserSite.Desk);
        await page.Locator("canvas").First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(BrowserSite.Desk.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        var picture = await page.ScreenshotAsync();
        Assert.True(picture.Length > 50_000);
        // Only where asked: a test run must not change the work tree.
        if (Environment.GetEnvironmentVariable("README_PICTURE") is { Length: > 0 } path) await File.WriteAllBytesAsync(path, picture);
        await page.Context.CloseAsync();
    }
}
