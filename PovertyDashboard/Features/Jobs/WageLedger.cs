using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Jobs;

/// <summary>
/// The ledgers of pay (工资发放台账、工资表). A line is one person, month and batch; lines are made and changed on the wage page and
/// by files only as far as <see cref="WageRules.RefuseImport"/> lets them, sheets by the desk alone.
/// </summary>
public static class WageLedger
{
    public const string Key = "wages", SheetsKey = "wage-sheets";

    private const string Work = "出勤", Amount = "金额", Bank = "发放", Sign = "审定";

    private static readonly Columns<WageLine> c = new();

    private static readonly Columns<WageSheet> s = new();

    public static readonly Column Month = c.Month("月份", l => l.Month) with { IsKey = true, Required = true, QuickFilter = true, HeadFacts = ["月份", "发放月份", "工资月份"], Aliases = ["发放月份", "工资月份"] };

    public static readonly Column Kind = c.Code("岗位类别", l => l.PostKind, "post-kind") with { QuickFilter = true };

    public static readonly Column Source = c.Code("岗位来源", l => l.PostSource, "post-source") with { QuickFilter = true };

    public static readonly Column State = c.Code("状态", l => l.State, "wage-state") with { Group = Sign, Set = null, QuickFilter = true };

    public static readonly Column Net = Money("实发金额", l => l.Net) with { InCapitals = true, Min = null, Set = (row, value) => ((WageLine)row).WrittenNet = (long?)value, Aliases = ["实发"] };

    public static readonly Ledger<WageLine> Ledger = new(Key, "公益岗工资台账", "人次")
    {
        Columns =
        [
            .. c.Place(),
            Month,
            c.Text("批次", l => l.Batch, 8) with { IsKey = true, MaxLength = 20, Help = "当月工资不填；更正表为 更正1、更正2。" },
            c.PersonName("姓名", l => l.Name) with { Required = true },
            c.PersonId("身份证号", l => l.IdNumber) with { IsKey = true, Required = true, Aliases = ["身份证号码", "证件号码"] },
            c.Text("岗位名称", l => l.PostName, 20) with { IsKey = true, MaxLength = 50, Aliases = ["岗位"] },
            Kind,
            Source,
            .. c.Group(
                Work,
                c.Integer("应出勤", l => l.Due) with { Required = true, Min = 0, Max = 31, Unit = "天", Aliases = ["应出勤天数"] },
                c.Integer("实出勤", l => l.Present) with { Min = 0, Max = 31, Unit = "天", Aliases = ["出勤天数", "实出勤天数"] },
                c.Integer("计薪天数", l => l.PaidDays) with { Shown = false, Min = 0, Max = 31, Unit = "天" }),
            Money("月标准", l => l.Standard) with { Required = true, Total = false, Aliases = ["月补贴标准", "补贴标准"] },
            Money("扣款", l => l.Deduction) with { Aliases = ["扣款金额"] },
            Money("奖励", l => l.Bonus) with { Aliases = ["奖励金额"] },
            Money("应发金额", l => l.Gross) with { Set = (row, value) => ((WageLine)row).WrittenGross = (long?)value, Aliases = ["应发"] },
            Money("已发金额", l => l.Settled) with { Shown = false, Min = null, Help = "更正表中以前已审定的金额。" },
            Net,
            .. c.Group(
                Bank,
                c.Text("开户银行", l => l.BankName, 18) with { Shown = false, MaxLength = 100, Aliases = ["开户行"] },
                c.BankCard("银行账号", l => l.BankCard) with { Shown = false, Aliases = ["银行卡号", "账号"] }),
            State,
            .. c.Group(
                Sign,
                c.Text("制表人", l => l.Sheet!.MadeByName, 10) with { Shown = false },
                c.Text("审核人", l => l.Sheet!.ApprovedByName, 10) with { Shown = false },
                c.Date("审定日期", l => l.Sheet!.ApprovedOn) with { Shown = false }),
            c.LongText("备注", l => l.Remark, 16) with { Shown = false },
        ],
        With = rows => rows.Include(l => l.Sheet),
        Rules = WageRules.Check,
        Fill = WageRules.Fill,
        ImportGuard = WageRules.RefuseImport,
        ImportEffects = WageLinks.RefreshAsync,
        Store = new StoreRules<WageLine> { Link = WageLinks.LinkAsync, Check = WageLinks.CheckAsync, Prepare = WageLinks.PrepareAsync },
        // Leaders approve sheets (ADR 0014); nobody edits lines in the shared form.
        Writers = [Act.Write, Act.ApproveWages],
        Editors = [],
        RowHref = row => WageAddress.Of(((WageLine)row).Month, Regions.RegionKey.TownshipOf(row.Region), ((WageLine)row).Batch),
        DefaultSort = "-" + nameof(WageLine.Month),
        NameOf = row => $"{((WageLine)row).Name} {YearMonth.Text(((WageLine)row).Month)} 工资",
    };

    public static readonly Ledger<WageSheet> Sheets = new(SheetsKey, "公益岗工资表", "张")
    {
        Columns =
        [
            .. s.Place(Regions.RegionLevel.Township).Select(p => p with { Shown = p.Place == Regions.RegionLevel.Township }),
            s.Month("月份", x => x.Month) with { IsKey = true },
            s.Text("批次", x => x.Batch, 8) with { IsKey = true },
            s.Code("状态", x => x.State, "wage-state") with { QuickFilter = true },
            s.Integer("人数", x => x.People) with { Total = true, Unit = "人" },
            s.Money("应发合计", x => x.Gross) with { Total = true },
            s.Money("实发合计", x => x.Net) with { Total = true },
            s.Text("制表人", x => x.MadeByName, 10),
            s.Date("提交日期", x => x.SubmittedOn),
            s.Text("审核人", x => x.ApprovedByName, 10),
            s.Date("审定日期", x => x.ApprovedOn),
            s.LongText("更正说明", x => x.Reason, 20),
            s.LongText("退回原因", x => x.ReturnReason, 20) with { Shown = false },
        ],
        KeyWithin = Regions.RegionLevel.Township,
        Importable = false,
        Writers = [Act.Write, Act.ApproveWages],
        Editors = [],
        RowHref = row => WageAddress.Of(((WageSheet)row).Month, row.Region, ((WageSheet)row).Batch),
        DefaultSort = "-" + nameof(WageSheet.Month),
        NameOf = row => ((WageSheet)row).Title,
    };

    private static Column Money(string header, System.Linq.Expressions.Expression<Func<WageLine, long?>> member) =>
        c.Money(header, member) with { Group = Amount, Total = true, Min = 0, Max = 1_000_000_00 };
}

/// <summary>The addresses of wage sheets (工资表地址).</summary>
public static class WageAddress
{
    public const string All = "/jobs/wages";

    public static string Of(int month, long township, string batch = "") =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{All}/{month}/{township}") + (batch.Length > 0 ? $"?batch={Uri.EscapeDataString(batch)}" : "");

    public static string Payroll(long sheet, string? reason) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{All}/{sheet}/payroll") + (reason is null ? "" : $"?full=1&reason={Uri.EscapeDataString(reason)}");
}
