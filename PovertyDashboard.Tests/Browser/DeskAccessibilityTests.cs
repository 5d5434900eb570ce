using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace PovertyDashboard.Tests.Browser;

/// <summary>axe finds nothing serious or critical on any page on a desk; the overview's picture goes into the README.</summary>
public sealed class DeskAccessibilityTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [MemberData(nameof(VisitedPages.Visitors), MemberType = typeof(VisitedPages))]
    public async Task No_page_has_a_serious_violation(string user) => Assert.Empty(await VisitedPages.FaultsAsync(site, user, BrowserSite.Desk));

    [Fact]
    public async Task A_violation_is_found_where_there_is_one()
    {
        var page = await site.OpenAsync("", "/login", BrowserSite.Desk);
        Assert.Empty(await Axe.SeriousAsync(page, "/login"));
        await page.EvaluateAsync("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/favicon.ico\"><p style=\"color:#bbb;background:#fff\">看不清</p>')");
        var found = string.Join('\n', await Axe.SeriousAsync(page, "/login"));
        Assert.Contains("image-alt", found, StringComparison.Ordinal);
        Assert.Contains("color-contrast", found, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Every_page_is_visited_by_somebody()
    {
        var visited = (await VisitedPages.AllAsync(site)).Select(a => a.Split('?')[0]).ToList();
        string[] elsewhere = ["/screen", "/checklists/checks/{CheckId:long}", "/not-found", "/imports/{BatchId:long}", "/checklists/rechecks"];
        var routes = typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).Except(elsewhere).ToList();
        Assert.True(routes.Count > 50, $"{routes.Count} pages were found.");
        var unseen = routes.Where(route => !visited.Exists(address => Regex.IsMatch(address, $"^{Regex.Replace(route, @"\{[^}]+\}", "[^/]+")}$"))).ToList();
        Assert.Empty(unseen);
    }

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
