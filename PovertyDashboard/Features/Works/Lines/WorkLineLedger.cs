using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Works.Lines;

/// <summary>
/// The ledger of labour and material (用工用料台账): what the 社区 reports, and beside it what the audit verified (domain facts section 7).
/// A row is known by its village, 户主 and 序号.
/// </summary>
public static class WorkLineLedger
{
    public const string Key = "work-lines";

    /// <summary>Above any list of a home: a million of a unit, a million yuan.</summary>
    private const long Most = 1_000_000_00;

    private const string Reporting = "申报", Auditing = "审计核实", Labour = "用工", Paper = "票据";

    private static readonly Columns<WorkLine> c = new();

    public static readonly Column Item = c.Code("施工内容", l => l.Item, "work-item") with { Required = true, QuickFilter = true, Aliases = ["项目类别", "改造项目"] };

    public static readonly Column Kind = c.Code("类别", l => l.Kind, "work-line-kind", 8) with { Required = true, QuickFilter = true, Aliases = ["用工用料"] };

    public static readonly Column Name = c.Text("名称", l => l.Name, 14) with
    {
        Required = true,
        MaxLength = 50,
        Searchable = true,
        Aliases = ["材料名称", "工种", "名称(工种)"],
        Help = "用料写材料名称，用工写工种，例如 瓦工。",
        Suggest = async (db, region, ct) => await db.Set<WorkLine>().Where(l => l.Region == region).Select(l => l.Name).Distinct().OrderBy(n => n).Take(50).ToListAsync(ct),
    };

    public static readonly Column ReportedAmount = Money("申报金额", l => l.ReportedAmount) with { Set = (row, value) => ((WorkLine)row).WrittenReported = (long?)value, Editing = FormEditing.ByActs, Group = Reporting };

