using Microsoft.AspNetCore.Http.HttpResults;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Features.Dashboard.Topics;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>The address of a card's workbook (导出 Excel); figures only, so nothing is masked, but every export is recorded.</summary>
internal static class CardExport
{
    /// <summary>As it stands in the audit trail.</summary>
    public static readonly AuditSubject Subject = new("dashboard", "总览图表");

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(CardSheets.Route, ExportAsync);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult, NotFound>> ExportAsync(
        string card, long? region, string? by, CardSheets sheets, DashboardFigures figures, CurrentUser user, RegionDirectory regions, Clock clock, AuditLog audit, CancellationToken ct)
    {
        if (DashboardTopics.Card(card) is not { } wanted) return TypedResults.NotFound();
        if (!user.Identity.May(Act.Export) || DashboardView.Of(region, user.Identity, regions.Tree) is not { } view)
            return TypedResults.Problem(title: "您的账号不能导出。", statusCode: StatusCodes.Status403Forbidden);
        if (!wanted.Needs.All(key => figures.Knows(key, view))) return TypedResults.NotFound();

        var sheet = await sheets.ReadAsync(wanted, view, by == "category", ct);
        var details = new Dictionary<string, object?[]> { ["图表"] = [sheet.Title], ["行数"] = [sheet.Rows.Count] };
        await audit.WriteAsync(new AuditNote("导出", Subject.Key) { Region = view.Region, Details = details }, ct);
        var place = view.FormalName(regions.Tree);
        var footer = $"{user.Identity.DisplayName}　{clock.LocalNow:yyyy-MM-dd HH:mm} 导出";
        return TypedResults.Stream(
            output => CardWorkbook.WriteAsync(output, sheet, place, clock.Today, footer, CancellationToken.None),
            SheetWriter.ContentType,
            $"{place}{sheet.Title}-{clock.Today:yyyy-MM-dd}.xlsx");
    }
}
