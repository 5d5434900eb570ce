using Microsoft.AspNetCore.Http.HttpResults;
using PovertyDashboard.Excel;

namespace PovertyDashboard.Features.Imports;

/// <summary>The address /imports/{id}/annotated: the annotated copy of a batch's file (批注副本).</summary>
internal static class CopyEndpoint
{
    public static string Of(ImportBatch batch) => $"/imports/{batch.Id}/annotated";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/imports/{id:long}/annotated", CopyAsync);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult, NotFound>> CopyAsync(long id, BatchCopies copies, HttpContext http, CancellationToken ct)
    {
        try
        {
            if (await copies.OfAsync(id, ct) is not { } copy) return TypedResults.NotFound();
            // It holds personal numbers.
            http.Response.Headers.CacheControl = "no-store";
            return TypedResults.File(copy.Content, copy.ContentType, copy.Name);
        }
        catch (SheetFaultException fault)
        {
            return TypedResults.Problem(title: fault.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }
}
