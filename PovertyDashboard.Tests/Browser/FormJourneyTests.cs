using Microsoft.Playwright;
using PovertyDashboard.Tests.Excel.Filling;
using PovertyDashboard.Tests.Excel.Writing;
using PovertyDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>The county's form in a real browser: brought once, its cells placed, filled by one click, and right when it is opened.</summary>
public sealed class FormJourneyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_clerk_brings_the_countys_form_places_its_cells_and_fills_it()
    {
        var page = await site.OpenAsync("demo.zhangzhai", "/forms", BrowserSite.Desk);
        await page.FillAsync("#form-name", "县季度表");
        await page.SetInputFilesAsync("input[type=file]:enabled", new FilePayload { Name = CountyForm.FileName, MimeType = "application/octet-stream", Buffer = CountyForm.File });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "县季度表" })).ToBeVisibleAsync();

        await page.Locator("[data-cell=B3]").ClickAsync();
        await page.FillAsync("#panel-find", "在册户");
        await page.Locator(".choices .menu-item", new() { HasText = "在册户" }).First.ClickAsync();
        await Expect(page.Locator("[data-cell=B3] .chip")).ToHaveTextAsync("在册户");
        await page.Locator("[data-cell=B2]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "填报信息" }).ClickAsync();
        await page.Locator(".choices .menu-item", new() { HasText = "填报单位" }).ClickAsync();
        await Expect(page.Locator("[data-cell=B2] .chip")).ToHaveTextAsync("填报单位");

        await page.Locator("[data-cell=B6]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "明细行", Exact = true }).ClickAsync();
        await page.SelectOptionAsync("#panel-ledger", "households");
        await page.GetByRole(AriaRole.Button, new() { Name = "把第 6 行设为明细行" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "按表头套上" }).ClickAsync();
        await Expect(page.Locator("[data-cell=D6] .chip")).ToHaveTextAsync("家庭人口数");
        await page.SelectOptionAsync("#panel-measure", "households.all");
        await Expect(page.Locator(".panel .muted")).ToContainTextAsync("在册户");

        await page.GetByRole(AriaRole.Button, new() { Name = "填写并下载" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "填写并下载" }).ClickAsync());
        Assert.Equal("张寨镇县季度表-2020-08-31.xlsx", download.SuggestedFilename);
        var path = Path.Combine(site.Site.Folder, "filled.xlsx");
        await download.SaveAsAsync(path);
        var book = new FilledBook(await File.ReadAllBytesAsync(path));
        var households = int.Parse(book.At("B3")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(households > 100, book.At("B3"));
        Assert.Equal(("张寨镇", "1", households.ToString(System.Globalization.CultureInfo.InvariantCulture), "合计"), (book.At("B2"), book.At("A6"), book.At($"A{5 + households}"), book.At($"A{6 + households}")));
        WrittenSheet.AssertValid(book.Content);

        var lines = await LibreOffice.ComputeAsync(book.Content, 1);
        var people = Enumerable.Range(6, households).Sum(row => int.Parse(book.At($"D{row}") ?? "0", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(people.ToString(System.Globalization.CultureInfo.InvariantCulture), lines[5 + households][3]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_a_cell_is_placed_without_the_page_running_sideways()
    {
        var page = await site.OpenAsync("demo.zhangzhai", "/forms/1", BrowserSite.Phone);
        await page.Locator("[data-cell=B8]").ClickAsync();
        await Expect(page.Locator("#panel-title")).ToBeInViewportAsync();
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= BrowserSite.Phone.Width);
        await page.Context.CloseAsync();
    }
}
