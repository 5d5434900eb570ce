namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>One bar of a panel of the big screen: name, figure and share.</summary>
public sealed record ScreenBar(string Name, long Count, string Share, double Width);

/// <summary>A panel of bars (面板).</summary>
public sealed record ScreenBars(string Title, string Note, IReadOnlyList<ScreenBar> Bars);

/// <summary>A place as a tile of the 清零 panel (村块).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Overdue">Open overdue problems.</param>
/// <param name="Open">Open problems.</param>
/// <param name="Closed">Closed problems.</param>
/// <param name="Found">All problems.</param>
/// <param name="IsWhole">The place itself, standing last.</param>
public sealed record PlaceTile(string Name, long Overdue, long Open, long Closed, long Found, bool IsWhole = false)
{
    /// <summary>Below this closing rate a place stands in amber; below <see cref="ProblemSegments.LowRate"/> in red.</summary>
    public const double FairRate = 80;

    public double? Rate => Found == 0 ? null : 100d * Closed / Found;

    public string RateText => FigureText.Rate(Closed, Found);

    public string Tone => Rate switch { null => "", < ProblemSegments.LowRate => "is-low", < FairRate => "is-fair", _ => "is-good" };
}

/// <summary>Everything the big screen shows at one moment (大屏数据).</summary>
public sealed record ScreenFigures(
    DateOnly Day,
    IReadOnlyList<TileModel> Tiles,
    IReadOnlyList<ScreenBars> Panels,
    IReadOnlyList<PlaceTile> Places,
    PlaceTile Whole,
    ChartFigures Progress,
    string ProgressNote,
    DailyLine? Line,
    IReadOnlyList<TickerLine> Ticker);

/// <summary>Reads the big screen's figures, all from the totals but the ticker.</summary>
public sealed class ScreenReader(DashboardFigures figures, TileReader tiles, SplitChart split, ProgressChart progress, DailyLines lines, Ticker ticker)
{
    /// <summary>Lines of the ticker, and bars of a panel, that fit.</summary>
    public const int TickerLines = 7, PanelBars = 7;

    public static IReadOnlyList<string> Reads { get; } =
    [
        .. DashboardTiles.Screen.SelectMany(t => t.Note is { Key.Length: > 0 } note ? [t.Measure, note.Key] : new[] { t.Measure }),
        .. DashboardCards.ScreenPanels.Select(p => p.Breakdown), ProblemSegments.Overdue, ProblemSegments.Open, ProblemSegments.Closed, ProblemSegments.Found, Attention.CheckRate,
    ];

    public async Task<ScreenFigures> ReadAsync(DashboardView view, CancellationToken ct)
    {
        var shown = new List<TileModel>();
        foreach (var tile in await tiles.ReadAsync(DashboardTiles.Screen, view, ct))
            shown.Add(await tiles.WithTrendAsync(tile, DashboardTiles.Screen.First(s => s.Measure == tile.Key), view, ct));
        var rate = await figures.FigureAsync(Attention.CheckRate, view, ct);
        var (places, whole) = await PlacesAsync(view, ct);
        return new ScreenFigures(
            figures.Today,
            shown,
            await PanelsAsync(view, ct),
            places,
            whole,
            WorstRows.Take(await progress.ReadAsync(Attention.CheckRate, Attention.Unchecked, view, DashboardCards.LowCheckRate, ct), PlaceWords.NounBelow(view.Region), Ends),
            rate is null ? "" : $"{FigureText.Count(rate.Figure.Count)} / {FigureText.Count(rate.Figure.Whole)} 户，{FigureText.Rate(rate.Figure.Count, rate.Figure.Whole)}",
            await lines.ReadAsync(ProblemSegments.Open, view, ct),
            await ticker.ReadAsync(view, TickerLines, ct));
    }

    /// <summary>Most overdue first, then most open; places where nothing was ever found stand behind the others.</summary>
    public static IReadOnlyList<PlaceTile> Sorted(IEnumerable<PlaceTile> places) =>
        [.. places.OrderByDescending(p => p.Overdue).ThenByDescending(p => p.Open).ThenBy(p => p.Rate ?? 101)];

    private static IReadOnlyList<Components.Shared.Charts.BarEnd> Ends(IReadOnlyList<ChartMark> marks) =>
        ProgressChart.Ends(marks[0].Count, marks.Sum(m => m.Count), DashboardCards.LowCheckRate);

    private async Task<(IReadOnlyList<PlaceTile> Places, PlaceTile Whole)> PlacesAsync(DashboardView view, CancellationToken ct)
    {
        string[] keys = [ProblemSegments.Overdue, ProblemSegments.Open, ProblemSegments.Closed, ProblemSegments.Found];
        var rows = await figures.PlacesAsync(view, keys, ct);
        var whole = new Dictionary<string, Live.Figure>();
        foreach (var key in keys) whole[key] = (await figures.FigureAsync(key, view, ct))?.Figure ?? default;
        return (Sorted(rows.Select(r => Tile(r.Name, k => r[k]))), Tile(view.IsPartial ? "合计" : PlaceWords.Whole(figures.Tree.NameOf(view.Region)), k => whole[k]) with { IsWhole = true });

        PlaceTile Tile(string name, Func<string, Live.Figure> of) => new(name, of(keys[0]).Count, of(keys[1]).Count, of(keys[2]).Count, of(keys[3]).Count);
    }

    private async Task<IReadOnlyList<ScreenBars>> PanelsAsync(DashboardView view, CancellationToken ct)
    {
        var panels = new List<ScreenBars>();
        foreach (var panel in DashboardCards.ScreenPanels.Where(p => figures.Knows(p.Breakdown, view)))
        {
            var chart = await split.ReadAsync(panel.Breakdown, panel.Rows, view, ct);
            panels.Add(new ScreenBars(panel.Title, $"{chart.Unit}，共 {FigureText.Count(chart.Total)} {chart.Unit}", Bars(chart)));
        }

        return panels;
    }

    private static List<ScreenBar> Bars(ChartFigures chart)
    {
        var rows = chart.Rows.Select(r => (r.Label, r.Total)).ToList();
        if (rows.Count > PanelBars) rows = [.. rows.Take(PanelBars - 1), ("其余", rows.Skip(PanelBars - 1).Sum(r => r.Total))];
        var most = rows.Count == 0 ? 1 : Math.Max(1, rows.Max(r => r.Total));
        return [.. rows.Select(r => new ScreenBar(r.Label, r.Total, FigureText.Rate(r.Total, chart.Total), 100d * r.Total / most))];
    }
}
