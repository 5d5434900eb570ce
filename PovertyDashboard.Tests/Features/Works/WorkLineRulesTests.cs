using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Ledgers;
using static PovertyDashboard.Tests.Features.Works.WorksStore;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>Each sentence of the rules of lines, audits and works.</summary>
public sealed class WorkLineRulesTests
{
    private static readonly RowContext Context = new(Today, Staff);

    [Theory]
    [InlineData(18_00, 22_00, false, "", null)]
    [InlineData(20_00, 22_00, false, "", null)]
    [InlineData(21_00, 22_00, false, "", "核实数量：大于申报数量（“21”，申报 20）。请核对；确属漏报的，请在“核增”选是并写明原因。")]
    [InlineData(20_00, 23_00, false, "", "核定单价：核定金额大于申报金额（“460.00”，申报 440.00）。请核对；确属漏报的，请在“核增”选是并写明原因。")]
    [InlineData(21_00, 22_00, true, "", "核减原因：核增没有写原因（申报 440.00，核定 462.00）。请写明为什么多于申报。")]
    [InlineData(21_00, 22_00, true, "社区漏报 1 袋", null)]
    [InlineData(20_00, 22_00, true, "无", "核增：填了是，核实的数量和金额没有多于申报。请改为否或留空。")]
    public void More_than_reported_is_taken_only_where_it_is_meant_and_told_why(long quantity, long price, bool isAddition, string reason, string? says)
    {
        var line = NewLine();
        (line.Number, line.VerifiedQuantity, line.VerifiedPrice, line.IsAddition, line.Reason) = (1, quantity, price, isAddition ? true : null, reason);
        Assert.Equal(says, FaultOf(line));
    }

    [Fact]
    public void Labour_counts_by_half_days()
    {
        var line = NewLine();
        (line.Number, line.Kind, line.Name, line.ReportedQuantity) = (1, LineKind.Labour, "瓦工", 1_25);
        Assert.Equal("申报数量：工日按半天计（“1.25”）。请填写 0.5 的倍数，例如 1.5。", FaultOf(line));
        (line.ReportedQuantity, line.VerifiedQuantity) = (1_50, 0_75);
        Assert.StartsWith("核实数量：工日按半天计", FaultOf(line), StringComparison.Ordinal);
        line.VerifiedQuantity = 1_00;
        Assert.Null(FaultOf(line));
    }

    [Theory]
    [InlineData(AuditConclusion.True, 440_00, 440_00, 0, 0, "", null)]
    [InlineData(AuditConclusion.True, 440_00, 400_00, 40_00, 0, "", "审计结论：有核减 40.00 元、核增 0.00 元，不能是属实。请选择 部分属实 或 不属实。")]
    [InlineData(AuditConclusion.Partly, 440_00, 440_00, 0, 0, "", "审计结论：没有核减也没有核增，不能是部分属实。请选择 属实，或先逐条核实。")]
    [InlineData(AuditConclusion.Untrue, 440_00, 0, 440_00, 0, "", "审计意见：结论是不属实，没有写意见。请写明哪里不属实。")]
    [InlineData(AuditConclusion.Papers, 440_00, 440_00, 0, 0, "", "审计意见：结论是待补资料，没有写意见。请写明还缺什么资料。")]
    [InlineData(AuditConclusion.Partly, 440_00, 401_00, 40_00, 0, "", "核定合计：与“申报合计－核减合计＋核增合计”不符（“401.00”，应为 400.00）。请核对四个合计。")]
    public void A_conclusion_says_what_the_sums_say(string conclusion, long reported, long verified, long cut, long added, string opinion, string? says)
    {
        var audit = new HomeAudit { AuditedOn = Today, Conclusion = conclusion, Reported = reported, Verified = verified, Cut = cut, Added = added, Opinion = opinion };
        Assert.Equal(says, AuditRules.Check(audit, Context).FirstOrDefault().Message);
    }

    [Theory]
    [InlineData(WorkState.Done, "2020-07-01", null, null, "完工日期：状态是已完工，没有完工日期。请填写完工的日期，或改状态。")]
    [InlineData(WorkState.Underway, "2020-07-01", "2020-07-20", null, "状态：填了完工日期，状态却是“施工中”。请改为已完工，或删去完工日期。")]
    [InlineData(WorkState.Done, "2020-07-01", "2020-06-20", null, "完工日期：早于开工日期（“2020-06-20”，开工是 2020-07-01）。请核对两个日期。")]
    [InlineData(WorkState.Underway, "2020-07-01", null, "2020-06-30", "计划完工日期：早于开工日期（“2020-06-30”，开工是 2020-07-01）。请核对两个日期。")]
    [InlineData(WorkState.Underway, "2020-09-10", null, null, "开工日期：在将来（“2020-09-10”，今天是 2020-08-31），状态却是施工中。请填写实际开工的日期，或把状态改为计划。")]
    [InlineData(WorkState.Planned, "2020-09-10", null, "2020-10-01", null)]
    [InlineData(WorkState.Done, "2020-07-01", "2020-07-20", "2020-08-01", null)]
    public void Days_and_state_of_a_work_fit_together(string state, string start, string? done, string? due, string? says)
    {
        var work = NewWork();
        (work.State, work.StartedOn, work.DoneOn, work.DueOn) = (state, Day(start)!.Value, Day(done), Day(due));
        Assert.Equal(says, WorkRules.Check(work, Context).FirstOrDefault().Message);
    }

    [Theory]
    [InlineData("水泥=22、玻璃 5mm=45", null)]
    [InlineData("水泥＝22.5；红砖=0.45", null)]
    [InlineData("水泥22", "值：第 1 项看不懂（“水泥22”）。请写成 水泥=22、玻璃 5mm=45，几项之间用顿号隔开，单位：元。")]
    [InlineData("水泥=22、玻璃=很贵", "值：第 2 项看不懂（“玻璃=很贵”）。请写成 水泥=22、玻璃 5mm=45，几项之间用顿号隔开，单位：元。")]
    [InlineData("水泥=22、水泥=23", "值：“水泥”写了 2 次。请只留一个价格。")]
    public void A_list_of_guide_prices_is_read_or_told_why_not(string list, string? says) => Assert.Equal(says, GuidePrices.FaultOf(list));

    private static string? FaultOf(WorkLine line) => WorkLineRules.Check(line, Context).FirstOrDefault().Message;

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
