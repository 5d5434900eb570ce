using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Forms;

/// <summary>The address /forms/{id}/fill: the filled form (填好的套表).</summary>
internal static class FillEndpoint
{
    /// <summary>Where the form is filled so; the reason sealed, since it may name a person.</summary>
    public static string Of(long form, FillRequest request, string sealedReason) => string.Create(CultureInfo.InvariantCulture,
        $"/forms/{form}/fill?region={request.Region}{(request.Month is { } month ? $"&month={month}" : "")}{(request.IsFull ? $"&full=1&reason={Uri.EscapeDataString(sealedReason)}" : "")}");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/forms/{id:long}/fill", FillAsync);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult, NotFound>> FillAsync(
        long id, long region, int? month, HttpContext http, FormFilling filling, AddressTexts texts, CurrentUser user, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Export)) return TypedResults.Problem(title: "您的账号不能导出。", statusCode: StatusCodes.Status403Forbidden);
        var (isFull, reason) = texts.FullExportOf(http.Request);
        if (await filling.FillAsync(id, new FillRequest(region, month, isFull, reason), ct) is not { } filled) return TypedResults.NotFound();
        if (filled.Refusal.Length > 0) return TypedResults.Problem(title: filled.Refusal, statusCode: StatusCodes.Status422UnprocessableEntity);
        // It may hold personal numbers.
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(filled.Content, SheetWriter.ContentType, filled.Name);
    }
}
