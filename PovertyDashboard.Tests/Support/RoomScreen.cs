using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Support;

/// <summary>Components of a room with dialogs, rendered for a user on the real store of the room.</summary>
public abstract class RoomScreen<TStore> : IAsyncDisposable
    where TStore : RoomStore
{
    private bool _isShown;

    /// <param name="open">Makes the store, whose services this host takes over.</param>
    /// <param name="modules">Scripts that the components load.</param>
    protected RoomScreen(Func<Action<IServiceCollection>, TStore> open, params string[] modules)
    {
        Store = open(services => { foreach (var service in services) Context.Services.Add(service); });
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        foreach (var module in modules.Append("./js/ledger.js")) Context.JSInterop.SetupModule(module);
    }

    public BunitContext Context { get; } = new();

    public TStore Store { get; }

    public string Address => Context.Services.GetRequiredService<NavigationManager>().Uri;

    /// <summary>Goes to the address, whose query pages read, and renders the component; the first one beside the providers of dialogs and messages.</summary>
    public IRenderedComponent<IComponent> Show<T>(string address, params (string Name, object Value)[] parameters)
        where T : IComponent
    {
        Context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var isFirst = !_isShown;
        _isShown = true;
        return Context.Show<T>(isFirst, parameters);
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static async Task<T> ReadyAsync<T>(T screen, UserIdentity user)
        where T : RoomScreen<TStore>
    {
        await screen.Store.PrepareAsync(screen.Context.Services);
        screen.Context.Services.GetRequiredService<CurrentUser>().Identity = user;
        screen.Context.SetRendererInfo(new RendererInfo("Server", true));
        return screen;
    }
}
