using System.Linq.Expressions;
using PovertyDashboard.Attachments;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Lines;

/// <summary>
/// The measures of labour and material (用工用料指标): sums in fen, doubts, and homes. A home is counted by its first line, so that figure and list agree.
/// </summary>
public static class WorkLineMeasures
{
    public const string DoubtfulKey = "work-lines.doubtful", OverPriceKey = "work-lines.over-price";

    private static readonly Ledger<WorkLine> Ledger = WorkLineLedger.Ledger;

    public static readonly RowMeasure<WorkLine>
        Reported = Sum("work-lines.reported", "申报合计", _ => true, l => l.ReportedAmount),
        Checked = Sum("work-lines.checked", "已核实的申报", l => l.VerifiedQuantity != null, l => l.ReportedAmount),
        Verified = Sum("work-lines.verified", "核定合计", l => l.VerifiedQuantity != null, l => l.VerifiedAmount ?? 0),
        Cut = Sum("work-lines.cut", "核减合计", l => l.Cut > 0, l => l.Cut),
        Added = Sum("work-lines.added", "核增合计", l => l.Added > 0, l => l.Added),
        Homes = OfHomes("work-lines.homes", "申报户", _ => true),
        OpenHomes = OfHomes("work-lines.homes-open", "待定案户", mine => mine.Any(l => l.AuditId == null)),
        DoneHomes = OfHomes("work-lines.homes-done", "已定案户", mine => !mine.Any(l => l.AuditId == null)),
        Unverified = Of("work-lines.unverified", "未核实", l => l.VerifiedQuantity == null, GoodDirection.Down);

    public static IReadOnlyList<Measure> Fixed { get; } =
    [
        Homes, OpenHomes, DoneHomes,
        new RatioMeasure("work-lines.home-rate", "定案率", DoneHomes, Homes) { Good = GoodDirection.Up, IsChip = false },
        Unverified,
        new RowMeasure<WorkLine>("work-lines.same-day", "同人同日", Ledger, (db, _) => LineDoubts.SameDay(db)) { Good = GoodDirection.Down },
        new RowMeasure<WorkLine>("work-lines.same-invoice", "发票重复", Ledger, (db, _) => LineDoubts.SameInvoice(db)) { Good = GoodDirection.Down },
        new RowMeasure<WorkLine>("work-lines.no-photo", "无照片", Ledger, (db, _) => LineDoubts.NoPhoto(db)) { AlsoDependsOn = Photos, Good = GoodDirection.Down },
        Of("work-lines.cut-lines", "有核减", l => l.Cut > 0),
        Of("work-lines.added-lines", "有核增", l => l.Added > 0),
        Of("work-lines.no-reason", "核减没写原因", l => l.Cut > 0 && l.Reason == "", GoodDirection.Down),
        Of("work-lines.unlinked", "未关联户", l => l.HouseholdId == null, GoodDirection.Down, isChip: false),
        Reported, Checked, Verified, Cut, Added,
        new RatioMeasure("work-lines.cut-rate", "核减率", Cut, Checked) { IsChip = false },
        new RowMeasure<WorkLine>("work-lines.days", "申报工日", Ledger, (_, _) => l => l.Kind == LineKind.Labour) { Sum = l => l.ReportedQuantity, Scale = LineAmounts.QuantityScale, Unit = "工日", IsChip = false },
    ];

    /// <summary>Made from the dated guide prices.</summary>
    public static RowMeasure<WorkLine> OverPrice(SettingsDirectory settings) =>
        new(OverPriceKey, "超指导价", Ledger, (_, day) => LineDoubts.OverPrice(GuidePrices.All(settings), day)) { Good = GoodDirection.Down };

    /// <inheritdoc cref="OverPrice"/>
    public static RowMeasure<WorkLine> Doubtful(SettingsDirectory settings) =>
        new(DoubtfulKey, "疑点明细", Ledger, (db, day) => LineDoubts.Any(db, GuidePrices.All(settings), day)) { AlsoDependsOn = Photos, Good = GoodDirection.Down };

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("work-lines.by-item", Reported, [WorkLineLedger.Item]),
        new("work-lines.by-kind", Reported, [WorkLineLedger.Kind]),
        new("work-lines.cut-by-item", Cut, [WorkLineLedger.Item]),
        new("work-lines.verified-by-item", Verified, [WorkLineLedger.Item]),
    ];

    private static string[] Photos => [nameof(Attachment), WorkLedger.Key];

    private static RowMeasure<WorkLine> Of(string key, string title, Expression<Func<WorkLine, bool>> where, GoodDirection good = GoodDirection.Neutral, bool isChip = true) =>
        new(key, title, Ledger, (_, _) => where) { Good = good, IsChip = isChip };

    private static RowMeasure<WorkLine> Sum(string key, string title, Expression<Func<WorkLine, bool>> where, Expression<Func<WorkLine, long>> value) =>
        new(key, title, Ledger, (_, _) => where) { Sum = value, Scale = 2, Unit = "元", IsChip = false };

    /// <summary>The first line of each home whose lines fulfil the condition.</summary>
    private static RowMeasure<WorkLine> OfHomes(string key, string title, Expression<Func<IQueryable<WorkLine>, bool>> fits) => new(key, title, Ledger, (db, _) =>
    {
        Expression<Func<WorkLine, bool>> first = l => !db.Set<WorkLine>().Any(o => o.Region == l.Region && o.HouseholdName == l.HouseholdName && o.HouseholdId == l.HouseholdId && o.Id < l.Id);
        Expression<Func<WorkLine, IQueryable<WorkLine>>> mine = l => db.Set<WorkLine>().Where(o => o.Region == l.Region && o.HouseholdName == l.HouseholdName && o.HouseholdId == l.HouseholdId);
        var row = first.Parameters[0];
        var condition = SplitQuery.Swap(fits, SplitQuery.Swap(mine, row));
        return Expression.Lambda<Func<WorkLine, bool>>(Expression.AndAlso(first.Body, condition), row);
    })
    { Unit = "户" };
}
