using Microsoft.AspNetCore.Http.HttpResults;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Jobs;

/// <summary>The address of the payroll form: /jobs/wages/{sheet}/payroll; ?full=1&amp;reason=… asks for full numbers and accounts.</summary>
internal static class JobsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(WageAddress.All + "/{id:long}/payroll", PayrollAsync);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult, NotFound>> PayrollAsync(long id, HttpRequest http, WageReader reader, PayrollSheet payroll, CurrentUser user, AddressTexts texts)
    {
        if (!user.Identity.May(Act.Export)) return Refused("您的账号不能导出。");
        var (full, reason) = texts.FullExportOf(http);
        if (full && !user.Identity.May(Act.ExportFull)) return Refused("您的账号只能导出遮住证件号和账号的花名册。");
        if (full && reason.Length == 0) return Refused("导出事由没有填。请写明为什么需要完整的证件号码和账号，例如 报银行代发。");
        var ct = http.HttpContext.RequestAborted;
        if (await reader.SheetAsync(id, ct) is not { } sheet || !user.Identity.Scope.Contains(sheet.Region)) return TypedResults.NotFound();
        return TypedResults.Stream(output => payroll.WriteAsync(sheet, full, reason, output, ct), SheetWriter.ContentType, payroll.FileNameOf(sheet));
    }

    private static ProblemHttpResult Refused(string sentence) => TypedResults.Problem(title: sentence, statusCode: StatusCodes.Status403Forbidden);
}
