using System.Linq.Expressions;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Projects;

/// <summary>The measures of projects (产业项目指标).</summary>
public static class ProjectMeasures
{
    private static readonly Ledger<Project> Ledger = ProjectLedger.Ledger;

    public static readonly RowMeasure<Project> All = new("projects.all", "产业项目", Ledger, (_, _) => Present);

    public static readonly RowMeasure<Project> Stations = new("projects.stations", "光伏电站", Ledger, (_, _) => p => p.State != ProjectState.Disposed && p.IsStation);

    private static readonly RowMeasure<Project> Employed = Sum("projects.employed", "带动就业", "人", p => p.Employed ?? 0);

    private static readonly RowMeasure<Project> Investment = Sum("projects.investment", "项目总投资", "元", p => p.Investment ?? 0, 2);

    private static readonly RowMeasure<Project>
        Invested = Sum("projects.invested-with-income", "有年收益项目的投资", "元", p => p.Investment ?? 0, 2, Both), Yearly = Sum("projects.income-with-investment", "有投资项目的年收益", "元", p => p.AnnualIncome ?? 0, 2, Both);

    /// <summary>份额不齐: a joint station whose villages do not make the whole.</summary>
    public static readonly RowMeasure<Project> Incomplete = new("projects.shares-incomplete", "份额不齐", Ledger, (db, _) =>
    {
        var shares = db.Set<ProjectShare>();
        return p => (p.Kind == ProjectKind.JointStation || shares.Any(s => s.ProjectId == p.Id))
            && (!shares.Any(s => s.ProjectId == p.Id) || shares.Where(s => s.ProjectId == p.Id).Sum(s => s.Parts) != shares.Where(s => s.ProjectId == p.Id).Max(s => s.Whole));
    })
    { AlsoDependsOn = [ProjectShareLedger.Key], Good = GoodDirection.Down };

    /// <summary>缺上月收益: a running station without a row of the last month.</summary>
    public static readonly RowMeasure<Project> MissingMonth = new("projects.missing-month", "缺上月收益", Ledger, (db, day) =>
    {
        var last = day.AddMonths(-1).Year * 100 + day.AddMonths(-1).Month;
        return p => p.IsStation && p.State == ProjectState.Running && !db.Set<StationIncome>().Any(i => i.ProjectId == p.Id && i.Month == last);
    })
    { AlsoDependsOn = [StationIncomeLedger.Key], Good = GoodDirection.Down };

    public static IReadOnlyList<Measure> Fixed { get; } =
    [
        All, Stations,
        new RowMeasure<Project>("projects.running", "正在运行", Ledger, (_, _) => p => p.State == ProjectState.Running),
        new RowMeasure<Project>("projects.stopped", "停运", Ledger, (_, _) => p => p.State == ProjectState.Stopped) { Good = GoodDirection.Down },
        Incomplete, MissingMonth, Employed,
        Sum("projects.poor-employed", "带动贫困人口就业", "人", p => p.PoorEmployed ?? 0),
        Sum("projects.capacity", "光伏装机", "kW", p => p.Capacity ?? 0, 2),
        Sum("projects.land", "项目土地", "亩", p => p.Land ?? 0, 2),
        Investment,
        Sum("projects.annual-income", "项目年收益", "元", p => p.AnnualIncome ?? 0, 2),
        Invested, Yearly,
        new RatioMeasure("projects.return", "年投资收益率", Yearly, Invested) { Good = GoodDirection.Up, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("projects.by-kind", All, [ProjectLedger.Kind]),
        new("projects.by-kind-and-state", All, [ProjectLedger.Kind, ProjectLedger.State]),
        new("projects.employed-by-kind", Employed, [ProjectLedger.Kind]),
        new("projects.investment-by-funding", Investment, [ProjectLedger.Funding]),
    ];

    /// <summary>发电量异常: the yield per kW of the last year, all of whose months are there, lies outside the range of the settings.</summary>
    public static Measure YieldWarning(SettingsDirectory settings) => new RowMeasure<Project>("projects.yield-warning", "发电量异常", Ledger, (db, day) =>
    {
        var year = day.Year - 1;
        var (min, max) = settings.Yield(year);
        var months = db.Set<StationIncome>();
        // kWh and kW are both in hundredths.
        return p => p.Capacity > 0 && months.Count(i => i.ProjectId == p.Id && i.Year == year) == StationYield.Months
            && (months.Where(i => i.ProjectId == p.Id && i.Year == year).Sum(i => i.Energy ?? 0) < p.Capacity * min || months.Where(i => i.ProjectId == p.Id && i.Year == year).Sum(i => i.Energy ?? 0) > p.Capacity * max);
    })
    { AlsoDependsOn = [StationIncomeLedger.Key], Good = GoodDirection.Down };

    private static Expression<Func<Project, bool>> Present => p => p.State != ProjectState.Disposed;

    private static Expression<Func<Project, bool>> Both => p => p.State != ProjectState.Disposed && p.Investment > 0 && p.AnnualIncome > 0;

    private static RowMeasure<Project> Sum(string key, string title, string unit, Expression<Func<Project, long>> sum, int scale = 0, Expression<Func<Project, bool>>? where = null) =>
        new(key, title, Ledger, (_, _) => where ?? Present) { Sum = sum, Scale = scale, Unit = unit, IsChip = false };
}

/// <summary>What a station yielded in a year (每千瓦发电量), against the range in which such stations lie.</summary>
/// <param name="Energy">Hundredths of a kWh.</param>
/// <param name="Count">Months that are there.</param>
public sealed record StationYield(int Year, long Energy, int Count, long Capacity, int Min, int Max)
{
    public const int Months = 12;

    /// <summary>kWh per kW, rounded; null while months are missing.</summary>
    public decimal? PerKw => Count == Months && Capacity > 0 ? Math.Round((decimal)Energy / Capacity, 1, MidpointRounding.AwayFromZero) : null;

    public bool IsOutside => Count == Months && Capacity > 0 && (Energy < Capacity * Min || Energy > Capacity * Max);
}
