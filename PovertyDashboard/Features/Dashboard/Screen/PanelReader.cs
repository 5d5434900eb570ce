namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>Reads tiles and panels of the big screen from the same cards as the overview's (大屏面板).</summary>
public sealed class PanelReader(DashboardFigures figures, TileReader tiles, SplitChart split, MeasuresChart measures, MonthChart months)
{
    /// <summary>Bars that fit into a panel.</summary>
    public const int PanelBars = 7;

    /// <summary>The tiles with their changes.</summary>
    public async Task<IReadOnlyList<TileModel>> TilesAsync(IReadOnlyList<TileSpec> specs, DashboardView view, CancellationToken ct)
    {
        var shown = new List<TileModel>();
        foreach (var tile in await tiles.ReadAsync(specs, view, ct))
            shown.Add(await tiles.WithTrendAsync(tile, specs.First(s => s.Measure == tile.Key), view, ct));
        return shown;
    }

    /// <summary>The panels whose figures are registered and may be seen.</summary>
    public async Task<IReadOnlyList<ScreenPanel>> ReadAsync(IEnumerable<DashboardCard> cards, DashboardView view, CancellationToken ct)
    {
        var panels = new List<ScreenPanel>();
        foreach (var card in cards.Where(c => c.Needs.All(key => figures.Knows(key, view))))
            panels.Add(card switch
            {
                SplitCard breakdown => Bars(breakdown.Title, await split.ReadAsync(breakdown.Breakdown, breakdown.Rows, view, ct)),
                MeasuresCard several => Overlapping(several.Title, await measures.ReadAsync(several.Measures, several.Whole, "", view, ct)),
                CourseCard course => new ScreenMonths(course.Title, await course.ReadAsync(months, view, ct)),
                _ => throw new InvalidOperationException($"The big screen has no panel for {card.GetType().Name}."),
            });
        return panels;
    }

    private static ScreenBars Bars(string title, ChartFigures chart)
    {
        var rows = chart.Rows.Select(r => (r.Label, r.Total)).ToList();
        if (rows.Count > PanelBars) rows = [.. rows.Take(PanelBars - 1), ("其余", rows.Skip(PanelBars - 1).Sum(r => r.Total))];
        var most = Most(rows.Select(r => r.Total));
        return new ScreenBars(title, $"{chart.Unit}，共 {FigureText.Count(chart.Total)} {chart.Unit}", [.. rows.Select(r => new ScreenBar(r.Label, r.Total, FigureText.Rate(r.Total, chart.Total), 100d * r.Total / most))]);
    }

    /// <summary>One may be counted in several bars, so nothing is summed.</summary>
    private static ScreenBars Overlapping(string title, ChartFigures chart)
    {
        var rows = chart.Rows.Take(PanelBars).ToList();
        var most = Most(rows.Select(r => r.Total));
        return new ScreenBars(title, chart.Unit, [.. rows.Select(r => new ScreenBar(r.Label, r.Total, r.Ends[^1].Text, 100d * r.Total / most))]);
    }

    private static long Most(IEnumerable<long> counts) => Math.Max(1, counts.DefaultIfEmpty().Max());
}
