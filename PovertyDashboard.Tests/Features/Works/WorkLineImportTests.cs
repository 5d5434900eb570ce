using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;
using static PovertyDashboard.Tests.Features.Works.WorksStore;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>Files of labour and material: the street's one sheet against its answer key, and each sentence that a row may meet.</summary>
public sealed class WorkLineImportTests : IAsyncLifetime
{
    public const string Head = "村,序号,户主,施工内容,类别,名称,单位,申报数量,申报单价";

    private const string File = "双提升用工用料-北城街道.xlsx";

    private WorksStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Every_planted_fault_of_the_sample_is_refused_at_its_row_and_column_and_a_second_run_changes_nothing()
    {
        var first = Assert.Single(Assert.Single(await _store.ImportAsync(Staff, Samples.PathOf(File))).Sheets);
        var (rows, bad) = Samples.Answer(File);
        Assert.Equal((WorkLineLedger.Key, rows, rows - bad.Count, bad.Count), (first.Ledger?.Key, first.Read, first.Accepted, first.Refused));
        Assert.Equal(bad.Select(b => b.Row).Order(), first.Rows.Where(r => r.Fate == RowFate.Refused).Select(r => r.Row).Order());
        foreach (var (row, column, why) in bad)
        {
            var fault = Assert.Single(Assert.Single(first.Rows, r => r.Row == row).Faults, f => f.Column == column);
            Assert.StartsWith(column + "：", fault.Message, StringComparison.Ordinal);
            Assert.Contains(why, fault.Message, StringComparison.Ordinal);
            Assert.Contains("请", fault.Message, StringComparison.Ordinal);
        }

        var second = Assert.Single(Assert.Single(await _store.ImportAsync(Staff, Samples.PathOf(File))).Sheets);
        Assert.Equal((first.Accepted, 0, first.Refused), (second.Unchanged, second.Accepted, second.Refused));
        var lines = await _store.InStoreAsync(UserIdentity.System, db => db.Set<WorkLine>().ToListAsync());
        Assert.All(lines, l => Assert.Equal(LineAmounts.Of(l.ReportedQuantity, l.ReportedPrice), l.ReportedAmount));
        Assert.Equal(lines.Sum(l => l.Cut) / 100m, await _store.ValueAsync("work-lines.cut", Beicheng));
        Assert.All(lines, l => Assert.True(l.IsReportedBy(Staff.Name)));
    }

    [Theory]
    [InlineData("光岳社区,1,邓某,小路,用料,水泥,袋,-2,22", "申报数量：为负数")]
    [InlineData("光岳社区,1,邓某,小路,用料,水泥,袋,,22", "申报数量：没有填写")]
    [InlineData("光岳社区,1,邓某,飞机场,用料,水泥,袋,2,22", "施工内容：不在代码表")]
    [InlineData("光岳社区,,邓某,小路,用料,水泥,袋,2,22", "序号：没有填写")]
    [InlineData("光岳社区,1,邓某,小路,用工,瓦工,工日,1.25,220", "申报数量：工日按半天计（“1.25”）")]
    [InlineData("光岳社区,1,邓某,小路,用料,水泥,袋,2,22,45", "申报金额：金额≠数量×单价（“45.00”，2 × 22.00 = 44.00）")]
    [InlineData("光岳社区,1,邓某,小路,用料,水泥,袋,2,22,44,3", "核实数量：大于申报数量（“3”，申报 2）")]
    [InlineData("光岳社区,1,邓某,小路,用料,水泥,袋,2,22,44,1,22,23", "核定金额：金额≠数量×单价（“23.00”，1 × 22.00 = 22.00）")]
    [InlineData("光岳社区,1,邓某,小路,用料,水泥,袋,2,22,44,1,22,22,20", "核减金额：与“申报金额－核定金额”不符（“20.00”，应为 22.00）")]
    [InlineData("光岳社区,1,邓某,小路,用料,水泥,袋,2,22,44,,,,22", "核实数量：填了核减金额（“22.00”），没有填核实数量")]
    [InlineData("光岳社区,1,邓某,小路,用料,水泥,袋,2,22,44,,22", "核实数量：填了核定单价或金额，没有填核实数量")]
    public async Task A_wrong_row_is_told_at_its_column(string row, string says)
    {
        var fault = await _store.ImportFaultAsync(WorkLineLedger.Key, Head + ",申报金额,核实数量,核定单价,核定金额,核减金额", row.PadRight(row.Length + 13 - row.Count(c => c == ','), ','));
        Assert.StartsWith(says, fault, StringComparison.Ordinal);
        Assert.Contains("请", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_may_state_what_was_added_with_its_sign_where_it_is_meant()
    {
        var result = await _store.ImportRowsAsync(WorkLineLedger.Key, Head + ",核实数量,核减金额,核增,核减原因", "光岳社区,1,邓某,小路,用料,水泥,袋,2,22,3,-22,是,社区漏报 1 袋");
        Assert.Empty(result.Rows.SelectMany(r => r.Faults).Select(f => f.Message));
        var line = await _store.InStoreAsync(UserIdentity.System, db => db.Set<WorkLine>().SingleAsync());
        Assert.Equal((0L, 22_00L, 66_00L), (line.Cut, line.Added, line.VerifiedAmount!.Value));
        Assert.NotNull(line.HouseholdId);
    }

    [Fact]
    public async Task A_file_brings_audits_as_history_and_concludes_none_that_waits()
    {
        const string head = "村,户主,审计日期,申报合计,核定合计,核减合计,核增合计,审计结论,审计意见";
        var result = await _store.ImportRowsAsync(AuditLedger.Key, head, "光岳社区,邓某,2019-09-20,1260,1180,80,0,部分属实,多报");
        Assert.Equal(1, result.Accepted);
        Assert.True((await _store.AuditAsync()).IsImported);
        Assert.StartsWith("审计结论：这次审计已定案（部分属实），文件不能再改。请", await _store.ImportFaultAsync(AuditLedger.Key, head, "光岳社区,邓某,2019-09-20,1260,1260,0,0,属实,"), StringComparison.Ordinal);
        Assert.StartsWith("核定合计：与“申报合计－核减合计＋核增合计”不符", await _store.ImportFaultAsync(AuditLedger.Key, head, "光岳社区,王某,2019-09-20,1260,1100,80,0,部分属实,多报"), StringComparison.Ordinal);

        var line = await _store.AddLineAsync(l => l.HouseholdName = "王某");
        Assert.True((await _store.ConcludeAsync(Auditor, line.Id, AuditConclusion.Papers, "缺发票")).IsDone);
        Assert.StartsWith(
            "审计结论：文件不能给已登记的审计下结论（“属实”）。请", await _store.ImportFaultAsync(AuditLedger.Key, head, "光岳社区,王某,2020-08-31,440,440,0,0,属实,缺发票"), StringComparison.Ordinal);
    }
}
