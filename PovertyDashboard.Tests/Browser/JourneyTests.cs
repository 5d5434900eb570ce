using System.Globalization;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>What the three kinds of user do every day, in a real browser on the demo store.</summary>
public sealed class JourneyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const long Hanji = 371590115000;

    [Fact]
    public async Task A_leader_clicks_a_figure_and_gets_a_list_of_as_many_rows_but_may_not_write()
    {
        var page = await site.OpenAsync("demo.leader", "/", BrowserSite.Desk);
        var tile = page.Locator("a.tile", new() { HasText = "逾期未整改" });
        var figure = await NumberOfAsync(tile.Locator(".number"));
        Assert.True(figure > 0);
        await tile.ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("measure=problems.overdue", StringComparison.Ordinal));
        await Expect(page.GetByText(new Regex($"共 {figure:#,0} 件"))).Not.ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "登记问题" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "导入", Exact = true })).ToHaveCountAsync(0);

        var download = await ExportAsync(page);
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Staff_export_a_ledger_change_one_cell_and_bring_it_back()
    {
        var page = await site.OpenAsync("demo.zhangzhai", "/ledgers/households", BrowserSite.Desk);
        var download = await ExportAsync(page);
        var path = Path.Combine(site.Site.Folder, "households.xlsx");
        await download.SaveAsAsync(path);
        var number = ChangeType(path);

        await BrowserSite.GoAsync(page, "/imports");
        await page.SetInputFilesAsync("input[type=file]:enabled", path);
        var write = page.GetByRole(AriaRole.Button, new() { Name = "写入 1 行（新增 0、更新 1）" });
        await write.ClickAsync(new() { Timeout = 90_000 });
        await Expect(page.GetByText("已写入 1094 行").Or(page.GetByText("已写入 1,094 行"))).ToBeVisibleAsync(new() { Timeout = 90_000 });
        var type = await site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().Where(h => h.Number == number).Select(h => h.Type).SingleAsync());
        Assert.Equal("未脱贫户", type);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_inspector_s_tick_on_a_phone_moves_the_leader_s_page_without_reload()
    {
        var (campaign, household) = await site.Site.InStoreAsync(UserIdentity.System, async db => (
            await db.Set<Campaign>().Where(c => c.Region == Hanji).Select(c => c.Id).FirstAsync(),
            await db.Set<Household>().Where(h => h.Region > Hanji && h.Region < Hanji + 1000 && !db.Set<Check>().Any(c => c.HouseholdId == h.Id)).OrderBy(h => h.Id).Select(h => h.Id).FirstAsync()));
        var leader = await site.OpenAsync("demo.leader", "/", BrowserSite.Desk);
        var found = leader.Locator("a.tile", new() { HasText = "未销号问题" }).Locator(".number");
        var before = await NumberOfAsync(found);
        await leader.EvaluateAsync("window.sameDocument = true");

        var phone = await site.OpenAsync("demo.inspector", $"/checklists/{campaign}/households/{household}", BrowserSite.Phone);
        await phone.Locator("article.item").First.GetByRole(AriaRole.Button, new() { Name = "不达标" }).ClickAsync();
        await Expect(found).ToHaveTextAsync((before + 1).ToString("#,0", CultureInfo.InvariantCulture), new() { Timeout = 15_000 });
        Assert.True(await leader.EvaluateAsync<bool>("window.sameDocument === true"));

        var problem = await site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().SingleAsync(p => p.HouseholdId == household && p.OriginLedger == "checks"));
        Assert.Equal(ProblemState.Waiting, problem.State);
        await phone.Context.CloseAsync();
        await leader.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_ledger_gets_a_sentence_and_loses_nothing()
    {
        var page = await site.OpenAsync("demo.office", "/imports", BrowserSite.Desk);
        await page.SetInputFilesAsync("input[type=file]:enabled", new FilePayload { Name = "照片.xlsx", MimeType = "application/octet-stream", Buffer = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3] });
        await Expect(page.Locator(".notice.error")).ToContainTextAsync("图片", new() { Timeout = 60_000 });
        await page.Context.CloseAsync();
    }

    private static async Task<IDownload> ExportAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "导出", Exact = true }).ClickAsync();
        return await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出", Exact = true }).ClickAsync());
    }

    private static async Task<int> NumberOfAsync(ILocator figure) =>
        int.Parse(await figure.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>Changes 户类型 of the first row, as staff do, and returns the row's 户编号.</summary>
    private static string ChangeType(string path)
    {
        using var workbook = new XLWorkbook(path);
        var sheet = workbook.Worksheets.First();
        var header = sheet.RowsUsed().First(r => r.CellsUsed().Any(c => c.GetString() == "户编号"));
        var columns = header.CellsUsed().ToDictionary(c => c.GetString(), c => c.Address.ColumnNumber);
        var row = header.RowBelow();
        row.Cell(columns["户类型"]).SetValue<string>("未脱贫户");
        workbook.Save();
        return row.Cell(columns["户编号"]).GetString();
    }
}
