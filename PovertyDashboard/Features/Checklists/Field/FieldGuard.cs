using Microsoft.AspNetCore.Http.Features;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Checklists.Field;

/// <summary>
/// Stands before every address that takes something from a phone (跨站与换人防护). No form of another site can set the header
/// or the type, and what one user ticked is never stored under the name of the next one who logs in on the same phone.
/// </summary>
internal sealed class FieldGuard(CurrentUser user) : IEndpointFilter
{
    /// <summary>The account for which the phone keeps what it sends.</summary>
    public const string UserHeader = "X-Field-User";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var takes = context.HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<Takes>();
        if (!string.Equals(request.ContentType?.Split(';')[0].Trim(), takes.Type, StringComparison.OrdinalIgnoreCase)) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var keeper = request.Headers[UserHeader].ToString();
        if (keeper.Length == 0) return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        if (keeper != user.Identity.Name) return TypedResults.StatusCode(StatusCodes.Status409Conflict);
        if (request.ContentLength > takes.Most) return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        // A body that does not tell its length is stopped while it is read.
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = takes.Most;
        try
        {
            return await next(context);
        }
        catch (BadHttpRequestException broken)
        {
            return TypedResults.StatusCode(broken.StatusCode);
        }
    }

    /// <summary>The one type of body that an address takes, and its most bytes.</summary>
    public sealed record Takes(string Type, long Most);
}
