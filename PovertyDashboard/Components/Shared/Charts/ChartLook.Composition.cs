namespace PovertyDashboard.Components.Shared.Charts;

/// <content>One bar of parts that fills the width, without axes: its legend stands beside it as text (构成).</content>
public static partial class ChartLook
{
    /// <summary>Height of a composition in px.</summary>
    public const int CompositionHeight = 24;

    public static object Composition(BarRow row, IReadOnlyList<BarSeries> series) => new
    {
        textStyle = TextStyle,
        aria = Aria(Describe([row], [.. series.Select(s => s.Name)])),
        legend = new { show = false },
        grid = new { id = "grid", left = 0, right = 0, top = 0, bottom = 0 },
        tooltip = Tooltip("fn:barTip"),
        xAxis = new { id = "value", type = "value", min = 0, max = row.Total, show = false },
        yAxis = new { id = "name", type = "category", data = new[] { row.Name }, show = false },
        series = series.Select((s, i) => Segment(s, [row.Values[i]])).ToArray(),
    };
}
