using Microsoft.AspNetCore.Http.HttpResults;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Works;

/// <summary>The address of the audit sheet of a home (定案表): /works/audit/line/{line}/sheet.</summary>
internal static class WorksEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/works/audit/line/{line:long}/sheet", SheetAsync);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult, NotFound>> SheetAsync(long line, HttpContext http, HomeReader reader, AuditSheet sheet, CurrentUser user)
    {
        if (!user.Identity.May(Act.Export)) return TypedResults.Problem(title: "您的账号不能导出。", statusCode: StatusCodes.Status403Forbidden);
        if (await reader.OfLineAsync(line, http.RequestAborted) is not { } view) return TypedResults.NotFound();
        return TypedResults.Stream(output => sheet.WriteAsync(view, output, http.RequestAborted), SheetWriter.ContentType, sheet.FileNameOf(view));
    }
}
