using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Incomes;

/// <summary>
/// The period of an income year (收入统计年度): by local custom from 1 October of the year before to 30 September; the first month is
/// a dated setting, 1 means the calendar year.
/// </summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct IncomePeriod(DateOnly From, DateOnly To)
{
    /// <summary>Setting: month in which an income year begins (收入统计年度起始月) [local rule].</summary>
    public const string MonthKey = "income.period.month";

    private const int DefaultMonth = 10, FirstYear = 2014;

    public static IncomePeriod Of(int year, SettingsDirectory settings)
    {
        var month = Math.Clamp(settings.Number(MonthKey, new DateOnly(year, 1, 1), DefaultMonth), 1, 12);
        var from = new DateOnly(month == 1 ? year : year - 1, month, 1);
        return new IncomePeriod(from, from.AddYears(1).AddDays(-1));
    }

    /// <summary>The latest year whose period has ended by the day.</summary>
    public static int LastEnded(DateOnly day, SettingsDirectory settings)
    {
        var year = day.Year + 1;
        while (year > FirstYear && Of(year, settings).To >= day) year--;
        return year;
    }

    /// <summary>低收入线 of the year in fen: the line in force on its last calendar day.</summary>
    public static long LineOf(int year, SettingsDirectory settings) => settings.Number(HouseholdMeasures.IncomeLineKey, new DateOnly(year, 12, 31), 0) * 100L;
}
