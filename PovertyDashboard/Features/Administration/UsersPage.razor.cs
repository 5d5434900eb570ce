using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration;

/// <summary>Who may use the product (账号管理): create, rights, one-time password, disable; for administrators only.</summary>
public sealed partial class UsersPage(UserAccounts service, RegionDirectory regions, IDialogService dialogs, ISnackbar snackbar) : ComponentBase, IDisposable
{
    private static readonly DialogOptions Form = new() { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
    private readonly CancellationTokenSource leaving = new();
    private IReadOnlyList<Account>? accounts;
    private string find = "";

    private IReadOnlyList<Account> Shown => accounts is null ? [] : [.. accounts.Where(IsFound)];

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string RolesOf(Account account) => string.Join("、", account.Roles.Select(r => Roles.Titles.GetValueOrDefault(r, r)));

    private static string LastLoginOf(Account account) => account.LastLogin is { } at ? Clock.MinuteOf(at) : "";

    private static (string Text, string Look, string Icon)? StateOf(Account account) => account switch
    {
        { IsDisabled: true } => ("停用", "outlined", Icons.Material.Outlined.Block),
        { LockedUntil: { } until } => ($"锁定到 {Clock.ToLocal(until):HH:mm}", "verify", Icons.Material.Outlined.Lock),
        { MustChangePassword: true } => ("等待改密码", "outlined", Icons.Material.Outlined.Key),
        _ => null,
    };

    private static MarkupString OrDash(string text) => (MarkupString)(text.Length == 0 ? "<span class=\"empty-cell\">—</span>" : System.Net.WebUtility.HtmlEncode(text));

    private string PlacesOf(Account account) => string.Join("、", account.Regions.Select(regions.Tree.NameOf));

    private bool IsFound(Account account) =>
        new[] { account.UserName, account.DisplayName, account.Office }.Any(text => text.Contains(find.Trim(), StringComparison.OrdinalIgnoreCase));

    private async Task LoadAsync() => accounts = await service.ListAsync(leaving.Token);

    private Task CreateAsync() => ShowFormAsync(null);

    private Task EditAsync(Account account) => ShowFormAsync(account);

    private async Task ShowFormAsync(Account? account)
    {
        var dialog = await dialogs.ShowAsync<AccountDialog>(null, new DialogParameters<AccountDialog> { { d => d.Account, account } }, Form);
        if (await dialog.Result is { Canceled: false, Data: AccountOutcome outcome }) await TellAsync(outcome);
    }

    private async Task ResetAsync(Account account)
    {
        var request = new ConfirmRequest($"重置账号 {account.UserName} 的密码？", "重置密码", $"{account.DisplayName} 的原密码不能再用，已登录的页面一分钟内退出。", IsDanger: true);
        if ((await ConfirmDialog.AskAsync(dialogs, request)).IsYes) await TellAsync(await service.ResetAsync(account.UserName, leaving.Token));
    }

    private async Task DisableAsync(Account account)
    {
        var request = new ConfirmRequest($"停用账号 {account.UserName}？", "停用", $"{account.DisplayName} 不能再登录，已登录的页面一分钟内退出。以后可以再启用。", IsDanger: true);
        if ((await ConfirmDialog.AskAsync(dialogs, request)).IsYes) await TellAsync(await service.DisableAsync(account.UserName, leaving.Token));
    }

    private async Task EnableAsync(Account account) => await TellAsync(await service.EnableAsync(account.UserName, leaving.Token));

    private async Task TellAsync(AccountOutcome outcome)
    {
        if (outcome.OneTimePassword is { } password)
        {
            var parameters = new DialogParameters<OneTimePasswordDialog> { { d => d.Message, outcome.Message }, { d => d.Password, password } };
            var dialog = await dialogs.ShowAsync<OneTimePasswordDialog>(null, parameters, Form);
            await dialog.Result;
        }
        else
        {
            snackbar.Add(outcome.Message, outcome.Done ? Severity.Success : Severity.Error);
        }

        await LoadAsync();
    }
}
