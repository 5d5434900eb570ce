using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>A leader's overview that stays open while others work: its tiles and its chart are read without ever loading the page again.</summary>
internal sealed class OpenOverview
{
    private readonly IPage _page;

    private OpenOverview(IPage page, int open, int verifying) => (_page, Open, Verifying) = (page, open, verifying);

    /// <summary>未销号问题 when the page was opened.</summary>
    public int Open { get; }

    /// <summary>待核验问题 when the page was opened.</summary>
    public int Verifying { get; }

    /// <summary>What ECharts tells of the drawn line day by day, to whoever cannot see it.</summary>
    private ILocator Chart => _page.Locator("section[aria-label='未销号问题'] [data-chart]");

    public static async Task<OpenOverview> OpenAsync(BrowserSite site, string leader)
    {
        var page = await site.OpenAsync(leader, "/", BrowserSite.Desk);
        await page.EvaluateAsync("window.sameDocument = true");
        var overview = new OpenOverview(page, await NumberAsync(TileOf(page, "未销号问题")), await NumberAsync(TileOf(page, "待核验问题")));
        await overview.ExpectAsync(0, 0);
        return overview;
    }

    /// <summary>Waits until tiles and chart show so many more than when the page was opened.</summary>
    public async Task ExpectAsync(int open, int verifying)
    {
        await Expect(TileOf(_page, "未销号问题")).ToHaveTextAsync(Text(Open + open));
        await Expect(TileOf(_page, "待核验问题")).ToHaveTextAsync(Text(Verifying + verifying));
        await Expect(Chart).ToHaveAttributeAsync("aria-label", new Regex($"实际 [^；]*31 日 {Regex.Escape(Text(Open + open))}[；。]"));
        Assert.True(await _page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    public Task CloseAsync() => _page.Context.CloseAsync();

    private static ILocator TileOf(IPage page, string title) => page.Locator("a.tile", new() { HasText = title }).Locator(".number");

    private static async Task<int> NumberAsync(ILocator figure) => int.Parse(await figure.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Text(int figure) => figure.ToString("#,0", CultureInfo.InvariantCulture);
}
