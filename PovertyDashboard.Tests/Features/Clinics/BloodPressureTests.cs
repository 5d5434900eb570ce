using PovertyDashboard.Features.Clinics;

namespace PovertyDashboard.Tests.Features.Clinics;

public sealed class BloodPressureTests
{
    [Theory]
    [InlineData("140/80")]
    [InlineData(" 140 / 80 ")]
    [InlineData("１４０／８０")]
    [InlineData("140-80")]
    [InlineData("140/80mmHg")]
    public void One_cell_holds_both_numbers(string written)
    {
        var parsed = BloodPressure.Read(written);
        Assert.Null(parsed.Fault);
        Assert.Equal((140, 80), BloodPressure.Split((string?)parsed.Value));
    }

    [Theory]
    [InlineData("偏高", "不是血压值（“偏高”）。请填写收缩压/舒张压，例如 140/80")]
    [InlineData("140", "不是血压值（“140”）。请填写收缩压/舒张压，例如 140/80")]
    [InlineData("80/140", "收缩压小于舒张压（“80/140”）。请先写收缩压再写舒张压，例如 140/80")]
    [InlineData("90/90", "收缩压等于舒张压（“90/90”）。请先写收缩压再写舒张压，例如 140/80")]
    [InlineData("400/20", "收缩压超出血压计范围（“400/20”）。请填写 50 到 300 之间的收缩压，例如 140/80")]
    [InlineData("140/20", "舒张压超出血压计范围（“140/20”）。请填写 30 到 200 之间的舒张压，例如 140/80")]
    public void What_is_wrong_is_said_with_the_value_and_what_to_do(string written, string fault) => Assert.Equal(fault, BloodPressure.Read(written).Fault);

    [Theory]
    [InlineData(80, 140, "收缩压")]
    [InlineData(140, null, "舒张压")]
    [InlineData(null, 80, "收缩压")]
    public void Two_columns_are_checked_against_each_other(int? systolic, int? diastolic, string column) =>
        Assert.Equal(column, Assert.Single(BloodPressure.FaultsOf(systolic, diastolic)).Column);

    [Fact]
    public void Nothing_measured_is_no_fault() => Assert.Empty(BloodPressure.FaultsOf(null, null));
}
