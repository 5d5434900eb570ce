using PovertyDashboard.Data;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Audits;

/// <summary>
/// Writes the audit sheet of a home (双提升用工用料审计定案表, domain facts section 7): each line reported and verified, the four sums in figures and
/// capital characters, the conclusion, and places for the signatures of 户主, 社区, 施工方 and 审计组.
/// </summary>
public sealed class AuditSheet(RegionDirectory regions, CurrentUser user, Clock clock, AuditLog audit)
{
    private const string Reporting = "申报", Auditing = "审计核实";

    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new() { Header = "序号", Width = 6, Format = CellFormat.Integer },
        new() { Header = "施工内容", Width = 12 },
        new() { Header = "类别", Width = 7 },
        new() { Header = "名称", Width = 12 },
        new() { Header = "规格", Width = 13 },
        new() { Header = "单位", Width = 6 },
        new() { Header = "申报数量", Group = Reporting, Width = 10, Format = CellFormat.Decimal(LineAmounts.QuantityScale) },
        new() { Header = "申报单价", Group = Reporting, Width = 10, Format = CellFormat.Money },
        new() { Header = "申报金额", Group = Reporting, Width = 12, Format = CellFormat.Money, Total = true },
        new() { Header = "核实数量", Group = Auditing, Width = 10, Format = CellFormat.Decimal(LineAmounts.QuantityScale) },
        new() { Header = "核定单价", Group = Auditing, Width = 10, Format = CellFormat.Money },
        new() { Header = "核定金额", Group = Auditing, Width = 12, Format = CellFormat.Money, Total = true },
        new() { Header = "核减金额", Width = 11, Format = CellFormat.Money, Total = true },
        new() { Header = "核增金额", Width = 11, Format = CellFormat.Money, Total = true },
        new() { Header = "核减原因", Width = 20 },
        new() { Header = "疑点", Width = 18 },
    ];

    public string FileNameOf(AuditView view) => $"{regions.Tree.NameOf(view.Home.Region)}{view.Home.HouseholdName}双提升审计定案表.xlsx";

    /// <summary>Writes the home's lines and returns their number; the export is recorded.</summary>
    public async Task<long> WriteAsync(AuditView view, Stream output, CancellationToken ct)
    {
        var count = await SheetWriter.WriteAsync(output, SpecOf(view), view.Lines.ToAsyncEnumerable(), Write, ct);
        var details = new Dictionary<string, object?[]> { ["定案表"] = [view.Home.HouseholdName], ["行数"] = [count] };
        await audit.WriteAsync(new AuditNote("导出", AuditLedger.Key) { RowId = view.Concluded?.Id ?? 0, Region = view.Home.Region, Details = details }, ct);
        return count;
    }

    private SheetSpec SpecOf(AuditView view)
    {
        var (place, sums) = (regions.Tree.NameOf(view.Home.Region), view.Sums);
        var town = regions.Tree.NameAt(view.Home.Region, RegionLevel.Township);
        return new SheetSpec
        {
            Title = "“双提升”用工用料审计定案表",
            HeadLines = [$"{town} {place}　　户主：{view.Home.HouseholdName}　　审计日期：{Day(view)}　　填报日期：{ColumnText.Day(clock.Today)}　　单位：元"],
            SheetName = view.Home.HouseholdName,
            Columns = Columns,
            FootLines =
            [
                $"申报合计 {Yuan(sums.Reported)}　　核定合计 {Yuan(sums.Approved)}　　核减合计 {Yuan(sums.Cut)}　　核增合计 {Yuan(sums.Added)}",
                $"核定合计（大写人民币）：{CapitalYuan.Of(sums.Approved)}",
                $"审计结论：{ConclusionOf(view)}",
            ],
            SignOff = "户主（签字）：　　　　　　社区（盖章）：　　　　　　施工方（签字）：　　　　　　审计组（签字）：",
            Footer = $"{user.Identity.DisplayName}　{clock.LocalNow:yyyy-MM-dd HH:mm} 导出",
        };
    }

    private static string Day(AuditView view) => view.Audits.Count == 0 ? "" : ColumnText.Day(view.Audits[0].AuditedOn);

    private static string ConclusionOf(AuditView view) => view.Audits.FirstOrDefault(a => a.Conclusion.Length > 0) is not { } audit
        ? "未定案"
        : $"{audit.Conclusion}{(audit.Opinion.Length > 0 ? $"。{audit.Opinion}" : "")}{(audit.IsFinal ? "" : "（未定案）")}";

    private static void Write(AuditedLine audited, RowWriter row)
    {
        var line = audited.Line;
        row.Number(line.Number ?? 0, 0);
        foreach (var text in new[] { line.Item, line.Kind, line.Name, line.Spec, line.Unit }) row.Text(text);
        Number(row, line.ReportedQuantity);
        Number(row, line.ReportedPrice);
        Number(row, line.ReportedAmount);
        Number(row, line.VerifiedQuantity);
        Number(row, line.VerifiedPrice);
        Number(row, line.VerifiedAmount);
        Number(row, line.Cut);
        Number(row, line.Added);
        row.Text(line.Reason);
        row.Text(string.Join("、", audited.Doubts));
    }

    private static void Number(RowWriter row, long? scaled)
    {
        if (scaled is { } value) row.Number(value, 2);
        else row.Empty();
    }

    private static string Yuan(long fen) => WorkLineRules.Yuan(fen);
}
