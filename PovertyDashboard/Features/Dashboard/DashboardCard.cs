using PovertyDashboard.Features.Dashboard.Cards;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>A card of the overview (图表卡片), shown once rooms have registered all that it needs.</summary>
/// <param name="Key">Stable name, also the anchor on the page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Span">Width in twelfths of the page.</param>
/// <param name="View">The component that draws it.</param>
/// <param name="Needs">Keys of the measures and breakdowns without which it is not shown.</param>
public abstract record DashboardCard(string Key, string Title, int Span, Type View, IReadOnlyList<string> Needs)
{
    /// <summary>Keys of all measures and breakdowns that it reads: a change of their ledgers moves it.</summary>
    public virtual IReadOnlyList<string> Reads => Needs;

    /// <summary>Whether it compares the places below and so says nothing about a village.</summary>
    public virtual bool NeedsPlacesBelow => false;
}

/// <summary>Problems by place or by category as stacked bars.</summary>
public sealed record ProblemsCard(string Key, string Title, int Span) : DashboardCard(Key, Title, Span, typeof(ProblemsCardView), ProblemChart.Needs);

/// <summary>The places that need attention, worst first.</summary>
public sealed record AttentionCard(string Key, string Title, int Span) : DashboardCard(Key, Title, Span, typeof(AttentionCardView), Attention.Needs)
{
    public override IReadOnlyList<string> Reads => Attention.Reads;

    public override bool NeedsPlacesBelow => true;
}

/// <summary>A rate by place as progress bars.</summary>
/// <param name="Ratio">Key of the rate.</param>
/// <param name="Missing">Key of the measure that lists what is missing.</param>
/// <param name="Low">Below this per cent a bar is orange.</param>
public sealed record RateCard(string Key, string Title, int Span, string Ratio, string Missing, double Low) : DashboardCard(Key, Title, Span, typeof(RateCardView), [Ratio])
{
    public override IReadOnlyList<string> Reads => [Ratio, Missing];

    public override bool NeedsPlacesBelow => true;
}

/// <summary>A breakdown as stacked bars.</summary>
/// <param name="Breakdown">Its key.</param>
/// <param name="Rows">Header of the column whose texts are the bars.</param>
public sealed record SplitCard(string Key, string Title, int Span, string Breakdown, string Rows) : DashboardCard(Key, Title, Span, typeof(SplitCardView), [Breakdown])
{
    /// <summary>Offers shares beside counts.</summary>
    public bool CanShowShare { get; init; }

    /// <summary>What is said where nothing is to be shown.</summary>
    public string Empty { get; init; } = "还没有可以分组的数据。";
}

/// <summary>Several counting measures of one ledger as bars; they may overlap, so nothing is summed.</summary>
/// <param name="Measures">Their keys, in order.</param>
/// <param name="Whole">Key of the measure whose shares they are.</param>
public sealed record MeasuresCard(string Key, string Title, int Span, IReadOnlyList<string> Measures, string Whole) : DashboardCard(Key, Title, Span, typeof(MeasuresCardView), [Whole])
{
    /// <summary>What is missing, after the name of the place.</summary>
    public string EmptyTitle { get; init; } = "还没有家庭成员。";

    /// <summary>What will stand there, and when.</summary>
    public string EmptyText { get; init; } = "导入人口信息后，这里显示各类人数。";

    public override IReadOnlyList<string> Reads => [Whole, .. Measures];
}

/// <summary>A measure day by day through the month.</summary>
/// <param name="Measure">Its key; it must have history.</param>
public sealed record LineCard(string Key, string Title, int Span, string Measure) : DashboardCard(Key, Title, Span, typeof(LineCardView), [Measure]);

/// <summary>Something month by month as upright bars (按月).</summary>
public abstract record CourseCard(string Key, string Title, int Span, IReadOnlyList<string> Needs) : DashboardCard(Key, Title, Span, typeof(MonthsCardView), Needs)
{
    /// <summary>What is said where nothing is to be shown.</summary>
    public string Empty { get; init; } = "还没有按月的数据。";

    public abstract Task<MonthFigures> ReadAsync(MonthChart months, DashboardView view, CancellationToken ct);
}

/// <summary>A measure by month: its sum, its rows, or its share of another.</summary>
/// <param name="Breakdown">Key of the breakdown by month.</param>
public sealed record MonthsCard(string Key, string Title, int Span, string Breakdown) : CourseCard(Key, Title, Span, [Breakdown])
{
    /// <summary>Key of the breakdown by month that it is a share of, in per cent.</summary>
    public string? Whole { get; init; }

    public override IReadOnlyList<string> Reads => Whole is null ? Needs : [.. Needs, Whole];

    public override Task<MonthFigures> ReadAsync(MonthChart months, DashboardView view, CancellationToken ct) => months.ReadAsync(Breakdown, Whole, view, ct);
}

/// <summary>What a measure came to at the end of each month, as it was reported (月末走势), and today.</summary>
/// <param name="Measure">Its key.</param>
public sealed record TrendCard(string Key, string Title, int Span, string Measure) : CourseCard(Key, Title, Span, [Measure])
{
    public override Task<MonthFigures> ReadAsync(MonthChart months, DashboardView view, CancellationToken ct) => months.TrendAsync(Measure, view, ct);
}

/// <summary>The places below with their chief figures, as a table.</summary>
public sealed record PlacesCard(string Key, string Title, int Span) : DashboardCard(Key, Title, Span, typeof(PlacesCardView), ["households.all"])
{
    /// <summary>Measures and heads of the columns.</summary>
    public static readonly IReadOnlyList<(string Key, string Head)> Columns =
    [
        ("households.all", "在册户"), ("members.all", "人口"), ("households.checked", "已检查户"), ("households.check-rate", "检查率"), ("checks.score", "得分率"),
        ("problems.found", "发现问题"), ("problems.open", "未销号"), ("problems.overdue", "逾期"), ("problems.closed", "已销号"), ("problems.closing-rate", "销号率"),
    ];

    public override IReadOnlyList<string> Reads => [.. Columns.Select(c => c.Key)];

    public override bool NeedsPlacesBelow => true;
}
