using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Works.Audits;

/// <summary>The ledger of audits in homes (双提升审计台账): known by household and audit date; concluded on the page of the home alone.</summary>
public static class AuditLedger
{
    public const string Key = "audits";

    private const string Sums = "金额", Outcome = "结论";

    private static readonly Columns<HomeAudit> c = new();

    public static readonly Column Conclusion = c.Code("审计结论", a => a.Conclusion, "audit-conclusion") with { QuickFilter = true, Group = Outcome, Aliases = ["结论"] };

    public static readonly Ledger<HomeAudit> Ledger = new(Key, "双提升审计台账", "户次")
    {
        Columns =
        [
            .. c.Place(),
            c.HouseholdName("户主", a => a.HouseholdName) with { IsKey = true, Required = true, Aliases = ["户主姓名"] },
            c.Date("审计日期", a => a.AuditedOn) with { IsKey = true, Required = true, NotInFuture = true, QuickFilter = true, Aliases = ["审计时间"] },
            c.Text("审计人员", a => a.Auditors, 14) with { MaxLength = 100, Searchable = true, Aliases = ["审计组"] },
            c.Integer("明细条数", a => a.Lines) with { Min = 0, Total = true, Unit = "条" },
            Money("申报合计", a => a.Reported),
            Money("核定合计", a => a.Verified),
            Money("核减合计", a => a.Cut),
            Money("核增合计", a => a.Added),
            Conclusion,
            .. c.Group(
                Outcome,
                c.LongText("审计意见", a => a.Opinion, 24) with { Aliases = ["意见"] },
                c.Date("定案日期", a => a.ConcludedOn) with { NotInFuture = true }),
            c.Derived("来源", ColumnKind.Text, a => a.IsImported ? "导入" : "入户", 8) with { Shown = false },
            c.LongText("备注", a => a.Remark, 16) with { Shown = false },
        ],
        Rules = AuditRules.Check,
        ImportGuard = AuditRules.RefuseImport,
        PictureGuard = audit => audit.IsFinal ? "照片：这次审计已定案，照片不能再增减。" : null,
        Store = new StoreRules<HomeAudit> { Prepare = MarkAsync },
        Writers = [Act.Write, Act.Audit],
        // Audits are begun and concluded in the home.
        Editors = [],
        KeyWithin = RegionLevel.Village,
        DefaultSort = "-" + nameof(HomeAudit.AuditedOn),
        RowHref = row => AuditAddress.Of(row.Id),
        NameOf = row => $"{((HomeAudit)row).HouseholdName} {((HomeAudit)row).AuditedOn:yyyy-MM-dd} 审计",
    };

    /// <summary>待补资料: they wait for papers.</summary>
    public static RowMeasure<HomeAudit> Papers { get; } = Of("audits.papers", AuditConclusion.Papers);

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        new RowMeasure<HomeAudit>("audits.concluded", "已定案", Ledger, (_, day) => a => a.ConcludedOn != null && a.ConcludedOn <= day && (a.Conclusion == AuditConclusion.True || a.Conclusion == AuditConclusion.Partly || a.Conclusion == AuditConclusion.Untrue)) { HasHistory = true, Good = GoodDirection.Up },
        Of("audits.true", AuditConclusion.True),
        Of("audits.partly", AuditConclusion.Partly),
        Of("audits.untrue", AuditConclusion.Untrue),
        Papers,
        Sum("audits.reported", "定案申报合计", a => a.Reported),
        Sum("audits.verified", "定案核定合计", a => a.Verified),
        Sum("audits.cut", "定案核减合计", a => a.Cut),
        Sum("audits.added", "定案核增合计", a => a.Added),
        new RowMeasure<HomeAudit>("audits.unlinked", "未关联户", Ledger, (_, _) => a => a.HouseholdId == null) { IsChip = false, Good = GoodDirection.Down },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [new("audits.by-conclusion", (RowMeasure)Measures[0], [Conclusion])];

    private static Task MarkAsync(IReadOnlyList<HomeAudit> audits, EffectContext context, CancellationToken ct)
    {
        if (context.IsByHand) return Task.CompletedTask;
        foreach (var audit in audits.Where(a => a.Id == 0)) audit.IsImported = true;
        return Task.CompletedTask;
    }

    private static Column Money(string header, System.Linq.Expressions.Expression<Func<HomeAudit, long?>> member) => c.Money(header, member) with { Total = true, Min = 0, Group = Sums };

    private static RowMeasure<HomeAudit> Of(string key, string conclusion) => new(key, conclusion, Ledger, (_, _) => a => a.Conclusion == conclusion);

    private static RowMeasure<HomeAudit> Sum(string key, string title, System.Linq.Expressions.Expression<Func<HomeAudit, long>> value) =>
        new(key, title, Ledger, (_, _) => a => a.Conclusion == AuditConclusion.True || a.Conclusion == AuditConclusion.Partly || a.Conclusion == AuditConclusion.Untrue) { Sum = value, Scale = 2, Unit = "元", IsChip = false };
}
