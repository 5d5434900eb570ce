using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using PovertyDashboard.Security;
using PovertyDashboard.Security.Login;

namespace PovertyDashboard.Tests.Security;

/// <summary>The user of an open page, which has no request.</summary>
public sealed class CircuitUserTests
{
    [Fact]
    public async Task An_open_page_has_its_user_before_each_activity_and_nobody_when_the_login_ends()
    {
        var (provider, user) = (new SettableAuthentication(), new CurrentUser());
        provider.Set("hanji.wang");
        using var circuit = new CircuitUser(provider, user);
        await circuit.OnCircuitOpenedAsync(null!, default);
        Assert.Equal("hanji.wang", user.Identity.Name);
        Assert.Equal([371590115000], user.Identity.Scope.Roots);
        Assert.Equal("韩集镇扶贫办", user.Identity.Office);

        var seen = "";
        user.Identity = UserIdentity.Nobody;
        await circuit.CreateInboundActivityHandler(_ =>
        {
            seen = user.Identity.Name;
            return Task.CompletedTask;
        })(null!);
        Assert.Equal("hanji.wang", seen);

        provider.Set(null);
        Assert.Same(UserIdentity.Nobody, user.Identity);
    }

    private sealed class SettableAuthentication : AuthenticationStateProvider
    {
        private AuthenticationState _state = new(new ClaimsPrincipal(new ClaimsIdentity()));

        public void Set(string? name)
        {
            Claim[] claims = name is null ? [] : [new(ClaimTypes.Name, name), new(ClaimTypes.Role, Roles.Staff), new(UserClaims.Region, "371590115000"), new(UserClaims.Office, "韩集镇扶贫办")];
            _state = new(new ClaimsPrincipal(new ClaimsIdentity(claims, name is null ? null : "test")));
            NotifyAuthenticationStateChanged(Task.FromResult(_state));
        }

        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(_state);
    }
}
