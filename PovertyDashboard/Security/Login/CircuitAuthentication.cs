using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PovertyDashboard.Security.Login;

/// <summary>Asks again, within a minute, whether the user of an open page may still be there (会话复核).</summary>
public sealed class CircuitAuthentication(ILoggerFactory loggers, IServiceScopeFactory scopes, SessionActivity activity, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => LoginRules.RecheckTime;

    /// <summary>Not idle, not disabled, and nothing about the account changed since the login.</summary>
    public async Task<bool> MayStayAsync(ClaimsPrincipal principal)
    {
        if (activity.IsIdle(principal)) return false;
        await using var scope = scopes.CreateSystemScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        if (await users.GetUserAsync(principal) is not { IsDisabled: false } user) return false;
        return principal.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) == await users.GetSecurityStampAsync(user);
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        MayStayAsync(authenticationState.User);
}
