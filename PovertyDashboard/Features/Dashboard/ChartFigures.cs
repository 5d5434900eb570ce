using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>One mark of a chart (图元): a figure and the list it opens.</summary>
/// <param name="Count">The figure.</param>
/// <param name="Href">Its list; null for sums of several places, which open the table.</param>
public readonly record struct ChartMark(long Count, string? Href);

/// <summary>One bar of a chart (条).</summary>
/// <param name="Key">Stable name: region key or code text.</param>
/// <param name="Label">What stands beside it.</param>
/// <param name="Marks">One mark for each series.</param>
public sealed record ChartRow(string Key, string Label, IReadOnlyList<ChartMark> Marks)
{
    /// <summary>Where the label leads: the same page one level down; null for code texts and sums.</summary>
    public string? DrillHref { get; init; }

    /// <summary>Texts at the end of the bar, such as the closing rate.</summary>
    public IReadOnlyList<BarEnd> Ends { get; init; } = [];

    /// <summary>The list of the whole bar, where there is one.</summary>
    public string? TotalHref { get; init; }

    public long Total => Marks.Sum(m => m.Count);
}

/// <summary>The figures of a bar chart (条形图数据), which its table view and its export show as well.</summary>
/// <param name="Unit">Counting word of every mark.</param>
/// <param name="RowHead">Head of the label column: 村, 类别.</param>
/// <param name="Series">The series in order.</param>
/// <param name="Rows">The bars, worst or greatest first.</param>
public sealed record ChartFigures(string Unit, string RowHead, IReadOnlyList<BarSeries> Series, IReadOnlyList<ChartRow> Rows)
{
    public static readonly ChartFigures None = new("", "", [], []);

    /// <summary>Heads of the texts at the end, for the chart and the table: 销号率, 已销/发现.</summary>
    public IReadOnlyList<string> EndHeads { get; init; } = [];

    public long Total => Rows.Sum(r => r.Total);

    public bool IsEmpty => Total == 0;

    public IEnumerable<long> SeriesTotals => Series.Select((_, i) => Rows.Sum(r => r.Marks[i].Count));

    /// <summary>The chart without the named series where none of its marks counts anything.</summary>
    public ChartFigures WithoutEmpty(string name)
    {
        var at = Series.ToList().FindIndex(s => s.Name == name);
        if (at < 0 || Rows.Any(r => r.Marks[at].Count != 0)) return this;
        return this with
        {
            Series = [.. Series.Where((_, i) => i != at)],
            Rows = [.. Rows.Select(r => r with { Marks = [.. r.Marks.Where((_, i) => i != at)] })],
        };
    }
}

/// <summary>Code texts as people read them.</summary>
public static class CodeWords
{
    public static string Text(string code) => code.Length == 0 ? "未填" : code;
}
