using System.Globalization;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>A measure day by day through the month (日走势) with the straight plan to nought on its last day (清零计划).</summary>
/// <param name="Unit">Counting word.</param>
/// <param name="Days">Every day of the month.</param>
/// <param name="Actual">The value of each day up to today.</param>
/// <param name="Plan">The planned value of each day from the plan's first day on; null before.</param>
/// <param name="Href">The list of today's value.</param>
public sealed record DailyLine(string Unit, IReadOnlyList<DateOnly> Days, IReadOnlyList<long> Actual, IReadOnlyList<double?> Plan, string Href)
{
    public bool IsEmpty => Actual.All(v => v == 0);

    public long Last => Actual.Count == 0 ? 0 : Actual[^1];

    /// <summary>From what was open on the first day straight to nought on the last; where nothing was open yet, from the first day with any.</summary>
    /// <param name="actual">The values of the days so far.</param>
    /// <param name="days">Days of the month.</param>
    /// <param name="from">Index of the day on which the plan was made.</param>
    public static IReadOnlyList<double?> PlanOf(IReadOnlyList<long> actual, int days, int from)
    {
        var plan = new double?[days];
        while (from < actual.Count && actual[from] == 0) from++;
        if (from >= Math.Min(actual.Count, days - 1)) return plan;
        for (var day = from; day < days; day++) plan[day] = actual[from] * (1 - (1d * (day - from) / (days - 1 - from)));
        return plan;
    }
}

/// <summary>Reads the month of a measure from the totals of its days.</summary>
public sealed class DailyLines(DashboardFigures figures, SettingsDirectory settings)
{
    /// <summary>Setting with the day on which the month's plan to nought begins (清零计划起始日); else its first day.</summary>
    public const string PlanFromKey = "problem.plan-from";

    public async Task<DailyLine?> ReadAsync(string key, DashboardView view, CancellationToken ct)
    {
        if (figures.Measure(key) is not { } measure || !DashboardFigures.HasHistory(measure)) return null;
        var today = figures.Today;
        var count = DateTime.DaysInMonth(today.Year, today.Month);
        var days = Enumerable.Range(1, count).Select(d => new DateOnly(today.Year, today.Month, d)).ToList();
        var values = await figures.HistoryAsync(key, view, days.Take(today.Day), ct);
        long[] actual = [.. values.Select(v => v.Count)];
        return new DailyLine(measure.Unit, days, actual, DailyLine.PlanOf(actual, count, PlanFrom(today)), FigureHref.List(measure, view.Region));
    }

    private int PlanFrom(DateOnly today) =>
        DateOnly.TryParseExact(settings.Text(PlanFromKey, today), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && (day.Year, day.Month) == (today.Year, today.Month)
            ? day.Day - 1
            : 0;
}