    public static readonly Ledger<WorkLine> Ledger = new(Key, "用工用料台账", "条")
    {
        Columns =
        [
            c.Integer("序号", l => l.Number, 6) with { IsKey = true, Min = 1, Max = 1_000_000, Help = "在系统里登记时可不填，自动接着编号。" },
            .. c.Place(),
            c.HouseholdName("户主", l => l.HouseholdName) with { IsKey = true, Required = true, Aliases = ["户主姓名"] },
            Item,
            Kind,
            Name,
            c.Text("规格", l => l.Spec, 14) with { MaxLength = 50, Aliases = ["规格型号", "型号"] },
            c.Text("单位", l => l.Unit, 6) with { MaxLength = 10, Aliases = ["计量单位"] },
            .. c.Group(
                Labour,
                c.Date("用工日期", l => l.DoneOn) with { NotInFuture = true, Shown = false, Aliases = ["日期", "施工日期"] },
                c.PersonName("务工人员", l => l.Worker) with { Shown = false, Aliases = ["姓名", "务工人员姓名"] },
                c.PersonId("务工人员身份证号", l => l.WorkerId) with { Shown = false, Aliases = ["身份证号", "身份证号码"] }),
            .. c.Group(Reporting, Quantity("申报数量", l => l.ReportedQuantity) with { Required = true, Aliases = ["工日数", "数量"] }, Price("申报单价", l => l.ReportedPrice) with { Required = true, Aliases = ["单价"] }),
            ReportedAmount,
            .. c.Group(
                Auditing,
                Quantity("核实数量", l => l.VerifiedQuantity) with { Editing = FormEditing.ByActs },
                Price("核定单价", l => l.VerifiedPrice) with { Editing = FormEditing.ByActs },
                Money("核定金额", l => l.VerifiedAmount) with { Set = (row, value) => ((WorkLine)row).WrittenVerified = (long?)value, Editing = FormEditing.ByActs }),
            c.Derived("核减数量", ColumnKind.Decimal, CutQuantity, 8) with { Scale = LineAmounts.QuantityScale, Shown = false },
            Money("核减金额", l => l.Cut) with { Min = null, Set = (row, value) => ((WorkLine)row).WrittenCut = (long?)value, Editing = FormEditing.ByActs },
            Money("核增金额", l => l.Added) with { Set = (row, value) => ((WorkLine)row).WrittenAdded = (long?)value, Editing = FormEditing.ByActs },
            c.YesNo("核增", l => l.IsAddition) with { Shown = false, Aliases = ["是否核增"], Editing = FormEditing.ByActs, Help = "核实的多于申报、确属漏报的填是，并写明原因。" },
            c.LongText("核减原因", l => l.Reason, 18) with { Aliases = ["核减(核增)原因", "核减核增原因"], Editing = FormEditing.ByActs },
            .. c.Group(
                Paper,
                c.Text("发票号", l => l.Invoice, 14) with { MaxLength = 40, Shown = false, Searchable = true, Aliases = ["发票号码"] },
                c.Text("供货商", l => l.Supplier, 16) with { MaxLength = 100, Shown = false, Aliases = ["发票号/供货商", "供应商"] }),
            c.Date("核实日期", l => l.VerifiedOn) with { Set = null, Shown = false },
            c.Text("核实人", l => l.VerifiedBy, 10) with { Set = null, Shown = false },
            c.Derived("定案", ColumnKind.YesNo, l => (bool?)l.IsFixed, 6) with { Help = "审计结论作出后，明细固定不变。" },
            c.LongText("备注", l => l.Remark, 16) with { Shown = false },
        ],
        Rules = WorkLineRules.Check,
        Fill = WorkLineRules.Fill,
        Sign = WorkLineRules.Sign,
        Complete = NumberAsync,
        ImportGuard = WorkLineRules.RefuseImport,
        DeleteGuard = WorkLineRules.RefuseDelete,
        PictureGuard = line => line.IsFixed ? "照片：这一条已定案，照片不能再增减。" : null,
        Store = new StoreRules<WorkLine> { Check = (lines, context, _) => Task.FromResult<IReadOnlyList<RowFault>>([.. lines.Where(l => l.IsFixed && context.IsByHand).Select(Fixed)]) },
        // Auditors verify lines in the home; what is reported is entered by the office.
        Writers = [Act.Write, Act.Audit],
        Editors = [Act.Write],
        KeyWithin = RegionLevel.Village,
        DefaultSort = nameof(WorkLine.HouseholdName),
        RowHref = row => AuditAddress.OfLine(row.Id),
        NameOf = row => $"{((WorkLine)row).HouseholdName} {((WorkLine)row).Number} {((WorkLine)row).Name}",
    };

    private static RowFault Fixed(WorkLine line) => new(line, new Fault("定案", "定案：这一条已定案，不能再改。有差错的，请审计组先撤销定案。"));

    private static long? CutQuantity(WorkLine line) => line.VerifiedQuantity is { } verified && verified < line.ReportedQuantity ? line.ReportedQuantity - verified : null;

    /// <summary>A line entered by hand without a number follows the last one of its home.</summary>
    private static async Task NumberAsync(AppDbContext db, WorkLine line, CancellationToken ct)
    {
        if (line.Number is not null || line.Region == 0) return;
        // Deleted lines keep their numbers.
        var last = await db.Set<WorkLine>().IgnoreQueryFilters().Where(l => l.Region == line.Region && l.HouseholdName == line.HouseholdName).MaxAsync(l => l.Number, ct);
        line.Number = (last ?? 0) + 1;
    }

    private static Column Quantity(string header, System.Linq.Expressions.Expression<Func<WorkLine, long?>> member) => c.Decimal(header, member, LineAmounts.QuantityScale) with { Min = 0, Max = Most };

    private static Column Price(string header, System.Linq.Expressions.Expression<Func<WorkLine, long?>> member) => c.Money(header, member, 10) with { Min = 0, Max = Most };

    private static Column Money(string header, System.Linq.Expressions.Expression<Func<WorkLine, long?>> member) => c.Money(header, member) with { Total = true, Min = 0 };
}
