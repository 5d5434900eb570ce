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

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var takes = context.HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<Takes>();
        if (!string.Equals(request.ContentType?.Split(';')[0].Trim(), takes.Type, StringComparison.OrdinalIgnoreCase)) return Refuse(StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength is not { } length || length > takes.Most) return Refuse(StatusCodes.Status413PayloadTooLarge);
        var keeper = request.Headers[UserHeader].ToString();
        if (keeper.Length == 0) return Refuse(StatusCodes.Status400BadRequest);
        return keeper == user.Identity.Name ? next(context) : Refuse(StatusCodes.Status409Conflict);
    }

    private static ValueTask<object?> Refuse(int status) => new(TypedResults.StatusCode(status));

    /// <summary>The one type of body that an address takes, and its most bytes.</summary>
    public sealed record Takes(string Type, long Most);
}
