using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>What an administrator changes is on the open pages of others, without a reload.</summary>
public sealed partial class AdministrationJourneyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_new_line_and_a_new_village_reach_an_open_page()
    {
        var staff = await site.OpenAsync("demo.office", "/ledgers/households?measure=households.low-income", BrowserSite.Desk);
        var range = staff.Locator(".turn .range");
        var before = await TotalOfAsync(range);
        var admin = await site.OpenAsync("demo.admin", "/admin/settings", BrowserSite.Desk);
        await admin.ClickAsync("button[aria-label^='低收入线']");
        await FillAsync(admin, "#setting-value", "4800");
        await FillAsync(admin, "#setting-from", "2020-07-01");
        await FillAsync(admin, "#setting-source", "示例文件");
        await admin.GetByRole(AriaRole.Button, new() { Name = "保存新值" }).ClickAsync();
        await Expect(admin.Locator(".notice.warn")).ToContainTextAsync($"低收入户（贫困户台账）：{before.ToString("#,0", CultureInfo.InvariantCulture)} 户 → ");
        await admin.GetByRole(AriaRole.Button, new() { Name = "仍然保存" }).ClickAsync();
        await Expect(range).Not.ToContainTextAsync($"共 {before.ToString("#,0", CultureInfo.InvariantCulture)} 户", new() { Timeout = 15_000 });
        Assert.True(await TotalOfAsync(range) > before);

        await BrowserSite.GoAsync(admin, "/admin/regions?place=371590115000");
        await admin.GetByRole(AriaRole.Button, new() { Name = "添加村" }).ClickAsync();
        await FillAsync(admin, "#place-name", "示例新增村");
        await admin.GetByRole(AriaRole.Button, new() { Name = "添加", Exact = true }).ClickAsync();
        await Expect(admin.Locator("h2").GetByText("示例新增村")).ToBeVisibleAsync();

        await staff.ClickAsync(".picker-button");
        await staff.FillAsync(".picker-panel input", "示例新增");
        await Expect(staff.Locator(".picker-panel .hit-name")).ToHaveTextAsync("示例新增村", new() { Timeout = 15_000 });
        await staff.Context.CloseAsync();
        await admin.Context.CloseAsync();
    }

    private static async Task FillAsync(IPage page, string field, string text)
    {
        await page.FillAsync(field, text);
        await page.Locator(field).BlurAsync();
    }

    private static async Task<long> TotalOfAsync(ILocator range) =>
        long.Parse(Total().Match(await range.InnerTextAsync()).Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"共 ([\d,]+) 户")]
    private static partial Regex Total();
}
