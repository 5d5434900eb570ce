using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Clinics;

/// <summary>Components of the room of clinics, rendered for a user on a real store with households.</summary>
internal sealed class ClinicScreen : IAsyncDisposable
{
    private bool _isShown;

    static ClinicScreen() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    private ClinicScreen()
    {
        Store = new ClinicStore(services => services.AddHouseholds(), services => { foreach (var service in services) Context.Services.Add(service); });
        Context.Services.AddControls();
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public BunitContext Context { get; } = new();

    public ClinicStore Store { get; }

    public static async Task<ClinicScreen> OfAsync(UserIdentity user)
    {
        var screen = new ClinicScreen();
        await screen.Store.PrepareAsync(screen.Context.Services);
        screen.Context.Services.GetRequiredService<CurrentUser>().Identity = user;
        screen.Context.SetRendererInfo(new RendererInfo("Server", true));
        return screen;
    }

    /// <summary>Renders the component; the first one beside the providers of menus and messages.</summary>
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
