using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>Several counting measures of one ledger as bars (指标对照), each with its share of a whole; they may overlap.</summary>
public sealed class MeasuresChart(DashboardFigures figures)
{
    /// <param name="keys">Keys of the measures, in order; what is not registered is left out.</param>
    /// <param name="whole">Key of the measure whose shares they are.</param>
    /// <param name="head">Head of the label column.</param>
    /// <param name="view">The place.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<ChartFigures> ReadAsync(IReadOnlyList<string> keys, string whole, string head, DashboardView view, CancellationToken ct)
    {
        var all = await figures.FigureAsync(whole, view, ct);
        var rows = new List<ChartRow>();
        Measure? first = null;
        foreach (var key in keys)
        {
            if (await figures.FigureAsync(key, view, ct) is not { Measure.Kind: MeasureKind.Count } figure) continue;
            first ??= figure.Measure;
            rows.Add(new ChartRow(key, figure.Measure.Title, [new ChartMark(figure.Figure.Count, figure.Href)])
            {
                TotalHref = figure.Href,
                Ends = [new BarEnd(figure.Text), new BarEnd(all is null ? "" : FigureText.Rate(figure.Figure.Count, all.Figure.Count), EndTone.Soft)],
            });
        }

        if (first is null) return ChartFigures.None;
        return new ChartFigures(first.Unit, head, [new BarSeries(first.Ledger.Title, "chart-1")], rows) { EndHeads = [first.Unit + "数", "占比"] };
    }
}
