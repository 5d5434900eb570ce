using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>Draws <see cref="ChartFigures"/> with the shared chart options, and finds what a click meant.</summary>
public static class ChartDrawing
{
    /// <summary>Stacked bars with a column of texts for each end; without a legend there is no room for heads.</summary>
    public static object Stacked(ChartFigures chart)
    {
        var rows = Rows(chart);
        var at = Places(rows);
        return ChartLook.StackedBars(rows, chart.Series, [.. chart.EndHeads.Select((head, e) => new EndColumn(chart.Series.Count > 1 ? head : "", row => chart.Rows[at[row]].Ends[e], WidthOf(chart.Rows.Select(r => r.Ends[e].Text).Append(head))))]);
    }

    /// <summary>Stacked bars with total and share behind each.</summary>
    public static object Totals(ChartFigures chart) => ChartLook.BarsWithTotals(Rows(chart), chart.Series);

    /// <summary>Each bar as 100 %, so that bars of different length compare.</summary>
    public static object Shares(ChartFigures chart)
    {
        var rows = chart.Rows.Select(r => new BarRow(r.Label, [.. r.Marks.Select(m => r.Total == 0 ? 0 : Math.Round(100m * m.Count / r.Total, 1, MidpointRounding.AwayFromZero))])).ToList();
        var at = Places(rows);
        return ChartLook.StackedBars(rows, chart.Series, [new EndColumn("合计", row => new BarEnd(FigureText.Count(chart.Rows[at[row]].Total)), WidthOf(chart.Rows.Select(r => FigureText.Count(r.Total))))]);
    }

    public static object Progress(ChartFigures chart, double low) =>
        ChartLook.Progress([.. chart.Rows.Select(r => new ProgressRow(r.Label, r.Marks[0].Count, r.Total))], (decimal)low);

    public static int Height(ChartFigures chart, bool axis = true) => ChartLook.HeightFor(chart.Rows.Count, chart.Series.Count > 1, axis);

    /// <summary>Where a click leads: a label one level down or to the bar's list, a mark to its own; null for a sum of several places.</summary>
    public static string? HrefOf(ChartFigures chart, ChartClick click)
    {
        var row = click.Index >= 0 && click.Index < chart.Rows.Count ? chart.Rows[click.Index] : chart.Rows.FirstOrDefault(r => r.Label == click.Name);
        if (row is null) return null;
        if (click.Index < 0) return row.DrillHref ?? row.TotalHref;
        var series = chart.Series.ToList().FindIndex(s => s.Name == click.Series);
        return row.Marks[Math.Max(0, series)].Href;
    }

    /// <summary>Room for the longest text of a column at 13 px; a Chinese character is as wide as its size.</summary>
    private static int WidthOf(IEnumerable<string> texts) => Math.Max(52, 14 + texts.Max(t => t.Sum(c => c > 0x2E80 ? 12 : 8)));

    /// <summary>The place of each bar; by reference, since names may be alike.</summary>
    private static Dictionary<object, int> Places(IReadOnlyList<BarRow> rows) =>
        rows.Select((row, i) => (Row: (object)row, i)).ToDictionary(r => r.Row, r => r.i, ReferenceEqualityComparer.Instance);

    private static List<BarRow> Rows(ChartFigures chart) => [.. chart.Rows.Select(r => new BarRow(r.Label, [.. r.Marks.Select(m => (decimal)m.Count)]))];
}
