using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Inspections;

/// <summary>Pages of the room, rendered for a user on a real store.</summary>
public sealed class InspectionScreen : IAsyncDisposable
{
    private InspectionScreen()
    {
        Store = new InspectionStore(services => { foreach (var service in services) Context.Services.Add(service); });
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.JSInterop.SetupModule("./js/ledger.js");
        Context.JSInterop.SetupModule("./Attachments/PhotoStrip.razor.js");
    }

    public BunitContext Context { get; } = new();

    public InspectionStore Store { get; }

    public string Address => Context.Services.GetRequiredService<NavigationManager>().Uri;

    public static async Task<InspectionScreen> OfAsync(UserIdentity user)
    {
        var screen = new InspectionScreen();
        await screen.Store.PrepareAsync(screen.Context.Services);
        screen.Context.Services.GetRequiredService<CurrentUser>().Identity = user;
        screen.Context.SetRendererInfo(new RendererInfo("Server", true));
        return screen;
    }

    /// <summary>Goes to the address and renders the page beside the providers of dialogs and messages.</summary>
    public IRenderedComponent<IComponent> Show<T>(string address, params (string Name, object Value)[] parameters)
        where T : IComponent
    {
        Context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Context.Render(builder =>
        {
            foreach (var provider in new[] { typeof(MudPopoverProvider), typeof(MudDialogProvider), typeof(MudSnackbarProvider) })
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
