using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Security;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>What goes wrong at a desk, in a real browser: a sentence each, and nothing that was typed or stored is lost.</summary>
public sealed class BadInputJourneyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const long Zhangzhai = 371522116000;

    [Fact]
    public async Task The_second_of_two_open_pages_sees_both_versions_and_its_choice_is_stored()
    {
        var home = (await HouseholdsAsync(Zhangzhai))[0];
        var first = await OpenRowAsync("demo.office", home.Id);
        var second = await OpenRowAsync("demo.zhangzhai", home.Id);
        await SaveRemarkAsync(first, "门牌已换");
        await Expect(first.Locator(".ledger-dialog")).ToHaveCountAsync(0);

        await SaveRemarkAsync(second, "已搬到前街");
        var conflict = second.Locator(".conflict-dialog");
        await Expect(conflict).ToContainTextAsync("示例办公室 先保存了这一行");
        await Expect(conflict.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(conflict.Locator("tbody tr")).ToContainTextAsync("已搬到前街");
        await Expect(conflict.Locator("tbody tr")).ToContainTextAsync("门牌已换");
        Assert.Equal("门牌已换", (await StoredAsync(home.Id)).Remark);

        // Going back loses nothing of what was typed.
        await conflict.GetByRole(AriaRole.Button, new() { Name = "回去修改" }).ClickAsync();
        await Expect(second.Locator("#field-Remark")).ToHaveValueAsync("已搬到前街");
        await SaveAsync(second);
        await conflict.GetByRole(AriaRole.Button, new() { Name = "全部用我的" }).ClickAsync();
        await conflict.GetByRole(AriaRole.Button, new() { Name = "保存所选" }).ClickAsync();
        await Expect(second.Locator(".ledger-dialog")).ToHaveCountAsync(0);
        Assert.Equal(("已搬到前街", home.Version + 2), ((await StoredAsync(home.Id)).Remark, (await StoredAsync(home.Id)).Version));
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_of_50_MB_gets_a_sentence_and_the_next_file_is_taken()
    {
        var large = Path.Combine(site.Site.Folder, "照片太多.xlsx");
        await using (var file = File.Create(large)) file.SetLength(50 * 1024 * 1024);
        var page = await site.OpenAsync("demo.office", "/imports", BrowserSite.Desk);
        await page.SetInputFilesAsync("input[type=file]:enabled", large);
        await Expect(page.Locator(".notice.error")).ToHaveTextAsync("“照片太多.xlsx”有 50.0 MB，超过 10 MB。请拆成几个文件后再导入。");

        await page.SetInputFilesAsync("input[type=file]:enabled", Support.Samples.PathOf("整改台账-北城街道.csv"));
        await page.WaitForURLAsync("**/imports/*");
        await Expect(page.GetByText("整改台账-北城街道.csv").First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Addresses_of_foreign_and_of_deleted_households_say_so_in_a_sentence()
    {
        var foreign = (await HouseholdsAsync(371590115000))[0];
        var deleted = (await HouseholdsAsync(Zhangzhai))[1];
        await site.Site.InStoreAsync(UserIdentity.System, async db =>
        {
            var row = await db.Set<Household>().SingleAsync(h => h.Id == deleted.Id);
            (row.IsDeleted, row.DeleteReason) = (true, "重复登记");
            return await db.SaveChangesAsync();
        });

        var page = await site.OpenAsync("demo.zhangzhai", $"/ledgers/households?row={foreign.Id}", BrowserSite.Desk);
        await Expect(page.Locator(".notice")).ToContainTextAsync("没有这一行，或者它不在您的管辖范围内。");
        await BrowserSite.GoAsync(page, $"/households/{foreign.Id}");
        await Expect(page.Locator("h1")).ToHaveTextAsync("没有这一户");
        Assert.DoesNotContain(foreign.HeadName, await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await BrowserSite.GoAsync(page, $"/households/{deleted.Id}");
        await Expect(page.Locator("main")).ToContainTextAsync("重复登记");
        await BrowserSite.GoAsync(page, $"/ledgers/households?row={deleted.Id}");
        await Expect(page.Locator(".notice")).ToContainTextAsync("删除，原因：重复登记");
        await page.Locator(".notice").GetByRole(AriaRole.Button, new() { Name = "恢复" }).ClickAsync();
        await Expect(page.Locator(".notice")).ToHaveCountAsync(0);
        Assert.False((await StoredAsync(deleted.Id)).IsDeleted);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_searched_stands_in_no_address_and_survives_a_reload_and_the_export()
    {
        var home = (await HouseholdsAsync(Zhangzhai))[2];
        var page = await site.OpenAsync("demo.zhangzhai", "/ledgers/households", BrowserSite.Desk);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(Uri.UnescapeDataString(request.Url));
        await page.Locator(".filters input[type=search]").PressSequentiallyAsync(home.HeadName);
        await Expect(page.Locator(".condition")).ToContainTextAsync($"查找：“{home.HeadName}”");
        var count = await page.Locator(".agree").InnerTextAsync();

        await BrowserSite.GoAsync(page, page.Url);
        await Expect(page.Locator(".filters input[type=search]")).ToHaveValueAsync(home.HeadName);
        await Expect(page.Locator(".agree")).ToHaveTextAsync(count);
        await page.GetByRole(AriaRole.Button, new() { Name = "导出", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "完整", Exact = true }).ClickAsync();
        await page.FillAsync("#export-reason", $"核对{home.HeadName}的账号");
        await page.Locator("#export-reason").BlurAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出", Exact = true }).ClickAsync());
        await download.SaveAsAsync(Path.Combine(site.Site.Folder, "searched.xlsx"));

        Assert.DoesNotContain(asked.Append(Uri.UnescapeDataString(page.Url)).Append(Uri.UnescapeDataString(download.Url)), url => url.Contains(home.HeadName, StringComparison.Ordinal) || url.Contains("核对", StringComparison.Ordinal));
        var audit = await site.Site.InStoreAsync(UserIdentity.System, db => db.Audit.OrderByDescending(a => a.Id).FirstAsync(a => a.Action == "导出"));
        Assert.Contains($"核对{home.HeadName}的账号", System.Text.RegularExpressions.Regex.Unescape(audit.Details), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private Task<List<Household>> HouseholdsAsync(long township) => site.Site.InStoreAsync(UserIdentity.System, db =>
        db.Set<Household>().AsNoTracking().Where(h => h.Region > township && h.Region < township + 1000).OrderBy(h => h.Id).Skip(20).Take(3).ToListAsync());

    private Task<Household> StoredAsync(long id) => site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().AsNoTracking().SingleAsync(h => h.Id == id));

    private async Task<IPage> OpenRowAsync(string user, long row)
    {
        var page = await site.OpenAsync(user, $"/ledgers/households?row={row}", BrowserSite.Desk);
        await Expect(page.Locator("#field-Remark")).ToBeVisibleAsync();
        return page;
    }

    private static async Task SaveRemarkAsync(IPage page, string text)
    {
        await page.FillAsync("#field-Remark", text);
        await page.Locator("#field-Remark").BlurAsync();
        await SaveAsync(page);
    }

    private static Task SaveAsync(IPage page) => page.Locator(".ledger-dialog").GetByRole(AriaRole.Button, new() { Name = "保存修改" }).ClickAsync();
}
