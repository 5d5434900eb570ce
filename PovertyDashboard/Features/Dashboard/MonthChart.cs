using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>One month of a course (月份数).</summary>
/// <param name="Name">2020-08.</param>
/// <param name="Value">In the chart's unit.</param>
/// <param name="Count">Rows behind it.</param>
/// <param name="Href">Their list.</param>
public sealed record MonthFigure(string Name, decimal Value, string Text, long Count, string Href);

/// <summary>A measure month by month (按月), its last twelve months, oldest first.</summary>
/// <param name="Name">What is shown.</param>
/// <param name="Unit">万元, %, or the counting word.</param>
/// <param name="ListUnit">Counting word of the rows behind a month; empty where it is no month's list but a value at its end.</param>
/// <param name="IsCount">Whether the value itself counts the rows.</param>
public sealed record MonthFigures(string Name, string Unit, string ListUnit, bool IsCount, IReadOnlyList<MonthFigure> Months)
{
    public static readonly MonthFigures None = new("", "", "", false, []);

    public bool IsEmpty => Months.All(m => m.Value == 0);
}

/// <summary>Reads a breakdown by month as a course in time.</summary>
public sealed class MonthChart(DashboardFigures figures)
{
    private const int Most = 12;

    /// <param name="key">Key of the breakdown by a column of months.</param>
    /// <param name="whole">Key of the breakdown of which it is a share, or null.</param>
    /// <param name="view">The place.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<MonthFigures> ReadAsync(string key, string? whole, DashboardView view, CancellationToken ct)
    {
        if (figures.Breakdown(key) is not { } breakdown) return MonthFigures.None;
        var measure = breakdown.Measure;
        var parts = await figures.SplitAsync(key, view, ct);
        var wholes = whole is null ? null : (await figures.SplitAsync(whole, view, ct)).ToDictionary(p => p.A, p => Of(measure, p.Count, p.Sum));
        var isMoney = FigureText.IsMoney(measure) && wholes is null;
        var months = parts.OrderBy(p => p.A, StringComparer.Ordinal).TakeLast(Most).Select(p =>
        {
            var value = Of(measure, p.Count, p.Sum);
            var shown = wholes is not null ? Math.Round(wholes.GetValueOrDefault(p.A) is var all and > 0 ? value * 100 / all : 0, 1, MidpointRounding.AwayFromZero)
                : isMoney ? Math.Round(value / 1_000_000, 2, MidpointRounding.AwayFromZero)
                : value;
            var text = shown.ToString(wholes is not null ? "0.0" : isMoney ? "N2" : "N0", CultureInfo.InvariantCulture);
            return new MonthFigure(NameOf(p.A), shown, text, p.Count, FigureHref.List(measure, view.Region, FigureHref.Is(breakdown.By[0], NameOf(p.A))));
        });
        return new MonthFigures(wholes is null ? measure.Title : "比例", wholes is not null ? "%" : isMoney ? "万元" : measure.Unit, measure.Ledger.Unit, measure.Kind == MeasureKind.Count, [.. months]);
    }

    /// <summary>What the measure came to at the ends of the months before this one that can be told, and today.</summary>
    public async Task<MonthFigures> TrendAsync(string key, DashboardView view, CancellationToken ct)
    {
        if (await figures.FigureAsync(key, view, ct) is not { } now) return MonthFigures.None;
        var month = YearMonth.Of(figures.Today);
        var ends = await figures.MonthEndsAsync(key, view, [.. Enumerable.Range(1 - Most, Most - 1).Select(back => YearMonth.Add(month, back))], ct);
        // A rate of nothing is no nought.
        var told = ends.Where(e => FigureText.Value(now.Measure, e.Figure) is not null).Select(e => Of(now.Measure, e.Month, e.Figure, FigureHref.Month(view.Region, e.Month)));
        return new MonthFigures(now.Measure.Title, now.Unit, "", now.Measure.Kind == MeasureKind.Count, [.. told, Of(now.Measure, month, now.Figure, now.Href)]);
    }

    private static MonthFigure Of(Measure measure, int month, Figure figure, string href) =>
        new(YearMonth.Text(month), (decimal)(FigureText.Value(measure, figure) ?? 0), FigureText.Number(measure, figure), figure.Count, href);

    private static decimal Of(RowMeasure measure, long count, long sum) => measure.Kind == MeasureKind.Sum ? sum : count;

    private static string NameOf(string month) => month.Length == 6 ? $"{month[..4]}-{month[4..]}" : month;
}
