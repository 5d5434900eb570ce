namespace PovertyDashboard.Features.Dashboard.Screen;

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
    IReadOnlyList<ScreenPanel> Panels,
    IReadOnlyList<PlaceTile> Places,
    PlaceTile Whole,
    ChartFigures Progress,
    string ProgressNote,
    DailyLine? Line,
    IReadOnlyList<TickerLine> Ticker);

/// <summary>Everything a further page shows at one moment (分页数据).</summary>
public sealed record TurnFigures(
    string Title, IReadOnlyList<TileModel> Tiles, IReadOnlyList<ScreenPanel> Left, IReadOnlyList<ScreenPanel> Middle, IReadOnlyList<ScreenPanel> Right, IReadOnlyList<TickerLine> Ticker)
{
    /// <summary>Whether there is anything to see: a page without figures is passed over.</summary>
    public bool HasAny => Tiles.Any(t => t.Figure.Value is not (null or 0)) || Left.Concat(Middle).Concat(Right).Any(p => !p.IsEmpty);
}

/// <summary>Reads the big screen's figures, all from the totals but the ticker.</summary>
public sealed class ScreenReader(DashboardFigures figures, PanelReader panels, ProgressChart progress, DailyLines lines, Ticker ticker)
{
    /// <summary>Lines of the ticker that fit.</summary>
    public const int TickerLines = 7;

    public static IReadOnlyList<string> Reads { get; } =
    [
        .. DashboardTiles.Screen.SelectMany(t => t.Note is { Key.Length: > 0 } note ? [t.Measure, note.Key] : new[] { t.Measure }),
        .. DashboardCards.ScreenPanels.Select(p => p.Breakdown), ProblemSegments.Overdue, ProblemSegments.Open, ProblemSegments.Closed, ProblemSegments.Found, Attention.CheckRate,
    ];

    public async Task<ScreenFigures> ReadAsync(DashboardView view, CancellationToken ct)
    {
        var rate = await figures.FigureAsync(Attention.CheckRate, view, ct);
        var (places, whole) = await PlacesAsync(view, ct);
        return new ScreenFigures(
            figures.Today,
            await panels.TilesAsync(DashboardTiles.Screen, view, ct),
            await panels.ReadAsync(DashboardCards.ScreenPanels, view, ct),
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

    /// <summary>A further page.</summary>
    public async Task<TurnFigures> ReadAsync(ScreenTurn turn, DashboardView view, CancellationToken ct) => new(
        turn.Title,
        await panels.TilesAsync(turn.Tiles, view, ct),
        await panels.ReadAsync(turn.Left, view, ct),
        await panels.ReadAsync(turn.Middle, view, ct),
        await panels.ReadAsync(turn.Right, view, ct),
        await ticker.ReadAsync(view, TickerLines, ct));
}
