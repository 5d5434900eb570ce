using Microsoft.AspNetCore.Http.HttpResults;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Dashboard.Reports;

/// <summary>The address of a report's workbook (周报、月报导出); figures only, and recorded like every export.</summary>
internal static class ReportExport
{
    public const string Route = "/reports/export";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ExportAsync);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult, NotFound>> ExportAsync(
        string period, DateOnly? day, long? region, ReportReader reader, CurrentUser user, RegionDirectory regions, Clock clock, AuditLog audit, CancellationToken ct)
    {
        if (period is not ("week" or "month")) return TypedResults.NotFound();
        if (!user.Identity.May(Act.Export) || DashboardView.Of(region, user.Identity, regions.Tree) is not { } view)
            return TypedResults.Problem(title: "您的账号不能导出。", statusCode: StatusCodes.Status403Forbidden);

        var report = await reader.ReadAsync(ReportPeriod.Of(period == "month", day, clock.Today), view, ct);
        var details = new Dictionary<string, object?[]> { ["报告"] = [report.Period.Title], ["报告期"] = [report.Period.Words], ["行数"] = [report.Table.Rows.Count] };
        await audit.WriteAsync(new AuditNote("导出", CardExport.Subject.Key) { Region = view.Region, Details = details }, ct);
        var place = view.FormalName(regions.Tree);
        var footer = $"{user.Identity.DisplayName}　{clock.LocalNow:yyyy-MM-dd HH:mm} 导出";
        return TypedResults.Stream(
            output => CardWorkbook.WriteAsync(output, [report.Table with { Title = $"扶贫工作{report.Period.Title}（{report.Period.Words}）" }, .. report.Places is { } places ? [places] : Array.Empty<FigureSheet>()], place, report.Period.Last, footer, CancellationToken.None),
            SheetWriter.ContentType,
            $"{place}扶贫工作{report.Period.Title}-{report.Period.Words.Replace(" ", "", StringComparison.Ordinal)}.xlsx");
    }
}
