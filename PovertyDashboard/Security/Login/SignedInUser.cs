using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;

namespace PovertyDashboard.Security.Login;

/// <summary>
/// Runs behind the authentication: fills <see cref="CurrentUser"/> of the request, notes that the login is in use, and
/// sends a user with a one-time password to the page where a new one is chosen.
/// </summary>
public sealed class SignedInUser(RequestDelegate next, SessionActivity activity)
{
    public const string PasswordPath = "/account/password";

    public const string AdministratorHome = "/admin";

    private const string CircuitPath = "/_blazor";

    public async Task InvokeAsync(HttpContext context, CurrentUser user)
    {
        user.Identity = context.User.ToIdentity();
        // An open page reconnects by itself: that is nobody at the keyboard.
        if (!context.Request.Path.StartsWithSegments(CircuitPath, StringComparison.Ordinal)) activity.Touch(context.User);
        if (!context.User.HasClaim(c => c.Type == UserClaims.MustChangePassword) || IsOpenToAll(context))
        {
            // An administrator has no overview: he sees no business data.
            if (context.Request.Path == ReturnUrl.Home && user.Identity.May(Act.Administer) && !user.Identity.May(Act.Read)) context.Response.Redirect(AdministratorHome);
            else await next(context);
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method) && !ScriptCaller.Asks(context.Request) && !context.Request.Path.StartsWithSegments(CircuitPath, StringComparison.Ordinal)) context.Response.Redirect(PasswordPath);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static bool IsOpenToAll(HttpContext context) =>
        context.Request.Path.Equals(PasswordPath, StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.Equals(SecurityEndpoints.LogoutPath, StringComparison.OrdinalIgnoreCase)
        || context.Features.Get<IEndpointFeature>()?.Endpoint?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
