using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>Above twelve bars the first twelve stay and the rest become one bar (其余 N 个), so the sum stays.</summary>
public static class WorstRows
{
    public const int Limit = 12;

    public const string RestKey = "rest";

    /// <param name="chart">All rows, worst first.</param>
    /// <param name="noun">What the rest are: 村, 类别.</param>
    /// <param name="ends">Makes the ends of the summed bar from its marks.</param>
    public static ChartFigures Take(ChartFigures chart, string noun, Func<IReadOnlyList<ChartMark>, IReadOnlyList<BarEnd>> ends)
    {
        // Thirteen bars would only trade one bar for another.
        if (chart.Rows.Count <= Limit) return chart;
        var rest = chart.Rows.Skip(Limit).ToList();
        ChartMark[] marks = [.. chart.Series.Select((_, i) => new ChartMark(rest.Sum(r => r.Marks[i].Count), null))];
        var row = new ChartRow(RestKey, $"其余 {rest.Count} 个{noun}", marks) { Ends = ends(marks) };
        return chart with { Rows = [.. chart.Rows.Take(Limit), row] };
    }
}
