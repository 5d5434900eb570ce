using System.Globalization;

namespace PovertyDashboard.Excel;

/// <summary>Days as Excel stores them (日期序列号): counted from 1900 with a 29 February 1900 that never was, or from 1904.</summary>
internal static class SerialDate
{
    private const int LastBeforePhantom = 59;
    private const int Phantom = 60;
    private static readonly DateOnly BaseUpToPhantom = new(1899, 12, 31);
    private static readonly DateOnly BaseAfterPhantom = new(1899, 12, 30);
    private static readonly DateOnly Base1904 = new(1904, 1, 1);
    private static readonly int Last = DateOnly.MaxValue.DayNumber - BaseAfterPhantom.DayNumber;

    public static DateOnly? Parse(string raw, bool from1904)
    {
        // ISO form: cells of type "d" in strict workbooks.
        if (raw.Length >= 10 && raw[4] == '-')
        {
            return DateOnly.TryParseExact(raw.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso) ? iso : null;
        }
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(number >= 0 && number <= Last))
        {
            return null;
        }
        var serial = (int)number;
        if (from1904)
        {
            return serial > Last - 1462 ? null : Base1904.AddDays(serial);
        }
        return serial switch
        {
            0 or Phantom => null,
            <= LastBeforePhantom => BaseUpToPhantom.AddDays(serial),
            _ => BaseAfterPhantom.AddDays(serial),
        };
    }

    /// <summary>The serial of a day in the 1900 system, or null before 1900, which Excel cannot store.</summary>
    public static int? Of(DateOnly date)
    {
        var serial = date.DayNumber - BaseAfterPhantom.DayNumber;
        return serial > Phantom ? serial : serial > 1 ? serial - 1 : null;
    }
}
