using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Works.WorksStore;

namespace PovertyDashboard.Tests.Features.Works;

/// <summary>The audit in the home: line by line, four eyes, conclusion, and what it binds.</summary>
public sealed class AuditDeskTests : IAsyncLifetime
{
    private const string NotYours = "您的账号不能审计。请由审计组办理。";

    private WorksStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_line_is_verified_with_quantity_price_and_the_reason_of_what_is_cut()
    {
        var line = await _store.AddLineAsync();
        Assert.Equal("核减原因：核减 44.00 元没有写原因。请写明为什么核减，例如 实际只用 18 袋。", (await _store.VerifyAsync(Auditor, line.Id, 18_00)).Message);
        Assert.StartsWith("核实数量：大于申报数量（“21”，申报 20）。请", (await _store.VerifyAsync(Auditor, line.Id, 21_00)).Message, StringComparison.Ordinal);
        Assert.Equal("核实数量：为负数。请填写不小于 0 的数。", (await _store.VerifyAsync(Auditor, line.Id, -1)).Message);
        Assert.True((await _store.VerifyAsync(Auditor, line.Id, 18_00, reason: "到户清点 18 袋")).IsDone);
        var found = await _store.LineAsync(line.Id);
        Assert.Equal((396_00L, 44_00L, 0L, "孙某", (DateOnly?)Today), (found.VerifiedAmount!.Value, found.Cut, found.Added, found.VerifiedBy, found.VerifiedOn));
        Assert.True((await _store.VerifyAsync(Auditor, line.Id, 21_00, isAddition: true, reason: "社区漏报 1 袋")).IsDone);
        found = await _store.LineAsync(line.Id);
        Assert.Equal((462_00L, 0L, 22_00L), (found.VerifiedAmount!.Value, found.Cut, found.Added));
    }

    [Fact]
    public async Task Only_auditors_of_the_place_audit_and_auditors_do_nothing_else()
    {
        var line = await _store.AddLineAsync();
        foreach (var user in new[] { Staff, Leader })
        {
            Assert.Equal(NotYours, (await _store.VerifyAsync(user, line.Id, 20_00)).Message);
            Assert.Equal(NotYours, (await _store.ConcludeAsync(user, line.Id, AuditConclusion.True)).Message);
        }

        Assert.StartsWith("明细：已不存在，或不在您的管辖范围内。请", (await _store.VerifyAsync(Elsewhere, line.Id, 20_00)).Message, StringComparison.Ordinal);
        line.ReportedQuantity = 30_00;
        Assert.IsType<RowRefused>(await _store.SaveAsync(Auditor, WorkLineLedger.Ledger, line, line.Version));
        Assert.IsType<RowRefused>(await _store.SaveAsync(Auditor, WorkLineLedger.Ledger, NewLine()));
        Assert.IsType<RowRefused>(await _store.WithAsync<LedgerEditor, SaveOutcome>(Auditor, e => e.DeleteAsync(WorkLineLedger.Ledger, line.Id, line.Version, "x", CancellationToken.None)));
        Assert.Equal([Act.Read, Act.Export, Act.Audit, Act.ReadWorks], Enum.GetValues<Act>().Where(Auditor.May));
    }

    [Fact]
    public async Task Who_reported_a_line_never_concludes_whatever_roles_he_has()
    {
        var line = await _store.AddLineAsync(user: Both);
        Assert.True((await _store.VerifyAsync(Both, line.Id, 20_00)).IsDone);
        Assert.Equal("审计结论：这一户的用工用料有您登记或修改的，谁申报谁不能定案。请由审计组其他人定案。", (await _store.ConcludeAsync(Both, line.Id, AuditConclusion.True)).Message);
        Assert.True((await _store.ConcludeAsync(Auditor, line.Id, AuditConclusion.True)).IsDone);
    }

