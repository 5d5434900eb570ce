using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>Components of the works room with dialogs, rendered for a user on a real store.</summary>
public sealed class WorksScreen : IAsyncDisposable
{
    private bool _isShown;

    private WorksScreen()
    {
        Store = new WorksStore(services => { foreach (var service in services) Context.Services.Add(service); });
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.JSInterop.SetupModule("./js/ledger.js");
        Context.JSInterop.SetupModule("./Attachments/PhotoStrip.razor.js");
        Sketch = Context.JSInterop.SetupModule("./js/sketch.js");
    }

    public BunitContext Context { get; } = new();

    /// <summary>The browser's side of the drawing board.</summary>
    public BunitJSModuleInterop Sketch { get; }

    public WorksStore Store { get; }

    public static async Task<WorksScreen> OfAsync(UserIdentity user)
    {
        var screen = new WorksScreen();
        await screen.Store.PrepareAsync(screen.Context.Services);
        screen.Context.Services.GetRequiredService<CurrentUser>().Identity = user;
        screen.Context.SetRendererInfo(new RendererInfo("Server", true));
        return screen;
    }

    /// <summary>Goes to the address, whose query pages read, and renders the component; the first one beside the providers of dialogs and messages.</summary>
    public IRenderedComponent<IComponent> Show<T>(string address, params (string Name, object Value)[] parameters)
        where T : IComponent
    {
        Context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var providers = _isShown ? [] : new[] { typeof(MudPopoverProvider), typeof(MudDialogProvider), typeof(MudSnackbarProvider) };
        _isShown = true;
        return Context.Render(builder =>
        {
            foreach (var provider in providers)
            {
                builder.OpenComponent(0, provider);
                builder.CloseComponent();
            }

            builder.OpenComponent<T>(1);
            foreach (var (name, value) in parameters) builder.AddComponentParameter(2, name, value);
            builder.CloseComponent();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Store.DisposeAsync();
    }
}
