using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Features.Administration.Codes;
using PovertyDashboard.Features.Administration.DatedSettings;
using PovertyDashboard.Features.Administration.Places;
using PovertyDashboard.Features.Administration.Trail;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Administration;

/// <summary>The pages of the administration, rendered for a user on the real store of a site.</summary>
public sealed class AdminScreen : IAsyncDisposable
{
    public static readonly UserIdentity
        Admin = new("page.admin", "管理员", [Roles.Administrator], RegionScope.Nothing),
        Staff = new("page.staff", "赵某", [Roles.Staff], RegionScope.Of([371500000000]));

    private readonly AsyncServiceScope _scope;

    public AdminScreen(TestSite site, UserIdentity user)
    {
        _scope = site.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        Context.Services.AddControls();
        Share<RegionService>();
        Share<RegionMoves>();
        Share<SettingService>();
        Share<CodeListService>();
        Share<AuditReader>();
        Share<AuditWords>();
        Share<RegionDirectory>();
        Share<CodeListDirectory>();
        Share<LedgerCatalog>();
        Share<Clock>();
        Share<LiveFeed>();
        Share<CurrentUser>();
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.SetRendererInfo(new RendererInfo("Server", true));
        Context.Render<MudPopoverProvider>();
        Dialogs = Context.Render<MudDialogProvider>();
        Messages = Context.Render<MudSnackbarProvider>();
    }

    public BunitContext Context { get; } = new();

    public IRenderedComponent<MudDialogProvider> Dialogs { get; }

    public IRenderedComponent<MudSnackbarProvider> Messages { get; }

    public IRenderedComponent<T> Open<T>(string address)
        where T : IComponent
    {
        Context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Context.Render<T>();
    }

    /// <summary>Not awaited: the handler of a button that opens a dialog ends when the dialog is closed.</summary>
    public static void Press(IRenderedComponent<IComponent> page, string button) => _ = page.Find(button).ClickAsync(new());

    public Task FillAsync(string field, string text) => Dialogs.WaitForElement(field).ChangeAsync(new ChangeEventArgs { Value = text });

    /// <summary>The main button of the open dialog.</summary>
    public Task SaveAsync() => Dialogs.Find(".mud-dialog-actions .btn:not(.text)").ClickAsync(new());

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await _scope.DisposeAsync();
    }

    private void Share<T>()
        where T : class => Context.Services.AddSingleton(_scope.ServiceProvider.GetRequiredService<T>());
}
