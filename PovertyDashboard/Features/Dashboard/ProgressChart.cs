using System.Globalization;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>A rate of each place below as progress bars (进度), lowest first: the done and the missing part of each.</summary>
public sealed class ProgressChart(DashboardFigures figures)
{
    /// <param name="key">Key of the rate.</param>
    /// <param name="missing">Key of the measure whose list is what is missing.</param>
    /// <param name="view">The place.</param>
    /// <param name="low">Below this per cent a bar is orange.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<ChartFigures> ReadAsync(string key, string missing, DashboardView view, double low, CancellationToken ct)
    {
        if (figures.Measure(key) is not RatioMeasure ratio) return ChartFigures.None;
        var places = await figures.PlacesAsync(view, [key], ct);
        var rows = places.Where(p => p[key].Whole > 0).OrderBy(p => 1d * p[key].Count / p[key].Whole).ThenByDescending(p => p[key].Whole).ThenBy(p => p.Region)
            .Select(p => new ChartRow(p.Region.ToString(CultureInfo.InvariantCulture), p.Name, Marks(ratio, figures.Measure(missing), p))
            {
                DrillHref = p.DrillHref,
                TotalHref = p.IsOwn ? null : FigureHref.List(ratio.Whole, p.Region),
                Ends = Ends(p[key].Count, p[key].Whole, low),
            });
        return new ChartFigures(ratio.Whole.Unit, PlaceWords.NounBelow(view.Region), [new BarSeries(ratio.Part.Title, "chart-1"), new BarSeries("未完成", "track")], [.. rows])
        {
            EndHeads = [ratio.Title, "完成/应完成"],
        };
    }

    public static IReadOnlyList<BarEnd> Ends(long part, long whole, double low) =>
    [
        new BarEnd(FigureText.Rate(part, whole), whole > 0 && 100d * part / whole < low ? EndTone.Bad : EndTone.Strong),
        new BarEnd($"{FigureText.Count(part)}/{FigureText.Count(whole)}", EndTone.Soft),
    ];

    private static ChartMark[] Marks(RatioMeasure ratio, Measure? missing, PlaceRow place)
    {
        var figure = place[ratio.Key];
        return
        [
            new ChartMark(figure.Count, place.IsOwn ? null : FigureHref.List(ratio, place.Region)),
            new ChartMark(figure.Whole - figure.Count, place.IsOwn || missing is null ? null : FigureHref.List(missing, place.Region)),
        ];
    }
}
