using System.Globalization;

namespace PovertyDashboard.Settings;

/// <summary>
/// The one clock (时钟): today in Asia/Shanghai, or the as-of date of the setting <c>as-of</c>
/// (the demo store stands at 2020-08-31), shown on every page.
/// </summary>
public sealed class Clock(TimeProvider time, SettingsDirectory settings)
{
    public const string AsOfKey = "as-of";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public DateOnly Today => AsOf ?? DateOnly.FromDateTime(LocalNow);

    /// <summary>The as-of date (数据截至), or null when the store follows the calendar.</summary>
    public DateOnly? AsOf => DateOnly.TryParseExact(settings.Text(AsOfKey, DateOnly.MaxValue), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The day of something that was done so long ago; with an as-of date, counted back from that date.</summary>
    public DateOnly DayOf(TimeSpan ago) => Today.AddDays(DateOnly.FromDateTime(LocalNow - ago).DayNumber - DateOnly.FromDateTime(LocalNow).DayNumber);

    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    public DateTime LocalNow => ToLocal(UtcNow);

    /// <summary>The UTC instant at which the local day begins.</summary>
    public static DateTime ToUtc(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>The local minute of a UTC instant as pages and files write it: 2020-08-20 09:12.</summary>
    public static string MinuteOf(DateTime utc) => ToLocal(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
