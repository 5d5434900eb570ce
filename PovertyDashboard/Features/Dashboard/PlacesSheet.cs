using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>The places below with their chief figures (各村一览), each figure leading to its list; the 合计 row is the place itself.</summary>
public sealed class PlacesSheet(DashboardFigures figures)
{
    public async Task<FigureSheet> ReadAsync(string title, IReadOnlyList<(string Key, string Head)> wanted, DashboardView view, CancellationToken ct)
    {
        var columns = wanted.Where(c => figures.Knows(c.Key, view)).ToList();
        var measures = columns.Select(c => figures.Measure(c.Key)!).ToList();
        var places = await figures.PlacesAsync(view, [.. columns.Select(c => c.Key)], ct);
        var total = new List<FigureCell> { "合计" };
        foreach (var measure in measures) total.Add(Cell(measure, (await figures.FigureAsync(measure.Key, view, ct))!.Figure, FigureHref.List(measure, view.Region)));
        return new FigureSheet(
            title,
            "",
            [new(PlaceWords.NounBelow(view.Region), IsNumber: false), .. columns.Select((c, i) => new FigureColumn($"{c.Head}（{FigureText.Unit(measures[i])}）"))],
            [.. places.Select(p => (IReadOnlyList<FigureCell>)[new FigureCell(p.Name, p.DrillHref), .. measures.Select(m => Cell(m, p[m.Key], p.IsOwn ? null : FigureHref.List(m, p.Region)))])],
            total);
    }

    private static FigureCell Cell(Measure measure, Figure figure, string? href)
    {
        var text = FigureText.Number(measure, figure);
        var late = measure.Key == ProblemSegments.Overdue && figure.Count > 0;
        return new FigureCell(text == FigureText.None ? "" : text, figure.Count == 0 ? null : href, late);
    }
}
