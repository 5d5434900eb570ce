using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc;
using PovertyDashboard.Security.Login;

namespace PovertyDashboard.Security;

/// <summary>The addresses of Security that are no pages.</summary>
public static class SecurityEndpoints
{
    public const string LoginPath = "/login";
    public const string LogoutPath = "/logout";

    /// <summary>Told by session.js while somebody is at the keyboard; the cookie and <see cref="SessionActivity"/> start again.</summary>
    public const string AlivePath = "/account/alive";

    public static void MapSecurity(this IEndpointRouteBuilder endpoints)
    {
        // Open to all: the form of a login that has ended must still lead to the login page. [FromForm] has the antiforgery token checked.
        endpoints.MapPost(LogoutPath, LogoutAsync).AllowAnonymous();
        endpoints.MapPost(AlivePath, () => Results.NoContent());
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    private static async Task<IResult> LogoutAsync([FromForm] string? reason, LoginService login, CancellationToken ct)
    {
        await login.LogoutAsync(ct);
        return Results.LocalRedirect(reason is null ? LoginPath : $"{LoginPath}?idle=1");
    }
}
