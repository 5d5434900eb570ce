using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Tests.Ledgers;

public sealed class DateTextTests
{
    private static readonly DateOnly Today = new(2020, 8, 31);

    [Theory]
    [InlineData("2020-08-10", "2020-08-10")]
    [InlineData("2020/8/10", "2020-08-10")]
    [InlineData("2020.8.10", "2020-08-10")]
    [InlineData("20200810", "2020-08-10")]
    [InlineData("2020年8月10日", "2020-08-10")]
    [InlineData("２０２０－０８－１０", "2020-08-10")]
    [InlineData("2020-08-10 00:00:00", "2020-08-10")]
    [InlineData("8月10日", "2020-08-10")]
    [InlineData("2020.08", "2020-08-01")]
    [InlineData("202008", "2020-08-01")]
    [InlineData("2020年8月", "2020-08-01")]
    [InlineData("44053", "2020-08-10")]
    public void Every_written_form_is_read(string written, string expected)
    {
        var (day, fault) = DateText.Read(written, Today);
        Assert.Null(fault);
        Assert.Equal(expected, day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2020-02-30", "日期不存在")]
    [InlineData("2020-6-31", "日期不存在")]
    [InlineData("20201301", "日期不存在")]
    [InlineData("2020年13月", "日期不存在")]
    [InlineData("去年", "不是日期")]
    [InlineData("1.5", "不是日期")]
    public void A_day_that_is_none_is_named(string written, string fault)
    {
        var read = DateText.Read(written, Today);
        Assert.Null(read.Day);
        Assert.StartsWith(fault, read.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_are_numbers()
    {
        Assert.Equal(202008, DateText.ReadMonth("2020年8月", Today).Month);
        Assert.Equal("月份不存在", DateText.ReadMonth("2020-13", Today).Fault);
    }
}
