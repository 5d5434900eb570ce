using System.Globalization;

namespace PovertyDashboard.Features.Responsibility.Calendar;

/// <summary>The address of the calendar (工作日历地址).</summary>
public static class CalendarAddress
{
    public const string Page = "/responsibility/calendar";

    public static string Of(long region, DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"{Page}?region={region}&month={month:yyyy-MM}");
}
