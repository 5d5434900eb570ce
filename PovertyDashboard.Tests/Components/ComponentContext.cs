using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PovertyDashboard.Components.Layout;

namespace PovertyDashboard.Tests.Components;

/// <summary>A bUnit context with what shared components need: services, a clock that stands still, a signed-in user.</summary>
public abstract class ComponentContext : IAsyncLifetime
{
    protected BunitContext Context { get; } = new();

    protected FakeTimeProvider Time { get; } = new();

    protected BunitAuthorizationContext User { get; private set; } = default!;

    public Task InitializeAsync()
    {
        Context.Services.AddControls();
        Context.Services.AddSingleton<TimeProvider>(Time);
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        User = Context.AddAuthorization();
        User.SetAuthorized("demo.office");
        return Task.CompletedTask;
    }

    // Some of MudBlazor's services can only be disposed asynchronously.
    public async Task DisposeAsync() => await Context.DisposeAsync();
}
