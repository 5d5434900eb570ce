using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>A breakdown as bars (分组图): one code column down, greatest first, the other stacked in the order of its list.</summary>
public sealed class SplitChart(DashboardFigures figures, CodeListDirectory codes)
{
    /// <summary>More series than this are shown as 其他.</summary>
    public const int SeriesLimit = 6;

    /// <param name="key">Key of the breakdown.</param>
    /// <param name="rowColumn">Key or header of the column whose texts are the bars.</param>
    /// <param name="view">The place.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<ChartFigures> ReadAsync(string key, string rowColumn, DashboardView view, CancellationToken ct)
    {
        if (figures.Breakdown(key) is not { } breakdown) return ChartFigures.None;
        var values = await figures.SplitAsync(key, view, ct);
        var (down, across) = ColumnsOf(breakdown, rowColumn);
        var parts = values.Select(v => down == breakdown.By[0] ? new Part(v.A, v.B, v.Count) : new Part(v.B, v.A, v.Count)).ToList();
        var stacks = StacksOf(across, parts);
        var rows = parts.GroupBy(p => p.Row).Select(row => RowOf(breakdown, view, down, row, stacks)).ToList();
        var total = rows.Sum(r => r.Total);
        var sorted = rows.OrderByDescending(r => r.Total).ThenBy(r => OrderOf(down, r.Key)).ThenBy(r => r.Key, StringComparer.Ordinal);
        return new ChartFigures(
            breakdown.Measure.Unit,
            down.Header,
            [.. stacks.Select((stack, i) => new BarSeries(across is null ? breakdown.Measure.Title : stack.Name, i < SeriesLimit ? $"chart-{i + 1}" : "chart-7"))],
            [.. sorted.Select(r => r with { Ends = Ends(r.Total, total) })])
        {
            EndHeads = ["合计", "占比"],
        };
    }

    /// <summary>The bar's sum and its share of all.</summary>
    public static IReadOnlyList<BarEnd> Ends(long sum, long all) => [new BarEnd(FigureText.Count(sum)), new BarEnd(FigureText.Rate(sum, all), EndTone.Soft)];

    private static (Column Down, Column? Across) ColumnsOf(Breakdown breakdown, string rowColumn)
    {
        if (breakdown.By.Count == 1) return (breakdown.By[0], null);
        var first = breakdown.By[0].Key == rowColumn || breakdown.By[0].Header == rowColumn;
        return first ? (breakdown.By[0], breakdown.By[1]) : (breakdown.By[1], breakdown.By[0]);
    }

    /// <summary>The stacked series: one for each text, above six the rest in one.</summary>
    private List<Stack> StacksOf(Column? across, List<Part> parts)
    {
        if (across is null) return [new Stack("", [""], null)];
        var texts = parts.Select(p => p.Text).Distinct().OrderBy(t => OrderOf(across, t)).ThenBy(t => t, StringComparer.Ordinal).ToList();
        var stacks = texts.Take(SeriesLimit).Select(text => new Stack(CodeWords.Text(text), [text], FigureHref.Is(across, text))).ToList();
        if (texts.Count <= SeriesLimit) return stacks;
        var rest = texts.Skip(SeriesLimit).ToList();
        return [.. stacks, new Stack("其他", rest, new ColumnFilter(across.Key, string.Join('|', rest.Select(t => FigureHref.Is(across, t).Value))))];
    }

    private static ChartRow RowOf(Breakdown breakdown, DashboardView view, Column down, IGrouping<string, Part> row, List<Stack> stacks)
    {
        var of = FigureHref.Is(down, row.Key);
        var marks = stacks.Select(stack => new ChartMark(
            row.Where(p => stack.Texts.Contains(p.Text)).Sum(p => p.Count),
            FigureHref.List(breakdown.Measure, view.Region, stack.Filter is { } filter ? [of, filter] : [of])));
        return new ChartRow(row.Key, CodeWords.Text(row.Key), [.. marks]) { TotalHref = FigureHref.List(breakdown.Measure, view.Region, of) };
    }

    private int OrderOf(Column column, string text) => column.CodeList is { } list ? codes.Current.OrderOf(list, text) : 0;

    /// <summary>A count of one text of the bars and one of the stacked series.</summary>
    private sealed record Part(string Row, string Text, long Count);

    /// <summary>A series: its word, the texts that it sums and the condition that lists them.</summary>
    private sealed record Stack(string Name, IReadOnlyList<string> Texts, ColumnFilter? Filter);
}
