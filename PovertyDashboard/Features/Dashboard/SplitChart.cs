using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>A breakdown as bars (分组图): one code column down, the other stacked.</summary>
public sealed class SplitChart(DashboardFigures figures, CodeListDirectory codes)
{
    /// <summary>More series than this are shown as 其他.</summary>
    public const int SeriesLimit = 6;

    /// <param name="key">Key of the breakdown.</param>
    /// <param name="rowColumn">Key or header of the column whose texts are the bars.</param>
    /// <param name="view">The place.</param>
    /// <param name="keepOrder">Bars in the order of the code list (ages, shades of one thing) instead of greatest first.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<ChartFigures> ReadAsync(string key, string rowColumn, DashboardView view, bool keepOrder, CancellationToken ct)
    {
        if (figures.Breakdown(key) is not { } breakdown) return ChartFigures.None;
        var values = await figures.SplitAsync(key, view, ct);
        var rowsFirst = breakdown.By.Count == 1 || Is(breakdown.By[0], rowColumn);
        var down = breakdown.By[rowsFirst ? 0 : 1];
        var across = breakdown.By.Count == 1 ? null : breakdown.By[rowsFirst ? 1 : 0];
        var parts = values.Select(v => rowsFirst ? (Row: v.A, Part: v.B, v.Count) : (Row: v.B, Part: v.A, v.Count)).ToList();
        var names = across is null ? [""] : Ordered(across, parts.Select(p => p.Part));
        var shown = names.Count > SeriesLimit ? names.Take(SeriesLimit).ToList() : names;
        var rest = names.Skip(shown.Count).ToList();

        var rows = parts.GroupBy(p => p.Row).Select(row =>
        {
            var of = FigureHref.Is(down, row.Key);
            var marks = shown.Select(name => Mark(breakdown, view, row.Where(p => p.Part == name).Sum(p => p.Count), across is null ? [of] : [of, FigureHref.Is(across, name)])).ToList();
            if (rest.Count > 0) marks.Add(Mark(breakdown, view, row.Where(p => rest.Contains(p.Part)).Sum(p => p.Count), [of, new ColumnFilter(across!.Key, string.Join('|', rest.Select(Written)))]));
            return new ChartRow(row.Key, CodeWords.Text(row.Key), marks) { TotalHref = FigureHref.List(breakdown.Measure, view.Region, of) };
        }).ToList();

        var total = rows.Sum(r => r.Total);
        var order = keepOrder ? Ordered(down, rows.Select(r => r.Key)) : [];
        var sorted = keepOrder
            ? rows.OrderBy(r => order.ToList().IndexOf(r.Key))
            : rows.OrderByDescending(r => r.Total).ThenBy(r => OrderOf(down, r.Key)).ThenBy(r => r.Key, StringComparer.Ordinal);
        var series = shown.Select((name, i) => new BarSeries(across is null ? breakdown.Measure.Title : CodeWords.Text(name), $"chart-{i + 1}")).ToList();
        if (rest.Count > 0) series.Add(new BarSeries("其他", "chart-7"));
        return new ChartFigures(breakdown.Measure.Unit, down.Header, series, [.. sorted.Select(r => r with { Ends = [new BarEnd(FigureText.Count(r.Total)), new BarEnd(FigureText.Rate(r.Total, total), EndTone.Soft)] })])
        {
            EndHeads = ["合计", "占比"],
        };
    }

    private static ChartMark Mark(Breakdown breakdown, DashboardView view, long count, IReadOnlyList<ColumnFilter> filters) =>
        new(count, FigureHref.List(breakdown.Measure, view.Region, filters));

    private static bool Is(Column column, string name) => column.Key == name || column.Header == name;

    private static string Written(string text) => text.Length == 0 ? LedgerFilter.Blank : text;

    private List<string> Ordered(Column column, IEnumerable<string> texts) => [.. texts.Distinct().OrderBy(t => OrderOf(column, t)).ThenBy(t => t, StringComparer.Ordinal)];

    private int OrderOf(Column column, string text) => column.CodeList is { } list ? codes.Current.OrderOf(list, text) : 0;
}
