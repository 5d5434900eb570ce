using Microsoft.AspNetCore.Http.HttpResults;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Administration.Trail;

/// <summary>The address of the audit trail as a workbook (审计导出): what the page shows, masked alike; itself recorded.</summary>
internal static class AuditExport
{
    public const string Route = "/admin/audit/export";

    /// <summary>As it stands in the audit trail.</summary>
    public static readonly AuditSubject Subject = new("audit", "审计记录");

    private static readonly IReadOnlyList<(string Header, int Width)> Columns = [("编号", 10), ("时间", 20), ("账号", 20), ("事项", 14), ("对象", 18), ("行号", 10), ("地区", 14), ("内容", 60)];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ExportAsync);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        HttpRequest http, AuditReader reader, AuditWords words, CurrentUser user, Clock clock, AuditLog audit, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Administer)) return TypedResults.Problem(title: "您的账号不能看审计记录。", statusCode: StatusCodes.Status403Forbidden);
        var query = AuditQuery.Parse(http.Query) with { At = 0 };
        // Before the file: nobody takes entries out and cuts the line that would tell of it.
        await audit.WriteAsync(new AuditNote("导出", Subject.Key) { Details = new Dictionary<string, object?[]> { ["条件"] = [ConditionsOf(query, words)] } }, ct);
        var spec = new SheetSpec
        {
            Title = "审计记录",
            HeadLines = [$"条件：{ConditionsOf(query, words)}　　证件号码、姓名、健康信息和文字内容已遮住"],
            SheetName = "审计记录",
            Columns = [.. Columns.Select(c => new SheetColumn { Header = c.Header, Width = c.Width })],
            Footer = $"{user.Identity.DisplayName}　{clock.LocalNow:yyyy-MM-dd HH:mm} 导出",
        };
        var file = $"审计记录-{ColumnText.Day(DateOnly.FromDateTime(clock.LocalNow))}.xlsx";
        return TypedResults.Stream(output => SheetWriter.WriteAsync(output, spec, reader.StreamAsync(query, http.HttpContext.RequestAborted), Write, http.HttpContext.RequestAborted), SheetWriter.ContentType, file);
    }

    private static string ConditionsOf(AuditQuery query, AuditWords words)
    {
        var parts = new List<string> { $"{(query.From is { } from ? ColumnText.Day(from) : "最早")} 至 {(query.To is { } to ? ColumnText.Day(to) : "最近")}" };
        if (query.User.Length > 0) parts.Add($"账号 {query.User}");
        if (query.Action.Length > 0) parts.Add($"事项 {query.Action}");
        if (query.Subject.Length > 0) parts.Add($"对象 {words.SubjectOf(query.Subject)}");
        if (query.Row != 0) parts.Add($"行号 {query.Row}");
        return string.Join("，", parts);
    }

    private static void Write(AuditLine line, RowWriter writer)
    {
        writer.Text(line.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        writer.Text($"{line.At:yyyy-MM-dd HH:mm:ss}");
        writer.Text(line.User);
        writer.Text(line.Action);
        writer.Text(line.Subject);
        writer.Text(line.Row == 0 ? "" : line.Row.ToString(System.Globalization.CultureInfo.InvariantCulture));
        writer.Text(line.Place);
        writer.Text(string.Join("；", line.Values));
    }
}
