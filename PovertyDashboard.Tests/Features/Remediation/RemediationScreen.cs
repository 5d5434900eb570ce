using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Remediation;

/// <summary>Components of the remediation room with dialogs, rendered for a user on a real store.</summary>
public sealed class RemediationScreen : IAsyncDisposable
{
    private bool _isShown;

    // Two cores may be shared by several test runs.
    static RemediationScreen() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    private RemediationScreen(Action<IServiceCollection>? more)
    {
        Store = new RemediationStore(services =>
        {
            more?.Invoke(services);
            foreach (var service in services) Context.Services.Add(service);
        });
        Context.Services.AddControls();
        Context.Services.AddTestLedgerPages();
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.JSInterop.SetupModule("./js/ledger.js");
    }

    public BunitContext Context { get; } = new();

    public RemediationStore Store { get; }

    public static async Task<RemediationScreen> OfAsync(UserIdentity user, Action<IServiceCollection>? more = null)
    {
        var screen = new RemediationScreen(more);
        await screen.Store.PrepareAsync(screen.Context.Services);
        screen.Context.Services.GetRequiredService<CurrentUser>().Identity = user;
        screen.Context.SetRendererInfo(new RendererInfo("Server", true));
        return screen;
    }

    /// <summary>Renders the component; the first one beside the providers of dialogs, menus and messages.</summary>
    public IRenderedComponent<IComponent> Show<T>(params (string Name, object Value)[] parameters)
        where T : IComponent
    {
        var isFirst = !_isShown;
        _isShown = true;
        return Context.Show<T>(isFirst, parameters);
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Store.DisposeAsync();
    }
}
