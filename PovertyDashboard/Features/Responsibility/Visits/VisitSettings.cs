using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Visits;

/// <summary>How often a household has to be visited (走访频次), a dated local rule: weekly here, once or twice a month elsewhere.</summary>
public static class VisitSettings
{
    public const string PeriodKey = "visit.period.days";

    /// <summary>Measure of the households that were not visited in time.</summary>
    public const string UnvisitedKey = "households.unvisited";

    private const int Weekly = 7;

    /// <summary>走访周期 in days, as in force on the day.</summary>
    public static int VisitPeriod(this SettingsDirectory settings, DateOnly day) => Math.Max(1, settings.Number(PeriodKey, day, Weekly));

    /// <summary>The first day of the period that ends with the day.</summary>
    public static DateOnly VisitedSince(this SettingsDirectory settings, DateOnly day) => day.AddDays(1 - settings.VisitPeriod(day));
}
