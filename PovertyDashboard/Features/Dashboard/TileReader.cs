using System.Globalization;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>Makes tiles from the declared list: first the figures, then their trend from earlier days.</summary>
public sealed class TileReader(DashboardFigures figures)
{
    private const int Points = 10;

    /// <summary>The tiles whose measures are registered, without trend.</summary>
    public async Task<IReadOnlyList<TileModel>> ReadAsync(IReadOnlyList<TileSpec> specs, DashboardView view, CancellationToken ct)
    {
        var tiles = new List<TileModel>();
        foreach (var spec in specs)
        {
            if (await figures.FigureAsync(spec.Measure, view, ct) is not { } figure) continue;
            tiles.Add(new TileModel(spec.Measure, spec.Title ?? figure.Measure.Title, figure)
            {
                Note = await NoteAsync(spec, figure, view, ct),
                IsAlarm = spec.IsAlarm && figure.Value > 0,
                IsCleared = figure.Measure is { Good: GoodDirection.Down, Kind: not MeasureKind.Ratio } && figure.Value == 0,
            });
        }

        return tiles;
    }

    /// <summary>The tile with its change and sparkline.</summary>
    public async Task<TileModel> WithTrendAsync(TileModel tile, TileSpec spec, DashboardView view, CancellationToken ct)
    {
        var today = figures.Today;
        var step = spec.Base == TileBase.Month ? 7 : 1;
        var days = Enumerable.Range(0, Points).Select(i => today.AddDays(step * (i - Points + 1))).ToList();
        var history = await figures.HistoryAsync(spec.Measure, view, [.. days, BaseDay(spec.Base, today)], ct);
        if (history.Count == 0) return tile;
        var measure = tile.Figure.Measure;
        return tile with
        {
            Points = [.. history.Take(Points).Select(f => FigureText.Value(measure, f) ?? 0)],
            Change = ChangeOf(measure, spec.Base, FigureText.Value(measure, history[^1]), tile.Figure.Value),
        };
    }

    /// <summary>Yesterday, the same weekday of last week, or the last day of last month.</summary>
    public static DateOnly BaseDay(TileBase at, DateOnly today) => at switch
    {
        TileBase.Day => today.AddDays(-1),
        TileBase.Week => today.AddDays(-7),
        _ => new DateOnly(today.Year, today.Month, 1).AddDays(-1),
    };

    public static FigureChange? ChangeOf(Measure measure, TileBase at, double? before, double? now)
    {
        if (before is null || now is null) return null;
        var change = now.Value - before.Value;
        var direction = FigureText.IsFlat(measure, change) ? 0 : Math.Sign(change);
        var tone = (measure.Good, direction) switch
        {
            (GoodDirection.Neutral, _) or (_, 0) => ChangeTone.Neutral,
            (GoodDirection.Up, > 0) or (GoodDirection.Down, < 0) => ChangeTone.Good,
            _ => ChangeTone.Bad,
        };
        var label = at switch { TileBase.Day => "今日", TileBase.Week => "较上周", _ => "较上月末" };
        return new FigureChange(direction, $"{label} {FigureText.Change(measure, change)}", tone);
    }

    private async Task<string?> NoteAsync(TileSpec spec, ShownFigure figure, DashboardView view, CancellationToken ct)
    {
        if (spec.Note is not { } note) return null;
        var other = note.Key.Length == 0 ? null : await figures.FigureAsync(note.Key, view, ct);
        return note.Kind switch
        {
            TileNoteKind.Also when other is not null => string.Format(CultureInfo.InvariantCulture, note.Format, $"{other.Text} {other.Unit}"),
            TileNoteKind.PartOfWhole => $"{FigureText.Count(figure.Figure.Count)}/{FigureText.Count(figure.Figure.Whole)}",
            TileNoteKind.Rate when other is not null =>
                string.Format(CultureInfo.InvariantCulture, note.Format, $"{FigureText.Count(other.Figure.Whole)} {figure.Unit}", FigureText.Rate(other.Figure.Count, other.Figure.Whole)),
            TileNoteKind.Villages when figure.Figure.Count > 0 => $"涉及 {FigureText.Count(await VillagesAsync(figure.Measure, view, ct))} 个村",
            _ => null,
        };
    }

    private async Task<int> VillagesAsync(Measure measure, DashboardView view, CancellationToken ct)
    {
        var count = 0;
        foreach (var village in figures.Tree.VillagesOf(view.Region).Where(v => view.Scope.Contains(v.Key)))
        {
            var figure = await figures.FigureAsync(measure.Key, view with { Region = village.Key }, ct);
            if (figure?.Figure != default(Figure)) count++;
        }

        return count;
    }
}
