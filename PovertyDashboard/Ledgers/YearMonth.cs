using System.Globalization;

namespace PovertyDashboard.Ledgers;

/// <summary>Arithmetic on months that are stored as yyyymm (月份).</summary>
public static class YearMonth
{
    public static int Of(DateOnly day) => day.Year * 100 + day.Month;

    public static bool IsMonth(int month) => month / 100 is >= 1949 and <= 2100 && month % 100 is >= 1 and <= 12;

    public static DateOnly First(int month) => new(month / 100, month % 100, 1);

    public static DateOnly Last(int month) => First(month).AddMonths(1).AddDays(-1);

    public static int Days(int month) => DateTime.DaysInMonth(month / 100, month % 100);

    public static int Add(int month, int months) => Of(First(month).AddMonths(months));

    public static DateOnly Day(int month, int day) => new(month / 100, month % 100, day);

    /// <summary>2020-08, as in sheets.</summary>
    public static string Text(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100:0000}-{month % 100:00}");

    /// <summary>2020 年 8 月, as in titles.</summary>
    public static string Words(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100} 年 {month % 100} 月");
}
