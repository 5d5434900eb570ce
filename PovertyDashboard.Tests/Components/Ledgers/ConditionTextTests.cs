using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Tests.Ledgers;

namespace PovertyDashboard.Tests.Components.Ledgers;

public sealed class ConditionTextTests
{
    [Theory]
    [InlineData("Day", "2020-07-01..2020-08-21", "发现日期：07-01 至 08-21")]
    [InlineData("Day", "2019-12-01..", "发现日期：2019-12-01 起")]
    [InlineData("Day", "..2020-08-21", "发现日期：至 08-21")]
    [InlineData("Month", "2020-08", "月份：2020-08")]
    [InlineData("Kind", "住房|空", "类别：住房、未填写")]
    [InlineData("Amount", "..4000", "金额：≤ 4,000.00")]
    [InlineData("Heads", "-3..5", "人数：−3 至 5")]
    [InlineData("Flag", "是", "是否达标：是")]
    [InlineData("Name", "邓", "姓名：含“邓”")]
    [InlineData("Note", "空", "说明：未填写")]
    public void A_condition_is_said_in_words(string column, string value, string expected) =>
        Assert.Equal(expected, ConditionText.Of(SampleLedger.Column(column), value, LedgerBench.Today));

    [Theory]
    [InlineData("Amount", "1,234.5元", "2000", "1234.50..2000.00")]
    [InlineData("Day", "8月1日", "", "2020-08-01..")]
    [InlineData("Month", "2020年7月", "2020.8", "2020-07..2020-08")]
    [InlineData("Heads", "", "", null)]
    public void A_typed_range_becomes_the_condition_of_the_address(string column, string from, string to, string? expected) =>
        Assert.Equal(expected, new ConditionDraft(SampleLedger.Column(column)) { From = from, To = to }.Value(new ColumnParser(new CodeLists([]), LedgerBench.Today)));

    [Fact]
    public void A_range_that_cannot_be_read_says_why()
    {
        var draft = new ConditionDraft(SampleLedger.Column("Amount")) { From = "很多" };

        Assert.Null(draft.Value(new ColumnParser(new CodeLists([]), LedgerBench.Today)));
        Assert.StartsWith("金额：不是金额（“很多”）", draft.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_stand_in_their_units()
    {
        Assert.Equal("12.60 万元", FigureText.Of(SampleLedger.Money, new Figure(3, 12_600_000, 0)));
        Assert.Equal("74.8%", FigureText.Of(SampleLedger.MetRate, new Figure(214, 0, 286)));
        Assert.Equal("—", FigureText.Of(SampleLedger.MetRate, new Figure(0, 0, 0)));
        Assert.Equal("1,348 件", FigureText.Of(SampleLedger.Met, new Figure(1348, 0, 0)));
    }
}
