using System.Linq.Expressions;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Projects.Distributions;

/// <summary>The measures of distributed income (收益分配指标): sums that were given, and what a check would find.</summary>
public static class DistributionMeasures
{
    private static readonly Ledger<Distribution> Ledger = DistributionLedger.Ledger;

    public static readonly RowMeasure<Distribution> Total = Sum("distributions.total", "收益分配", _ => All);

    public static readonly RowMeasure<Distribution> NotPosted = new("distributions.not-posted", "未公示先发放", Ledger, (_, _) => d => d.PaidOn != null && (d.PostedFrom == null || d.PostedUntil == null || d.PaidOn <= d.PostedUntil)) { Good = GoodDirection.Down };

    public static readonly RowMeasure<Distribution> Waiting = new("distributions.waiting", "公示期满待发放", Ledger, (_, day) => d => d.PaidOn == null && d.PostedUntil < day) { Good = GoodDirection.Down };

    private static readonly RowMeasure<Distribution> Work = Sum("distributions.work", "公益岗位和劳务", _ => d => d.Class == DistributionClass.Post || d.Class == DistributionClass.Labour);

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        new RowMeasure<Distribution>("distributions.year-rows", "本年分配", Ledger, (_, day) => Of(day.Year)),
        new RowMeasure<Distribution>("distributions.last-year-rows", "上年分配", Ledger, (_, day) => Of(day.Year - 1)),
        new RowMeasure<Distribution>("distributions.unpaid", "未发放", Ledger, (_, _) => d => d.PaidOn == null),
        Waiting, NotPosted,
        new RowMeasure<Distribution>("distributions.dividend", "直接分红", Ledger, (_, _) => d => d.Class == DistributionClass.Dividend) { Good = GoodDirection.Down },
        new RowMeasure<Distribution>("distributions.unsigned", "已发放未签领", Ledger, (_, _) => d => d.PaidOn != null && d.Signed != true) { Good = GoodDirection.Down },
        new RowMeasure<Distribution>("distributions.unlinked", "未关联户", Ledger, (_, _) => d => d.HouseholdName != "" && d.HouseholdId == null) { Good = GoodDirection.Down, IsChip = false },
        Total, Work,
        Sum("distributions.to-households", "分配到户", _ => d => d.HouseholdName != ""),
        Sum("distributions.to-collective", "留村集体", _ => d => d.Class == DistributionClass.Collective),
        Sum("distributions.paid", "已发放", day => d => d.PaidOn != null && d.PaidOn <= day),
        Sum("distributions.year", "本年收益分配", day => Of(day.Year)),
        Sum("distributions.last-year", "上年收益分配", day => Of(day.Year - 1)),
        new RatioMeasure("distributions.work-rate", "公益岗位和劳务占比", Work, Total) { Good = GoodDirection.Up, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("distributions.by-class", Total, [DistributionLedger.Class]),
        new("distributions.by-year", Total, [DistributionLedger.Year]),
        new("distributions.by-class-and-year", Total, [DistributionLedger.Class, DistributionLedger.Year]),
    ];

    /// <summary>Households that have received money of a project or of their village's collective (享受项目收益).</summary>
    public static HouseholdCondition Households { get; } = new(
        "households.project-income",
        "有项目收益",
        (db, day) => db.Set<Distribution>().Where(d => d.HouseholdId != null && d.PaidOn != null && d.PaidOn <= day).Select(d => d.HouseholdId!.Value),
        [DistributionLedger.Key])
    {
        HasHistory = true,
        Good = GoodDirection.Up,
        RateKey = "households.project-income-rate",
        RateTitle = "项目收益覆盖率",
    };

    /// <summary>Rows of photovoltaic money of this and the last year in villages where less than the rule's share pays for work.</summary>
    public static Measure BelowRule(SettingsDirectory settings) => new RowMeasure<Distribution>("distributions.below-rule", "公益岗占比不足", Ledger, (db, day) =>
    {
        var (year, now, before) = (day.Year, settings.LabourShare(day.Year), settings.LabourShare(day.Year - 1));
        var (all, projects) = (db.Set<Distribution>(), db.Set<Project>());
        return d => d.ProjectId != null && projects.Any(p => p.Id == d.ProjectId && p.IsStation && (p.Kind != ProjectKind.JointStation || d.Class != DistributionClass.Collective))
            && all.Where(o => o.ProjectId == d.ProjectId && o.Year == d.Year && o.Region == d.Region && (o.Class == DistributionClass.Post || o.Class == DistributionClass.Labour)).Sum(o => o.Amount) * 100
            < all.Where(o => o.ProjectId == d.ProjectId && o.Year == d.Year && o.Region == d.Region && (o.Class != DistributionClass.Collective || !projects.Any(p => p.Id == o.ProjectId && p.Kind == ProjectKind.JointStation))).Sum(o => o.Amount) * (d.Year == year ? now : d.Year == year - 1 ? before : 0);
    })
    { AlsoDependsOn = [ProjectLedger.Key], Good = GoodDirection.Down };

    private static Expression<Func<Distribution, bool>> All => _ => true;

    private static Expression<Func<Distribution, bool>> Of(int year) => d => d.Year == year;

    private static RowMeasure<Distribution> Sum(string key, string title, Func<DateOnly, Expression<Func<Distribution, bool>>> where) =>
        new(key, title, Ledger, (_, day) => where(day)) { Sum = d => d.Amount, Scale = 2, Unit = "元", IsChip = false };
}
