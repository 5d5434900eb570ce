using Microsoft.AspNetCore.Http.HttpResults;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Imports;

/// <summary>The addresses /ledgers/{key}/export and /ledgers/{key}/template; the query string is the page's.</summary>
internal static class ExportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledgers/{key}/export", ExportAsync);
        routes.MapGet("/ledgers/{key}/template", TemplateAsync);
    }

    /// <summary>?cols=a,b limits the columns; ?full=1&amp;reason=… asks for unmasked values, the reason sealed or as it is; ?format=csv gives csv.</summary>
    private static Results<PushStreamHttpResult, ProblemHttpResult, NotFound> ExportAsync(
        string key, HttpRequest http, LedgerExport export, LedgerCatalog catalog, CurrentUser user, AddressTexts texts)
    {
        if (catalog.Ledger(key) is not { } ledger) return TypedResults.NotFound();
        if (!user.Identity.May(Act.Export) || !user.Identity.MayList(ledger)) return Refused("您的账号不能导出。");
        var (full, reason) = texts.FullExportOf(http);
        if (full && !user.Identity.MayExportFull(ledger)) return Refused("您的账号只能导出脱敏后的台账。");
        if (full && reason.Length == 0) return Refused("导出事由没有填。请写明为什么需要完整的证件号码和账号。");

        var query = LedgerQuery.Parse(http.Query, new TextSeal(texts, ledger));
        var csv = http.Query["format"] == "csv";
        var request = new ExportRequest(query, [.. http.Query["cols"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries)], full, reason);
        return TypedResults.Stream(
            output => export.WriteAsync(ledger, request, csv, output, http.HttpContext.RequestAborted),
            csv ? CsvSheetWriter.ContentType : SheetWriter.ContentType,
            export.FileNameOf(ledger, query, csv ? ".csv" : ".xlsx"));
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult, NotFound> TemplateAsync(string key, long? region, HttpRequest http, LedgerExport export, LedgerCatalog catalog, CurrentUser user)
    {
        if (catalog.Ledger(key) is not { Importable: true } ledger) return TypedResults.NotFound();
        if (!user.Identity.May(Act.Import) || !ledger.IsKeptBy(user.Identity)) return Refused("您的账号不能导入，因此没有空表模板。");
        return TypedResults.Stream(output => export.WriteTemplateAsync(ledger, region, output, http.HttpContext.RequestAborted), SheetWriter.ContentType, $"{ledger.Title}-空表模板.xlsx");
    }

    private static ProblemHttpResult Refused(string sentence) => TypedResults.Problem(title: sentence, statusCode: StatusCodes.Status403Forbidden);
}
