using Microsoft.AspNetCore.Http.HttpResults;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.DataDictionary;

/// <summary>The address of the data dictionary as a workbook (数据字典导出); it holds no data, but the export is recorded like any.</summary>
internal static class DictionaryExport
{
    public const string Route = "/admin/dictionary/export";

    /// <summary>As it stands in the audit trail.</summary>
    public static readonly AuditSubject Subject = new("dictionary", "数据字典");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ExportAsync);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult, NotFound>> ExportAsync(
        string? ledger, LedgerCatalog catalog, CodeListDirectory codes, CurrentUser user, Clock clock, AuditLog audit, CancellationToken ct)
    {
        if (!user.Identity.MayAny(DictionaryPage.Readers)) return TypedResults.Problem(title: "您的账号不能看数据字典。", statusCode: StatusCodes.Status403Forbidden);
        var only = string.IsNullOrEmpty(ledger) ? null : catalog.Ledger(ledger);
        if (only is null && !string.IsNullOrEmpty(ledger)) return TypedResults.NotFound();
        var rows = DictionarySheet.Rows(catalog, codes.Current, only?.Key).ToList();
        await audit.WriteAsync(new AuditNote("导出", Subject.Key) { Details = new Dictionary<string, object?[]> { ["台账"] = [only?.Title ?? "全部"], ["行数"] = [rows.Count] } }, ct);
        var head = $"{only?.Title ?? "全部台账"}　　{ColumnText.Day(clock.Today)}";
        var footer = $"{user.Identity.DisplayName}　{clock.LocalNow:yyyy-MM-dd HH:mm} 导出";
        return TypedResults.Stream(output => DictionarySheet.WriteAsync(output, rows, head, footer, CancellationToken.None), SheetWriter.ContentType, $"数据字典{(only is null ? "" : "-" + only.Title)}-{ColumnText.Day(clock.Today)}.xlsx");
    }
}