    [Fact]
    public async Task A_conclusion_needs_every_line_and_fixes_them_with_their_sums()
    {
        var first = await _store.AddLineAsync();
        var second = await _store.AddLineAsync(l => (l.Name, l.ReportedQuantity, l.ReportedPrice) = ("沙子", 1_50, 130_00));
        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.True((await _store.VerifyAsync(Auditor, first.Id, 18_00, reason: "少 2 袋")).IsDone);
        Assert.Equal("审计结论：还有 1 条没有核实，不能定案。请逐条核实，或选择 待补资料。", (await _store.ConcludeAsync(Auditor, first.Id, AuditConclusion.Partly)).Message);
        Assert.True((await _store.ConcludeAsync(Auditor, first.Id, AuditConclusion.Papers, "缺沙子发票")).IsDone);
        Assert.Equal((AuditConclusion.Papers, null), ((await _store.AuditAsync()).Conclusion, (await _store.LineAsync(first.Id)).AuditId));
        Assert.Equal("已按申报核定 1 条。", (await _store.DeskAsync(Auditor, d => d.AcceptRestAsync(first.Id, CancellationToken.None))).Message);
        Assert.StartsWith("审计结论：有核减 44.00 元", (await _store.ConcludeAsync(Auditor, first.Id, AuditConclusion.True)).Message, StringComparison.Ordinal);
        Assert.Equal("已定案：部分属实，核定 591.00 元，核减 44.00 元，核增 0.00 元。", (await _store.ConcludeAsync(Auditor, first.Id, AuditConclusion.Partly)).Message);
        // The audit that waited for papers is the one that is concluded.
        var audit = await _store.AuditAsync();
        Assert.Equal((2, 635_00L, 591_00L, 44_00L, 0L, "auditor", (DateOnly?)Today), (audit.Lines, audit.Reported, audit.Verified, audit.Cut, audit.Added, audit.ConcludedBy, audit.ConcludedOn));
        Assert.NotNull(audit.HouseholdId);
        Assert.Equal((1m, 0m, 591m), (await _store.ValueAsync("work-lines.homes-done"), await _store.ValueAsync("work-lines.homes-open"), await _store.ValueAsync("audits.verified")));

        Assert.StartsWith("定案：这一户已定案，不能再改。", (await _store.VerifyAsync(OtherAuditor, first.Id, 20_00)).Message, StringComparison.Ordinal);
        var stored = await _store.LineAsync(first.Id);
        stored.Remark = "改";
        Assert.StartsWith("定案：这一条已定案，不能再改。", await _store.RefusedAsync(WorkLineLedger.Ledger, stored, stored.Version), StringComparison.Ordinal);
        Assert.StartsWith("核定金额：这一条已定案（核定 396.00 元），文件不能再改。请", await _store.ImportFaultAsync(WorkLineLedger.Key, WorkLineImportTests.Head, "光岳社区,1,邓某,小路,用料,水泥,袋,19,22"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conclusion_is_taken_back_by_another_with_a_reason()
    {
        var line = await _store.AddLineAsync();
        Assert.True((await _store.VerifyAsync(Auditor, line.Id, 20_00)).IsDone);
        Assert.True((await _store.ConcludeAsync(Auditor, line.Id, AuditConclusion.True)).IsDone);
        Assert.Equal("撤销定案：这次审计是您定案的。请由审计组其他人撤销。", (await ReopenAsync(Auditor, "记错")).Message);
        Assert.StartsWith("撤销原因：请写明", (await ReopenAsync(OtherAuditor, " ")).Message, StringComparison.Ordinal);
        Assert.Equal(NotYours, (await ReopenAsync(Staff, "记错")).Message);
        Assert.Equal("已撤销定案，1 条明细可以重新核实。", (await ReopenAsync(OtherAuditor, "第 1 条记错")).Message);
        var audit = await _store.AuditAsync();
        Assert.Equal(("", null, true), (audit.Conclusion, audit.ConcludedOn, audit.Remark.Contains("撤销定案（属实）：第 1 条记错", StringComparison.Ordinal)));
        Assert.True((await _store.VerifyAsync(OtherAuditor, line.Id, 19_00, reason: "少 1 袋")).IsDone);
        Assert.True((await _store.ConcludeAsync(OtherAuditor, line.Id, AuditConclusion.Partly)).IsDone);
        Assert.Equal(418_00, (await _store.AuditAsync()).Verified);
    }

    [Fact]
    public async Task What_was_found_in_the_home_binds_forms_files_and_deletion_until_it_is_taken_back()
    {
        var line = await _store.AddLineAsync();
        Assert.True((await _store.VerifyAsync(Auditor, line.Id, 18_00, reason: "少 2 袋")).IsDone);
        var stored = await _store.LineAsync(line.Id);
        stored.ReportedQuantity = 18_00;
        Assert.Equal("申报数量：审计组已到户核实这一条，申报内容不能再改。请审计组先撤销核实，再改。", await _store.RefusedAsync(WorkLineLedger.Ledger, stored, stored.Version));
        stored.ReportedQuantity = 20_00;
        stored.Remark = "发票随后补";
        stored = await _store.AddAsync(WorkLineLedger.Ledger, stored, Staff, stored.Version);
        Assert.StartsWith("申报数量：审计组已到户核实", await _store.ImportFaultAsync(WorkLineLedger.Key, WorkLineImportTests.Head, "光岳社区,1,邓某,小路,用料,水泥,袋,19,22"), StringComparison.Ordinal);
        Assert.Equal(
            "核实数量：审计组已到户核实（18 × 22.00），文件不能再改。请审计组在入户审计页重新核实，或恢复原来的数。",
            await _store.ImportFaultAsync(WorkLineLedger.Key, WorkLineImportTests.Head + ",核实数量", "光岳社区,1,邓某,小路,用料,水泥,袋,20,22,20"));
        var delete = await _store.WithAsync<LedgerEditor, SaveOutcome>(Staff, e => e.DeleteAsync(WorkLineLedger.Ledger, stored.Id, stored.Version, "重复", CancellationToken.None));
        Assert.Equal("删除：审计组已到户核实这一条，不能删除。请审计组先撤销核实。", Assert.IsType<RowRefused>(delete).Sentence);

        Assert.Equal(NotYours, (await UnverifyAsync(Staff, stored)).Message);
        Assert.Equal("已撤销第 1 条的核实。", (await UnverifyAsync(Auditor, stored)).Message);
        stored = await _store.LineAsync(line.Id);
        Assert.Equal((null, 0L, "", ""), (stored.VerifiedAmount, stored.Cut, stored.Reason, stored.VerifiedBy));
        stored.ReportedQuantity = 18_00;
        Assert.Equal(396_00, (await _store.AddAsync(WorkLineLedger.Ledger, stored, Staff, stored.Version)).ReportedAmount);
    }

    [Fact]
    public async Task A_stale_verification_is_told_and_not_saved()
    {
        var line = await _store.AddLineAsync();
        Assert.True((await _store.VerifyAsync(Auditor, line.Id, 20_00)).IsDone);
        var late = await _store.DeskAsync(OtherAuditor, d => d.VerifyAsync(new Verification(line.Id, line.Version, 19_00, 22_00, false, "少"), CancellationToken.None));
        Assert.Matches("^没有保存：.+刚刚改过第 1 条。请核对后再填。$", late.Message);
        Assert.Equal(20_00, (await _store.LineAsync(line.Id)).VerifiedQuantity);
    }

    [Fact]
    public async Task A_finding_opens_one_problem_that_the_inspecting_side_closes()
    {
        var line = await _store.AddLineAsync(l => l.ReportedPrice = 26_40);
        Assert.True((await _store.VerifyAsync(Auditor, line.Id, 20_00, 22_00, reason: "按指导价核定")).IsDone);
        Assert.StartsWith("已转整改：20200831-001", (await ReportAsync(Auditor)).Message, StringComparison.Ordinal);
        Assert.Equal("转整改：这一条已转过整改。请在整改台账里办理。", (await ReportAsync(Auditor)).Message);
        Assert.Equal(NotYours, (await ReportAsync(Staff)).Message);
        var problem = await _store.InStoreAsync(UserIdentity.System, db => db.Set<Problem>().SingleAsync());
        Assert.Equal(("审计", "项目资金", "孙某", "邓某", true), (problem.Source, problem.Category, problem.FoundBy, problem.HouseholdName, problem.IsInspectorFound));
        Assert.Equal("双提升审计第 1 条 用料 水泥：申报 20 袋 × 26.40 元 = 528.00 元，核定 440.00 元，核减 88.00 元（按指导价核定）。疑点：超指导价、无照片。", problem.Description);
        problem.State = ProblemState.Verifying;
        problem.RectifiedBy = Staff.Name;
        var inspector = new UserIdentity("inspector", "督查某", [Roles.Inspector], RegionScope.Of([City]));
        Assert.Contains("谁整改谁不能销号", ProblemWorkflow.Refusal(ProblemAct.Close, problem, Staff, false), StringComparison.Ordinal);
        Assert.Contains("权限", ProblemWorkflow.Refusal(ProblemAct.Close, problem, Auditor, false), StringComparison.Ordinal);
        Assert.Null(ProblemWorkflow.Refusal(ProblemAct.Close, problem, inspector, false));

        Task<AuditOutcome> ReportAsync(UserIdentity user) => _store.DeskAsync(user, d => d.ReportAsync(line.Id, CancellationToken.None));
    }

    private async Task<AuditOutcome> ReopenAsync(UserIdentity user, string reason)
    {
        var audit = await _store.AuditAsync();
        return await _store.DeskAsync(user, d => d.ReopenAsync(audit.Id, audit.Version, reason, CancellationToken.None));
    }

    private Task<AuditOutcome> UnverifyAsync(UserIdentity user, WorkLine seen) => _store.DeskAsync(user, d => d.UnverifyAsync(seen.Id, seen.Version, CancellationToken.None));
}
