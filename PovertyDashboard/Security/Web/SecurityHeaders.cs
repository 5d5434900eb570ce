using System.Security.Cryptography;

namespace PovertyDashboard.Security.Web;

/// <summary>The headers that tell the browser what it may not do (安全响应头).</summary>
public static class SecurityHeaders
{
    private const string NonceItem = "csp-nonce";

    /// <summary>The number that an inline script of this response must bear.</summary>
    public static string CspNonce(this HttpContext context)
    {
        if (context.Items[NonceItem] is string nonce) return nonce;
        context.Items[NonceItem] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        return nonce;
    }

    /// <summary>Set when the answer begins, since the error handler empties the headers that are there before.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(AddHeaders, context);
        return next(context);
    });

    private static Task AddHeaders(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(context);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // What a signed-in user saw is not kept on a shared computer.
        if (context.User.Identity?.IsAuthenticated == true && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    /// <summary>Scripts only from here; MudBlazor sets inline styles; older browsers do not count the web socket as 'self'.</summary>
    private static string Policy(HttpContext context)
    {
        var host = context.Request.Host.ToUriComponent();
        return $"default-src 'self'; script-src 'self' 'nonce-{context.CspNonce()}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
            + $"connect-src 'self' ws://{host} wss://{host}; font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}
