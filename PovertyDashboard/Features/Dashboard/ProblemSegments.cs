using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>
/// The segments of a problem bar (整改分段): overdue is cut out of its state, so that the segments add up to what was found.
/// </summary>
public static class ProblemSegments
{
    public const string Overdue = "problems.overdue", Closed = "problems.closed", InTime = "problems.in-time", Found = "problems.found", Open = "problems.open";

    public const string ByState = "problems.by-category-and-state", OverdueByState = "problems.overdue-by-category-and-state";

    /// <summary>Below this closing rate (销号率) a place stands in red.</summary>
    public const double LowRate = 70;

    /// <summary>The states in the order of the work; 挂账 only where there are any.</summary>
    public static readonly IReadOnlyList<(string State, BarSeries Series)> States =
    [
        (ProblemState.Waiting, new BarSeries("待交办", "assign-bar")),
        (ProblemState.Rectifying, new BarSeries("整改中", "rectify-bar")),
        (ProblemState.Verifying, new BarSeries("待核验", "verify-bar")),
        (ProblemState.Shelved, new BarSeries("挂账", "chart-7")),
        (ProblemState.Closed, new BarSeries("已销号", "closed-bar")),
    ];

    public static readonly BarSeries OverdueSeries = new("逾期", "overdue-bar") { IsHatched = true };

    public static IReadOnlyList<BarSeries> Series { get; } = [OverdueSeries, .. States.Select(s => s.Series)];

    /// <summary>The counts in the order of <see cref="Series"/>, from all problems and the overdue ones by state.</summary>
    public static IReadOnlyList<long> Counts(IEnumerable<(string State, long Count)> all, IEnumerable<(string State, long Count)> overdue)
    {
        var late = overdue.ToLookup(o => o.State, o => o.Count);
        var found = all.ToLookup(a => a.State, a => a.Count);
        return [late.Sum(l => l.Sum()), .. States.Select(s => found[s.State].Sum() - late[s.State].Sum())];
    }

    /// <summary>The state column's place in the breakdown: 0 for A, 1 for B.</summary>
    public static bool StateIsFirst(Breakdown breakdown) => breakdown.By[0].Key == nameof(Problem.State);

    /// <summary>The state and the other code text of a part.</summary>
    public static (string State, string Other) Parts(Breakdown breakdown, SplitValue value) =>
        StateIsFirst(breakdown) ? (value.A, value.B) : (value.B, value.A);

    /// <summary>销号率 and 已销/发现 of a bar with these counts.</summary>
    public static IReadOnlyList<BarEnd> Ends(IReadOnlyList<ChartMark> marks)
    {
        var (closed, found) = (marks[^1].Count, marks.Sum(m => m.Count));
        return
        [
            new BarEnd(FigureText.Rate(closed, found), found > 0 && 100d * closed / found < LowRate ? EndTone.Bad : EndTone.Strong),
            new BarEnd($"{FigureText.Count(closed)}/{FigureText.Count(found)}", EndTone.Soft),
        ];
    }
}
