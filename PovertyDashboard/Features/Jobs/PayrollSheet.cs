using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs;

/// <summary>
/// Writes a wage sheet in the payroll form (工资发放花名册, domain facts section 4): two-row header, 合计 in figures and capital characters,
/// 制表人, 审核人, 单位负责人 and a column for 领款人签字.
/// </summary>
public sealed class PayrollSheet(IDbContextFactory<AppDbContext> contexts, RegionDirectory regions, CurrentUser user, Clock clock, AuditLog audit)
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new() { Header = "序号", Width = 6, Format = CellFormat.Integer },
        new() { Header = "村", Width = 14 },
        new() { Header = "姓名", Width = 10 },
        new() { Header = "身份证号", Width = 22 },
        new() { Header = "岗位", Width = 20 },
        new() { Header = "应出勤", Group = "出勤（天）", Width = 8, Format = CellFormat.Integer },
        new() { Header = "实出勤", Group = "出勤（天）", Width = 8, Format = CellFormat.Integer },
        new() { Header = "月标准", Group = "金额（元）", Width = 12, Format = CellFormat.Money },
        new() { Header = "扣款", Group = "金额（元）", Width = 10, Format = CellFormat.Money, Total = true },
        new() { Header = "奖励", Group = "金额（元）", Width = 10, Format = CellFormat.Money, Total = true },
        new() { Header = "应发金额", Group = "金额（元）", Width = 12, Format = CellFormat.Money, Total = true },
        new() { Header = "实发金额", Group = "金额（元）", Width = 12, Format = CellFormat.Money, Total = true },
        new() { Header = "开户银行", Group = "发放账户", Width = 18 },
        new() { Header = "银行账号", Group = "发放账户", Width = 22 },
        new() { Header = "领款人签字", Width = 12 },
        new() { Header = "备注", Width = 14 },
    ];

    public string FileNameOf(WageSheet sheet) => $"{regions.Tree.NameOf(sheet.Region)}{sheet.Month / 100}年{sheet.Month % 100}月公益岗位工资发放花名册{(sheet.IsCorrection ? $"-{sheet.Batch}" : "")}.xlsx";

    /// <summary>Writes the lines and returns their number; the export is recorded.</summary>
    public async Task<long> WriteAsync(WageSheet sheet, bool isFull, string reason, Stream output, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var lines = await db.Set<WageLine>().AsNoTracking().Where(l => l.SheetId == sheet.Id).OrderBy(l => l.Region).ThenBy(l => l.Id).ToListAsync(ct);
        var number = 0;
        var count = await SheetWriter.WriteAsync(output, SpecOf(sheet, lines), lines.ToAsyncEnumerable(), (line, row) => Write(line, ++number, row, isFull), ct);
        var details = new Dictionary<string, object?[]> { ["工资表"] = [sheet.Title], ["行数"] = [count], ["完整"] = [isFull], ["事由"] = [reason] };
        await audit.WriteAsync(new AuditNote("导出", WageLedger.Key) { RowId = sheet.Id, Region = sheet.Region, Details = details }, ct);
        return count;
    }

    private SheetSpec SpecOf(WageSheet sheet, List<WageLine> lines)
    {
        var town = regions.Tree.NameOf(sheet.Region);
        var net = lines.Sum(l => l.Net);
        return new SheetSpec
        {
            Title = $"{town}{sheet.Month / 100}年{sheet.Month % 100}月公益岗位工资发放花名册{(sheet.IsCorrection ? $"（{sheet.Batch}）" : "")}",
            HeadLines = [$"填报单位：{town}　　月份：{YearMonth.Text(sheet.Month)}　　状态：{sheet.State}　　填报日期：{ColumnText.Day(clock.Today)}　　单位：元"],
            SheetName = $"{YearMonth.Text(sheet.Month)}{sheet.Batch}",
            Columns = Columns,
            FootLines = [$"合计（大写人民币）：{CapitalYuan.Of(net)}　　（小写：{WageRules.Yuan(net)} 元，{lines.Count} 人）"],
            SignOff = $"制表人：{sheet.MadeByName}　　　　审核人：{sheet.ApprovedByName}　　　　单位负责人：　　　　　　（发放单位盖章）",
            Footer = $"{user.Identity.DisplayName}　{clock.LocalNow:yyyy-MM-dd HH:mm} 导出",
        };
    }

    private void Write(WageLine line, int number, RowWriter row, bool isFull)
    {
        row.Number(number, 0);
        row.Text(regions.Tree.NameOf(line.Region));
        row.Text(line.Name);
        row.Text(isFull ? line.IdNumber : Mask.Text(Sensitivity.Identity, line.IdNumber));
        row.Text(line.PostName);
        row.Number(line.Due, 0);
        row.Number(line.Present, 0);
        foreach (var fen in new[] { line.Standard, line.Deduction, line.Bonus, line.Gross, line.Net }) row.Number(fen, 2);
        row.Text(line.BankName);
        row.Text(isFull ? line.BankCard : Mask.Text(Sensitivity.Bank, line.BankCard));
        row.Empty();
        row.Text(Note(line));
    }

    private static string Note(WageLine line) =>
        string.Join("；", new[] { line.Settled != 0 ? $"已发 {WageRules.Yuan(line.Settled)} 元" : "", line.Remark }.Where(t => t.Length > 0));
}
