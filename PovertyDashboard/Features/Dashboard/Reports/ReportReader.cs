using PovertyDashboard.Features.Dashboard.Topics;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Dashboard.Reports;

/// <summary>
/// Makes a report of the measures that the pages of the systems show: the current period from today's figures, a past month
/// as it was kept, a past week from dated facts.
/// </summary>
public sealed class ReportReader(DashboardFigures figures, PlacesSheet places)
{
    public async Task<Report> ReadAsync(ReportPeriod period, DashboardView view, CancellationToken ct)
    {
        var sections = new List<ReportSection>();
        var told = new HashSet<string>();
        foreach (var topic in DashboardTopics.Systems)
        {
            var lines = new List<ReportLine>();
            foreach (var (key, title) in topic.Tiles.SelectMany(ShownBy).Where(s => told.Add(s.Key)))
                if (figures.Measure(key, view) is { } measure) lines.Add(await LineAsync(measure, title ?? measure.Title, period, view, ct));
            if (lines.Count > 0) sections.Add(new ReportSection(topic.Title, lines));
        }

        var below = period.IsCurrent && view.Children(figures.Tree).Any() ? await places.ReadAsync($"各{PlaceWords.NounBelow(view.Region)}情况", PlacesCard.Columns, view, ct) : null;
        return new Report(period, sections, below);
    }

    /// <summary>The tile's measure, and the other one that it tells.</summary>
    private static IEnumerable<(string Key, string? Title)> ShownBy(TileSpec tile) => tile.Note is { Key.Length: > 0 } note ? [(tile.Measure, tile.Title), (note.Key, null)] : [(tile.Measure, tile.Title)];

    private async Task<ReportLine> LineAsync(Measure measure, string title, ReportPeriod period, DashboardView view, CancellationToken ct)
    {
        var now = period.IsCurrent ? (await figures.FigureAsync(measure.Key, view, ct))?.Figure : await AtAsync(measure, period.Last, period, view, ct);
        var before = await AtAsync(measure, period.Base, period, view, ct);
        var change = TileReader.ChangeOf(measure, TileBase.Week, Value(measure, before), Value(measure, now));
        return new ReportLine(
            title,
            FigureText.Unit(measure),
            Text(measure, now),
            Text(measure, before),
            change is null ? null : change with { Text = FigureText.Change(measure, Value(measure, now)!.Value - Value(measure, before)!.Value) },
            period.IsCurrent ? FigureHref.List(measure, view.Region) : null);
    }

    /// <summary>The figure at the end of an earlier day; for a month's end, as it was reported.</summary>
    private async Task<Figure?> AtAsync(Measure measure, DateOnly day, ReportPeriod period, DashboardView view, CancellationToken ct)
    {
        if (!period.IsMonth) return await figures.HistoryAsync(measure.Key, view, [day], ct) is [var figure] ? figure : null;
        return await figures.MonthEndsAsync(measure.Key, view, [YearMonth.Of(day)], ct) is [var end] ? end.Figure : null;
    }

    private static double? Value(Measure measure, Figure? figure) => figure is { } known ? FigureText.Value(measure, known) : null;

    private static string Text(Measure measure, Figure? figure) => figure is { } known ? FigureText.Number(measure, known) : FigureText.None;
}
