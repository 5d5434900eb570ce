using PovertyDashboard.Settings;

namespace PovertyDashboard.Tests.Settings;

public class SettingDefinitionTests
{
    [Theory]
    [InlineData("补贴标准（元）", "500", SettingKind.Number)]
    [InlineData("血糖提示", "7.0", SettingKind.Decimal)]
    [InlineData("起始日", "2020-08-10", SettingKind.Day)]
    [InlineData("请假计薪（1 是，0 否）", "0", SettingKind.YesNo)]
    [InlineData("休息日", "6,7", SettingKind.Text)]
    public void The_kind_follows_from_the_value_where_nothing_is_declared(string title, string value, SettingKind kind) =>
        Assert.Equal(kind, SettingDefinition.Of("no.such.key", title, [value]).Kind);

    [Fact]
    public void Bounds_and_words_come_from_the_data_folder()
    {
        var days = SettingDefinition.Of("problem.days.general", "一般问题整改天数", ["15"]);
        Assert.Equal((SettingKind.Number, 1L, 365L), (days.Kind, days.Min, days.Max));
        Assert.NotEmpty(days.Help);
        Assert.Equal("太大（400）。请填写不大于 365 的数", days.Fault("400"));
        Assert.Null(days.Fault("20"));
        Assert.Equal("不是数字（“七”）。请填写数字，例如 7.5", SettingDefinition.Of("x", "血糖", ["7.0"]).Fault("七"));
        Assert.Equal("太小（-1）。请填写不小于 0 的数", SettingDefinition.Of("x", "血糖", ["7.0"]).Fault("-1"));
        Assert.True(SettingDefinition.Of(Clock.AsOfKey, "数据截至日期", ["2020-08-31"]).IsFixed);
    }
}
