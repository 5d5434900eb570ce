using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
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
        endpoints.MapPost(LogoutPath, LogoutAsync).AllowAnonymous();
        endpoints.MapPost(AlivePath, () => Results.NoContent());
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    /// <summary>Open to all: the form of a login that has just ended by itself must still lead to the login page.</summary>
    private static async Task<IResult> LogoutAsync(HttpContext context, IAntiforgery antiforgery, LoginService login, CancellationToken ct)
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            if (!await antiforgery.IsRequestValidAsync(context)) return Results.BadRequest();
            await login.LogoutAsync(ct);
        }

        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(ct) : FormCollection.Empty;
        if (form["idle"].Count == 0) return Results.LocalRedirect(LoginPath);
        return Results.LocalRedirect($"{LoginPath}?idle=1&returnUrl={Uri.EscapeDataString(ReturnUrl.Local(form["returnUrl"]))}");
    }
}
