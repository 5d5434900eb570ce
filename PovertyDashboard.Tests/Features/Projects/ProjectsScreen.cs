using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Projects;

/// <summary>Pages of the room, rendered for a user on a real store.</summary>
public sealed class ProjectsScreen : IAsyncDisposable
{
    private bool _isShown;

    private ProjectsScreen()
    {
        Store = new ProjectsStore(services => { foreach (var service in services) Context.Services.Add(service); });
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.JSInterop.SetupModule("./js/ledger.js");
    }

    public BunitContext Context { get; } = new();

    public ProjectsStore Store { get; }

    public string Address => Context.Services.GetRequiredService<NavigationManager>().Uri;

    public static async Task<ProjectsScreen> OfAsync(UserIdentity user)
    {
        var screen = new ProjectsScreen();
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
