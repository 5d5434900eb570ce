using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace PovertyDashboard.Security.Login;

/// <summary>The cookie of a login (登录 Cookie): closed to scripts, ends when idle, checked again within a minute.</summary>
public static class LoginCookie
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "poverty-login";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        // Offices run the site on plain http inside their network too.
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = LoginRules.IdleTime;
        options.SlidingExpiration = true;
        options.LoginPath = SecurityEndpoints.LoginPath;
        options.LogoutPath = SecurityEndpoints.LogoutPath;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = ToLogin;
        options.Events.OnRedirectToAccessDenied = context => Status(context, StatusCodes.Status403Forbidden);
        options.Events.OnValidatePrincipal = ValidateAsync;
        // The default renews after half the time, which would end a login 15 minutes after the last click.
        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = context.ElapsedTime >= LoginRules.RecheckTime;
            return Task.CompletedTask;
        };
    }

    public static void Configure(SecurityStampValidatorOptions options)
    {
        options.ValidationInterval = LoginRules.RecheckTime;
        options.OnRefreshingPrincipal = context =>
        {
            // The claims are made anew from the account; the session belongs to the device.
            if (context.CurrentPrincipal?.FindFirst(UserClaims.Session) is { } session) (context.NewPrincipal?.Identity as ClaimsIdentity)?.AddClaim(session.Clone());
            return Task.CompletedTask;
        };
    }

    private static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // A page left open reconnects by itself and would keep the cookie fresh.
        var activity = context.HttpContext.RequestServices.GetRequiredService<SessionActivity>();
        if (context.Principal is not { } user || !activity.IsIdle(user)) return SecurityStampValidator.ValidatePrincipalAsync(context);
        context.RejectPrincipal();
        return context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>A page leads to the login; a script or a socket is told plainly, since it cannot read a page.</summary>
    private static Task ToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (ScriptCaller.Asks(context.Request) || !HttpMethods.IsGet(context.Request.Method)) return Status(context, StatusCodes.Status401Unauthorized);
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task Status(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
