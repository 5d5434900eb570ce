using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Features.Administration;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Administration;

/// <summary>The page of accounts on a real store, as an administrator uses it.</summary>
public sealed class UsersPageTests(StagingSite site) : IClassFixture<StagingSite>, IAsyncLifetime
{
    private readonly BunitContext _context = new();
    private AsyncServiceScope _scope;
    private IRenderedComponent<MudDialogProvider> _dialogs = default!;
    private IRenderedComponent<MudSnackbarProvider> _messages = default!;

    public Task InitializeAsync()
    {
        _scope = site.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(new UserIdentity("page.admin", "管理员", [Roles.Administrator], RegionScope.Nothing));
        _context.Services.AddControls();
        _context.Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<UserAccounts>());
        _context.Services.AddSingleton(site.Services.GetRequiredService<RegionDirectory>());
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.Render<MudPopoverProvider>();
        _dialogs = _context.Render<MudDialogProvider>();
        _messages = _context.Render<MudSnackbarProvider>();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _context.DisposeAsync();
        await _scope.DisposeAsync();
    }

    [Fact]
    public async Task The_list_shows_roles_places_and_state_and_is_searched()
    {
        await site.AddUserAsync("list.wang", Roles.Inspector, StagingSite.Hanji, StagingSite.Xuying);
        await site.AsAsync(UserIdentity.System, s => s.GetRequiredService<UserAccounts>().DisableAsync("list.wang", default));
        var page = Open();
        await page.Find("#find-account").InputAsync(new ChangeEventArgs { Value = "list.w" });
        var row = Assert.Single(page.FindAll("tbody tr"));
        Assert.Equal("list.wang", row.QuerySelector("th")!.TextContent);
        foreach (var text in new[] { "检查人员", "许营镇、韩集镇", "停用" }) Assert.Contains(text, row.TextContent, StringComparison.Ordinal);

        await page.Find("#find-account").InputAsync(new ChangeEventArgs { Value = "no such" });
        Assert.Contains("没有符合条件的账号", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_account_shows_its_one_time_password_once()
    {
        var page = Open();
        await FillAsync(page, "dialog.wang", Roles.Staff);
        await _dialogs.Find("#account-place").InputAsync(new ChangeEventArgs { Value = "韩集" });
        await _dialogs.WaitForElement("[role=option]").MouseDownAsync(new());
        await SaveAsync();

        var password = _dialogs.WaitForElement("code").TextContent;
        (await site.LoggedInAsync("dialog.wang", password)).Dispose();
        await SaveAsync();
        page.WaitForAssertion(() => Assert.Contains("dialog.wang", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(password, page.Markup + _dialogs.Markup + _messages.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_account_keeps_the_form_with_its_reason()
    {
        await FillAsync(Open(), "half.wang", Roles.Leader);
        await SaveAsync();
        Assert.Equal("地区：没有选择。请至少选一个管辖地区。", _dialogs.WaitForElement("[role=alert]").TextContent.Trim());
        Assert.Equal("half.wang", _dialogs.Find("#account-name").GetAttribute("value"));

        await _dialogs.Find("#account-place").InputAsync(new ChangeEventArgs { Value = "不存在的地方" });
        await SaveAsync();
        Assert.Contains("“不存在的地方”没有选中", _dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_are_changed_in_the_same_form()
    {
        await site.AddUserAsync("form.wang", Roles.Leader, StagingSite.Hanji);
        var page = Open();
        await page.Find("#find-account").InputAsync(new ChangeEventArgs { Value = "form.wang" });
        OpenForm(page, "tbody .btn.text");
        Assert.Equal("聊城高新区 韩集镇", _dialogs.WaitForElement(".places li").TextContent.Trim());
        await Role(Roles.Leader).ChangeAsync(new ChangeEventArgs { Value = false });
        await Role(Roles.Administrator).ChangeAsync(new ChangeEventArgs { Value = true });
        Assert.Empty(_dialogs.FindAll("#account-place"));
        await SaveAsync();
        _messages.WaitForAssertion(() => Assert.Contains("已修改账号 form.wang 的角色和地区。", _messages.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("系统管理员", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<UsersPage> Open()
    {
        var page = _context.Render<UsersPage>();
        page.WaitForElement("table");
        return page;
    }

    /// <summary>Not awaited: the click's handler ends when the dialog is closed.</summary>
    private static void OpenForm(IRenderedComponent<UsersPage> page, string button) => _ = page.Find(button).ClickAsync(new());

    private async Task FillAsync(IRenderedComponent<UsersPage> page, string userName, string role)
    {
        OpenForm(page, ".btn.main");
        await _dialogs.WaitForElement("#account-name").ChangeAsync(new ChangeEventArgs { Value = userName });
        await _dialogs.Find("#account-person").ChangeAsync(new ChangeEventArgs { Value = "王同志" });
        await Role(role).ChangeAsync(new ChangeEventArgs { Value = true });
    }

    private IElement Role(string key) => _dialogs.FindAll("fieldset input")[Roles.Titles.Keys.ToList().IndexOf(key)];

    private Task SaveAsync() => _dialogs.Find(".mud-dialog-actions .btn.main").ClickAsync(new());
}
