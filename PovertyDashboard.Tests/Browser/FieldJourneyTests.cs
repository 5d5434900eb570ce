using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PovertyDashboard.Attachments;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Attachments;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>An inspector where there is no network: what he ticks and photographs stays on the phone and arrives, once.</summary>
public sealed class FieldJourneyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const int Items = 7;

    [Fact]
    public async Task Forty_ticks_and_three_photos_without_network_all_arrive_once()
    {
        var phone = await FieldPhone.OpenAsync(site, "demo.inspector", FieldPhone.Small);
        var (page, context) = (phone.Page, phone.Page.Context);
        var homes = await phone.UncheckedAsync(skip: 0, count: 6);
        var ids = homes.ConvertAll(h => h.Id);

        await context.SetOfflineAsync(true);
        var done = 0;
        for (var tick = 0; tick < 40; tick++)
        {
            var (home, item) = (tick / Items, tick % Items);
            if (item == 0) await phone.GoAsync(homes[home]);
            await phone.TapAsync(item, item == 2 ? CheckResult.Failed : item == 3 ? CheckResult.NotApplicable : CheckResult.Passed);
            if (item == 2 && home < 3)
            {
                await phone.Card(item).Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "厨房.jpg", MimeType = "image/jpeg", Buffer = TestPictures.Jpeg(1900 + home, 1200) });
                await Expect(phone.Card(item).Locator(".photo")).ToHaveCountAsync(1);
                done++;
            }

            await phone.ExpectUnsentAsync(++done);
            // The phone is locked and unlocked, later the page is thrown away and opened again, all without network.
            if (tick == 15) await LockAsync(page);
            if (tick == 24) await ReloadAsync(phone, done);
        }

        await Expect(page.Locator(".check-strip")).ToContainTextAsync("没有信号，43 项已存在本机");
        await ReloadAsync(phone, 43);
        Assert.Empty(await phone.ChecksOfAsync(ids));

        // The first reply gets lost on the weak network: the server has the ticks, the phone does not know.
        var tries = 0;
        var lost = new TaskCompletionSource();
        await page.RouteAsync("**/checklists/ticks", async route =>
        {
            if (tries++ > 0)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync();
            await route.AbortAsync();
            lost.SetResult();
        });
        await context.SetOfflineAsync(false);
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await phone.ExpectUnsentAsync(0);
        await Expect(page.Locator(".sent")).ToContainTextAsync("已上传");

        var checks = await phone.ChecksOfAsync(ids);
        Assert.Equal(6, checks.Count);
        var answers = checks.SelectMany(c => c.Answers!).ToList();
        Assert.Equal(40, answers.Count);
        Assert.All(answers, a => Assert.Equal(1, a.Version));
        var checkIds = checks.ConvertAll(c => c.Id);
        var photos = await site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Attachment>().Where(a => a.OwnerLedger == "checks" && checkIds.Contains(a.OwnerId)).ToListAsync());
        Assert.Equal(3, photos.Count);
        Assert.Equal(3, photos.Select(p => p.OwnerId).Distinct().Count());
        await context.CloseAsync();
    }

    [Fact]
    public async Task A_tick_on_an_item_changed_meanwhile_shows_both_answers_and_keeps_the_chosen_one()
    {
        var phone = await FieldPhone.OpenAsync(site, "demo.inspector");
        var page = phone.Page;
        var home = (await phone.UncheckedAsync(skip: 6, count: 1))[0];
        await page.Context.SetOfflineAsync(true);
        await phone.GoAsync(home);
        await phone.TapAsync(0, CheckResult.Passed);
        await phone.TapAsync(1, CheckResult.Passed);
        await phone.TapAsync(4, CheckResult.Passed);
        var items = await site.Site.InStoreAsync(UserIdentity.System, db => db.Set<ChecklistTemplate>().Where(t => t.Family == "六净一规范").SelectMany(t => t.Items).OrderBy(i => i.Number).Select(i => i.Id).ToListAsync());
        Assert.IsType<TickOutcome.Saved>(await phone.ElsewhereAsync("wu.mou", home, items[0], CheckResult.Failed, "垃圾杂物"));
        Assert.IsType<TickOutcome.Saved>(await phone.ElsewhereAsync("wu.mou", home, items[1], CheckResult.NotApplicable, "户主外出"));

        // Both are found wherever the inspector is by then.
        await page.EvaluateAsync("location.hash = ''");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator(".check-strip.late")).ToContainTextAsync("2 项没有存上，请处理");
        await phone.ExpectUnsentAsync(2);
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "去看" }).ClickAsync();
        var first = phone.Card(0).Locator(".clash");
        await Expect(first).ToContainTextAsync("不达标：垃圾杂物");
        await Expect(first).ToContainTextAsync("wu.mou");
        await Expect(first.Locator("dd").Nth(1)).ToHaveTextAsync("达标");

        await first.GetByRole(AriaRole.Button, new() { Name = "用我的" }).ClickAsync();
        await Expect(phone.Card(0).Locator(".clash")).ToHaveCountAsync(0);
        await phone.Card(1).GetByRole(AriaRole.Button, new() { Name = "用对方的" }).ClickAsync();
        await Expect(phone.Card(1)).ToContainTextAsync("不适用：户主外出");
        await phone.ExpectUnsentAsync(0);
        var answers = Assert.Single(await phone.ChecksOfAsync([home.Id])).Answers!.OrderBy(a => a.ItemNumber).Select(a => (a.Result, a.Version));
        Assert.Equal([(CheckResult.Passed, 2), (CheckResult.NotApplicable, 1), (CheckResult.Passed, 1)], answers);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_logout_warns_of_what_was_not_sent_and_the_next_user_neither_sees_nor_sends_it()
    {
        var phone = await FieldPhone.OpenAsync(site, "demo.inspector");
        var page = phone.Page;
        var home = (await phone.UncheckedAsync(skip: 7, count: 1))[0];
        await page.RouteAsync("**/checklists/ticks", route => route.AbortAsync());
        await phone.GoAsync(home);
        await phone.TapAsync(0, CheckResult.Passed);
        await Expect(page.Locator(".check-strip")).ToContainTextAsync("1 项已存在本机");

        await BrowserSite.GoAsync(page, "/");
        var asked = await LogoutAsync(page, accept: false);
        Assert.Contains("本机还有 1 项检查内容没有上传", asked, StringComparison.Ordinal);
        await Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/login"));
        await LogoutAsync(page, accept: true);
        await page.WaitForURLAsync("**/login**");
        Assert.Equal(0, await page.EvaluateAsync<int>(CountOf, "homes"));
        Assert.Equal(1, await page.EvaluateAsync<int>(CountOf, "queue"));
        await page.UnrouteAsync("**/checklists/ticks");

        await LoginAsync(page, "demo.office");
        await BrowserSite.GoAsync(page, $"/checklists/{phone.Campaign}/field");
        await phone.GoAsync(home);
        await phone.ExpectUnsentAsync(0);
        await Expect(phone.Card(0)).ToHaveAttributeAsync("data-state", "empty");
        Assert.Empty(await phone.ChecksOfAsync([home.Id]));

        // Logged in again, it goes by itself.
        await BrowserSite.GoAsync(page, "/");
        await LogoutAsync(page, accept: null);
        await page.WaitForURLAsync("**/login**");
        await LoginAsync(page, "demo.inspector");
        await BrowserSite.GoAsync(page, $"/checklists/{phone.Campaign}/field");
        await phone.ExpectUnsentAsync(0);
        Assert.Equal("demo.inspector", Assert.Single(Assert.Single(await phone.ChecksOfAsync([home.Id])).Answers!).ChangedBy);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_expired_login_keeps_the_queue_and_a_new_one_sends_it()
    {
        var phone = await FieldPhone.OpenAsync(site, "demo.inspector");
        var page = phone.Page;
        var home = (await phone.UncheckedAsync(skip: 8, count: 1))[0];
        await phone.GoAsync(home);
        await page.Context.ClearCookiesAsync(new() { Name = "poverty-login" });
        await phone.TapAsync(0, CheckResult.Passed);
        await Expect(page.Locator(".check-strip")).ToContainTextAsync("登录已到期，1 项已存在本机");
        Assert.Empty(await phone.ChecksOfAsync([home.Id]));
        await page.GetByRole(AriaRole.Link, new() { Name = "请重新登录" }).ClickAsync();
        await LoginAsync(page, "demo.inspector");
        await page.WaitForURLAsync($"**/checklists/{phone.Campaign}/field");
        await phone.ExpectUnsentAsync(0);
        Assert.Single(Assert.Single(await phone.ChecksOfAsync([home.Id])).Answers!);
        await page.Context.CloseAsync();
    }

    private const string CountOf = """
        table => new Promise((done) => {
            const opening = indexedDB.open("field");
            opening.onsuccess = () => {
                const asked = opening.result.transaction(table).objectStore(table).count();
                asked.onsuccess = () => { opening.result.close(); done(asked.result); };
            };
        })
        """;

    private static async Task LockAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        foreach (var state in new[] { "frozen", "active" }) await session.SendAsync("Page.setWebLifecycleState", new() { ["state"] = state });
        await session.DetachAsync();
    }

    private static async Task ReloadAsync(FieldPhone phone, int unsent)
    {
        await phone.Page.ReloadAsync();
        await Expect(phone.Root).ToHaveAttributeAsync("data-interactive", "true");
        await phone.ExpectUnsentAsync(unsent);
    }

    /// <summary>Logs out by the user's menu; answers the question where one is expected and returns it.</summary>
    private static async Task<string> LogoutAsync(IPage page, bool? accept)
    {
        var text = "";
        if (accept is { } yes)
        {
            page.Dialog += Answer;

            async void Answer(object? sender, IDialog dialog)
            {
                page.Dialog -= Answer;
                text = dialog.Message;
                if (yes) await dialog.AcceptAsync();
                else await dialog.DismissAsync();
            }
        }

        await page.Locator("details.user summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        return text;
    }

    private static async Task LoginAsync(IPage page, string user)
    {
        await page.FillAsync("[name='Input.User']", user);
        await page.FillAsync("[name='Input.Password']", PovertyDashboard.Security.Accounts.DemoAccounts.Password);
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
    }
}
