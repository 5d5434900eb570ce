using PovertyDashboard.Features.Dashboard.Reports;

namespace PovertyDashboard.Tests.Features.Dashboard.Reports;

public sealed class ReportPeriodTests
{
    private static readonly DateOnly Today = new(2020, 8, 31);

    [Theory]
    [InlineData(false, null, "2020-08-31", "2020-08-31", true, "2020-08-31 至 09-06")]
    [InlineData(false, "2020-08-30", "2020-08-24", "2020-08-30", false, "2020-08-24 至 08-30")]
    [InlineData(false, "2019-12-31", "2019-12-30", "2020-01-05", false, "2019-12-30 至 01-05")]
    [InlineData(true, null, "2020-08-01", "2020-08-31", true, "2020 年 8 月")]
    [InlineData(true, "2020-02-10", "2020-02-01", "2020-02-29", false, "2020 年 2 月")]
    [InlineData(true, "2021-05-01", "2020-08-01", "2020-08-31", true, "2020 年 8 月")]
    public void A_period_holds_its_day_and_never_reaches_past_today(bool isMonth, string? day, string first, string last, bool isCurrent, string words)
    {
        var period = ReportPeriod.Of(isMonth, day is null ? null : Day(day), Today);
        Assert.Equal((Day(first), Day(last), isCurrent, words), (period.First, period.Last, period.IsCurrent, period.Words));
        Assert.Equal(period.First.AddDays(-1), period.Before(Today).Last);
        Assert.Equal(isCurrent, period.After(Today) is null);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
