using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Features.Administration;
using PovertyDashboard.Features.Administration.Codes;
using PovertyDashboard.Features.Administration.DatedSettings;
using PovertyDashboard.Features.Administration.Places;
using PovertyDashboard.Features.Administration.Trail;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Administration;

/// <summary>The pages of the administration as their user sees them.</summary>
public sealed class AdminPagesTests(StagingSite site) : IClassFixture<StagingSite>, IAsyncLifetime
{
    private AdminScreen _screen = default!;

    public Task InitializeAsync()
    {
        _screen = new AdminScreen(site, AdminScreen.Admin);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _screen.DisposeAsync();

    [Fact]
    public async Task Administrators_begin_at_the_cards_and_others_are_kept_out()
    {
        await site.AddUserAsync("cards.admin", Roles.Administrator);
        await site.AddUserAsync("cards.staff", Roles.Staff, StagingSite.Hanji);
        using var admin = await site.LoggedInAsync("cards.admin");
        using var home = await admin.GetAsync("/");
        Assert.Equal((HttpStatusCode.Redirect, AdminPage.Address), (home.StatusCode, home.Headers.Location!.OriginalString));
        var cards = WebUtility.HtmlDecode(await admin.GetStringAsync(AdminPage.Address));
        Assert.All(AdminPages.All, link => Assert.Contains($"href=\"{link.Href}\"", cards, StringComparison.Ordinal));

        using var staff = await site.LoggedInAsync("cards.staff");
        foreach (var link in AdminPages.All)
        {
            using var own = await admin.GetAsync(link.Href);
            using var others = await staff.GetAsync(link.Href);
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
            Assert.Equal(link.Title == "数据字典" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, others.StatusCode);
        }
    }

    [Fact]
    public void The_menu_stays_short()
    {
        var items = site.Services.GetServices<NavItem>().Where(i => i.Needs == Act.Administer).ToList();
        Assert.Equal(["系统管理", "账号"], items.Select(i => i.Title));
        Assert.All(items, i => Assert.Equal(NavGroup.Tools, i.Group));
    }

    [Fact]
    public async Task A_place_is_found_added_below_and_shown()
    {
        var page = _screen.Open<RegionsPage>("/admin/regions");
        page.WaitForElement("h2");
        await page.Find("#find-place").InputAsync(new ChangeEventArgs { Value = "张寨镇" });
        await page.Find(".list .menu-item").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("张寨镇", page.Find("h2").TextContent));

        AdminScreen.Press(page, ".tools .btn.main");
        await _screen.SaveAsync();
        Assert.Contains("名称：没有填写。", _screen.Dialogs.WaitForElement(".field-error").TextContent, StringComparison.Ordinal);
        await _screen.FillAsync("#place-from", "2020-02-30");
        await _screen.SaveAsync();
        Assert.Contains("启用日期：日期不存在（没有 2020-02-30 这一天）。", _screen.Dialogs.Find("#place-from-fault").TextContent, StringComparison.Ordinal);
        await _screen.FillAsync("#place-from", "2020.9.1");
        await _screen.FillAsync("#place-name", "示例页面村");
        await _screen.SaveAsync();
        page.WaitForAssertion(() => Assert.Equal("示例页面村", page.Find("h2").TextContent));
        Assert.Equal("未启用", page.Find(".card-head .chip").TextContent);
        Assert.Contains("page.admin 新增地区：名称 （空） → 示例页面村", page.Find(".history").TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2020, 9, 1), site.Services.GetRequiredService<RegionDirectory>().Tree.Nodes.Single(n => n.Name == "示例页面村").ValidFrom);
    }

    [Fact]
    public async Task A_value_of_the_past_is_saved_only_after_its_effects_were_shown()
    {
        var page = _screen.Open<SettingsPage>("/admin/settings");
        await page.Find("#find-setting").InputAsync(new ChangeEventArgs { Value = "低收入线" });
        AdminScreen.Press(page, "tbody .btn");
        await _screen.FillAsync("#setting-value", "4100");
        await _screen.FillAsync("#setting-from", "2020-08-01");
        await _screen.FillAsync("#setting-source", "示例文件");
        await _screen.SaveAsync();
        Assert.Contains("2020-08-01 已经过去", _screen.Dialogs.WaitForElement(".notice.warn").TextContent, StringComparison.Ordinal);
        Assert.Equal("仍然保存", _screen.Dialogs.Find(".mud-dialog-actions .btn.danger").TextContent);

        await _screen.FillAsync("#setting-value", "4200");
        Assert.Empty(_screen.Dialogs.FindAll(".notice.warn"));
        await _screen.SaveAsync();
        await _screen.SaveAsync();
        page.WaitForAssertion(() => Assert.Equal("4200", page.Find("tbody .value").TextContent));
        Assert.Equal("4200", site.Services.GetRequiredService<SettingsDirectory>().Text("income.line", new DateOnly(2020, 8, 31)));
    }

    [Fact]
    public async Task A_yes_or_no_is_chosen_and_shown_in_words()
    {
        var page = _screen.Open<SettingsPage>("/admin/settings");
        await page.Find("#find-setting").InputAsync(new ChangeEventArgs { Value = "先村核验" });
        Assert.Equal(("销号前须先村核验", "否"), (page.Find("tbody th").TextContent, page.Find("tbody .value").TextContent));
        AdminScreen.Press(page, "tbody .btn");
        await _screen.Dialogs.WaitForElement(".segments button").ClickAsync(new());
        await _screen.FillAsync("#setting-from", "2020-12-01");
        await _screen.FillAsync("#setting-source", "示例文件");
        await _screen.SaveAsync();
        page.WaitForAssertion(() => Assert.Contains("2020-12-01 起 是", page.Find("tbody .next").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_is_added_moved_and_retired_after_its_uses_are_told()
    {
        var page = _screen.Open<CodeListsPage>("/admin/code-lists?list=fuel");
        page.WaitForElement("h2");
        AdminScreen.Press(page, ".tools .btn.main");
        await _screen.FillAsync("#code-text", "示例燃料");
        await _screen.FillAsync("#code-aliases", "示例气、示例柴");
        await _screen.SaveAsync();
        page.WaitForAssertion(() => Assert.Equal("示例燃料", page.FindAll("tbody .name")[^1].TextContent));
        await page.Find("button[aria-label='上移 示例燃料']").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("示例燃料", page.FindAll("tbody .name")[^2].TextContent));

        AdminScreen.Press(page, "button[aria-label='停用 示例燃料']");
        Assert.Contains("还没有行用到它。停用后", _screen.Dialogs.WaitForElement(".confirm").TextContent, StringComparison.Ordinal);
        await _screen.SaveAsync();
        page.WaitForAssertion(() => Assert.Contains("已停用", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("示例燃料", site.Services.GetRequiredService<CodeListDirectory>().Current.Texts("fuel"));
    }

    [Fact]
    public void A_fixed_list_offers_no_adding_and_says_why()
    {
        var page = _screen.Open<CodeListsPage>("/admin/code-lists?list=problem-state");
        page.WaitForElement("h2");
        Assert.Empty(page.FindAll(".tools .btn.main"));
        Assert.Contains("状态由办理步骤决定，不能增减。", page.Find(".used").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("tbody .btn"), b => b.TextContent == "停用");
    }

    [Fact]
    public async Task The_trail_shows_its_chain_and_refuses_wrong_conditions_with_a_sentence()
    {
        var page = _screen.Open<AuditPage>("/admin/audit");
        page.WaitForAssertion(() => Assert.Contains("审计链完整", page.Find(".chip.closed").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal(("2020-08-25", "2020-08-31"), (page.Find("#audit-from").GetAttribute("value"), page.Find("#audit-to").GetAttribute("value")));
        await page.Find("#audit-row").ChangeAsync(new ChangeEventArgs { Value = "十二" });
        await page.Find("form").SubmitAsync();
        Assert.Contains("行号：不是数字（“十二”）。请填写数字，例如 128。", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await page.Find("#audit-row").ChangeAsync(new ChangeEventArgs { Value = "" });
        await page.Find("#audit-from").ChangeAsync(new ChangeEventArgs { Value = "2020-09-01" });
        await page.Find("form").SubmitAsync();
        Assert.Contains("结束日期：早于开始日期", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await page.Find("#audit-from").ChangeAsync(new ChangeEventArgs { Value = "2020-08-31" });
        await page.Find("#audit-user").ChangeAsync(new ChangeEventArgs { Value = "nobody.here" });
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("没有符合条件的记录", page.Markup, StringComparison.Ordinal));
        Assert.EndsWith("/admin/audit?from=2020-08-31&to=2020-08-31&user=nobody.here", _screen.Context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }
}
