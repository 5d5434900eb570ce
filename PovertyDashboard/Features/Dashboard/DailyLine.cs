namespace PovertyDashboard.Features.Dashboard;

/// <summary>A measure day by day through the month (日走势) with the straight plan to nought on its last day (清零计划).</summary>
/// <param name="Unit">Counting word.</param>
/// <param name="Days">Every day of the month.</param>
/// <param name="Actual">The value of each day up to today.</param>
/// <param name="Plan">The planned value of each day from the highest day on; null before.</param>
/// <param name="Href">The list of today's value.</param>
public sealed record DailyLine(string Unit, IReadOnlyList<DateOnly> Days, IReadOnlyList<long> Actual, IReadOnlyList<double?> Plan, string Href)
{
    public bool IsEmpty => Actual.All(v => v == 0);

    public long Last => Actual.Count == 0 ? 0 : Actual[^1];

    /// <summary>From the first of the highest days straight to nought on the last day; no plan where nothing was ever open.</summary>
    public static IReadOnlyList<double?> PlanOf(IReadOnlyList<long> actual, int days)
    {
        var plan = new double?[days];
        if (actual.Count == 0 || actual.Max() == 0) return plan;
        var (peak, top) = (actual.ToList().IndexOf(actual.Max()), actual.Max());
        if (peak == days - 1) return plan;
        for (var day = peak; day < days; day++) plan[day] = top * (1 - (1d * (day - peak) / (days - 1 - peak)));
        return plan;
    }
}

/// <summary>Reads the month of a measure from the totals of its days.</summary>
public sealed class DailyLines(DashboardFigures figures)
{
    public async Task<DailyLine?> ReadAsync(string key, DashboardView view, CancellationToken ct)
    {
        if (figures.Measure(key) is not { } measure || !DashboardFigures.HasHistory(measure)) return null;
        var today = figures.Today;
        var count = DateTime.DaysInMonth(today.Year, today.Month);
        var days = Enumerable.Range(1, count).Select(d => new DateOnly(today.Year, today.Month, d)).ToList();
        var values = await figures.HistoryAsync(key, view, days.Take(today.Day), ct);
        long[] actual = [.. values.Select(v => v.Count)];
        return new DailyLine(measure.Unit, days, actual, DailyLine.PlanOf(actual, count), FigureHref.List(measure, view.Region));
    }
}
