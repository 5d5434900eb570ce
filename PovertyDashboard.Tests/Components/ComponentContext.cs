using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Components;

/// <summary>A bUnit context with what shared components need: services, a clock that stands still, a signed-in user.</summary>
public abstract class ComponentContext : IAsyncLifetime
{
    private readonly CurrentUser current = new();

    protected BunitContext Context { get; } = new();

    protected FakeTimeProvider Time { get; } = new();

    protected BunitAuthorizationContext User { get; private set; } = default!;

    public Task InitializeAsync()
    {
        Context.Services.AddControls();
        Context.Services.AddSingleton<TimeProvider>(Time);
        Context.Services.AddSingleton(current);
        SignIn(Roles.Staff);
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        User = Context.AddAuthorization();
        User.SetAuthorized("demo.office");
        return Task.CompletedTask;
    }

    /// <summary>The user of the components that are rendered from now on.</summary>
    protected void SignIn(string role) => current.Identity = new UserIdentity("demo", "某人", [role], RegionScope.Everything);

    // Some of MudBlazor's services can only be disposed asynchronously.
    public async Task DisposeAsync() => await Context.DisposeAsync();
}
