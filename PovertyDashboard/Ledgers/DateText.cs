using System.Globalization;
using System.Text.RegularExpressions;

namespace PovertyDashboard.Ledgers;

/// <summary>
/// Reads the date forms that staff write: 2020-08-10, 2020/8/10, 2020.8.10, 20200810, 2020年8月10日, 8月10日, 2020.08, 202008, 2020年8月.
/// </summary>
public static partial class DateText
{
    /// <summary>The sentence's beginning for a day that the calendar does not have.</summary>
    public const string NoSuchDay = "日期不存在";

    // Excel day 1 is 1900-01-01; these serials are 1954-10-03 to 2118-12-31, so that plain numbers are not taken for dates.
    private const int FirstSerial = 20_000, LastSerial = 80_000;

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>The day, or why there is none. A month alone is its first day, or its last where it ends something; a day without year falls in the year of <paramref name="today"/>.</summary>
    public static (DateOnly? Day, string? Fault) Read(string written, DateOnly today, bool monthEnds = false)
    {
        var text = Plain(written);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= FirstSerial and <= LastSerial) return (SerialZero.AddDays(number), null);
        if (Digits8().Match(text) is { Success: true } eight) return Day(eight);
        if (Full().Match(text) is { Success: true } full) return Day(full);
        if (MonthOnly().Match(text) is { Success: true } month) return Day(month);
        if (NoYear().Match(text) is { Success: true } noYear) return OnDay(today.Year, Number(noYear, "m"), Number(noYear, "d"), written);
        return (null, $"不是日期（“{written}”）");

        (DateOnly?, string?) Day(Match match)
        {
            var (year, month) = (Number(match, "y"), Number(match, "m"));
            return OnDay(year, month, match.Groups["d"].Success ? Number(match, "d") : monthEnds && year > 0 && month is >= 1 and <= 12 ? DateTime.DaysInMonth(year, month) : 1, written);
        }
    }

    /// <summary>The month as yyyymm, or why there is none.</summary>
    public static (int? Month, string? Fault) ReadMonth(string written, DateOnly today)
    {
        var (day, fault) = Read(written, today);
        return day is { } d ? (d.Year * 100 + d.Month, null) : (null, fault == null || fault.StartsWith(NoSuchDay, StringComparison.Ordinal) ? "月份不存在" : $"不是月份（“{written}”）");
    }

    private static (DateOnly?, string?) OnDay(int year, int month, int day, string written) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? (new DateOnly(year, month, day), null)
            : (null, $"{NoSuchDay}（没有 {written.Trim()} 这一天）");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Half width, without blanks and without a time of day.</summary>
    private static string Plain(string written)
    {
        var text = TimeOfDay().Replace(TextFold.Widths(written).Trim(), "");
        return string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [GeneratedRegex(@"[\sT]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$")]
    private static partial Regex Digits8();

    [GeneratedRegex(@"^(?<y>\d{4})[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?$")]
    private static partial Regex Full();

    [GeneratedRegex(@"^(?<y>\d{4})([-/.年](?<m>\d{1,2})|(?<m>\d{2}))月?$")]
    private static partial Regex MonthOnly();

    [GeneratedRegex(@"^(?<m>\d{1,2})月(?<d>\d{1,2})日?$")]
    private static partial Regex NoYear();
}
