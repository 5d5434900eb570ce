using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Jobs.JobsStore;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>Making, adjusting, handing in, approving and correcting wage sheets.</summary>
public sealed class WageDeskTests : IAsyncLifetime
{
    private JobsStore _store = null!;
    private Holder _deng = null!;
    private Holder _qian = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        _deng = await _store.AddHolderAsync();
        _qian = await _store.AddHolderAsync("钱某", Qian, h => (h.Region, h.PostKind, h.MonthlyPay) = (Shangzhuang, "护路", 600_00));
        await _store.TickMonthAsync(_deng.Id, 202_007, (8, '○'));
        await _store.TickMonthAsync(_qian.Id, 202_007);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_sheet_is_made_from_attendance_and_standards()
    {
        var sheet = await _store.MakeAsync();
        var lines = await _store.LinesAsync(sheet.Id);
        // July 2020 has 31 days and 4 Sundays: 26 of 27 days at 500.00, and 600.00 in full.
        Assert.Equal([("钱某", 600_00L, 27, 27, 600_00L), ("邓某", 500_00L, 27, 26, 481_48L)], lines.Select(l => (l.Name, l.Standard, l.Due, l.PaidDays, l.Net)).OrderByDescending(l => l.Item5));
        Assert.Equal((WageState.Draft, "赵某", 2, 1_081_48L, 1_081_48L), (sheet.State, sheet.MadeByName, sheet.People, sheet.Gross, sheet.Net));
    }

    [Fact]
    public async Task The_standard_is_the_person_s_then_the_post_s_then_the_setting_of_the_month()
    {
        await _store.SetAsync(JobsSettings.PayKey, "550", new DateOnly(2020, 7, 2));
        await _store.TickMonthAsync(_deng.Id, 202_008);
        Assert.Equal(500_00, (await _store.LinesAsync((await _store.MakeAsync()).Id)).Single(l => l.HolderId == _deng.Id).Standard);
        Assert.Equal(550_00, (await _store.LinesAsync((await _store.MakeAsync(202_008)).Id)).Single().Standard);
        var post = await _store.InStoreAsync(UserIdentity.System, db => db.Set<Post>().AsNoTracking().SingleAsync(p => p.Id == _deng.PostId));
        post.MonthlyPay = 520_00;
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, PostLedger.Ledger, post, post.Version));
        Assert.Equal(520_00, (await _store.LinesAsync((await _store.MakeAsync(202_008)).Id)).Single().Standard);
    }

    [Fact]
    public async Task Leave_is_paid_where_the_setting_says_so()
    {
        await _store.SetAsync(JobsSettings.LeavePaidKey, "1", new DateOnly(2020, 1, 1));
        var line = (await _store.LinesAsync((await _store.MakeAsync()).Id)).Single(l => l.HolderId == _deng.Id);
        Assert.Equal((26, 27, 500_00L), (line.Present, line.PaidDays, line.Net));
    }

    [Fact]
    public async Task Who_is_not_ticked_to_the_end_is_left_out_and_named()
    {
        var zhao = await _store.AddHolderAsync("孙某", Zhao, h => h.PostKind = "护河(水)");
        var outcome = await _store.DeskAsync(Staff, d => d.MakeAsync(Zhangzhai, 202_007, CancellationToken.None));
        Assert.Equal(["孙某：没有考勤"], outcome.LeftOut);
        await _store.WithAsync<AttendanceDesk, AttendanceOutcome>(Staff, d => d.TickAsync(new(zhao.Id, 202_007, 1, ' ', '√'), CancellationToken.None));
        outcome = await _store.DeskAsync(Staff, d => d.MakeAsync(Zhangzhai, 202_007, CancellationToken.None));
        Assert.Equal(["孙某：考勤还有 26 天没有记"], outcome.LeftOut);
        Assert.Equal(2, outcome.Sheet!.People);
    }

    [Fact]
    public async Task A_month_that_is_not_over_has_no_sheet_yet()
    {
        await _store.SetAsync(PovertyDashboard.Settings.Clock.AsOfKey, "2020-08-30", new DateOnly(2017, 1, 1));
        Assert.Contains("还没有结束", (await _store.DeskAsync(Staff, d => d.MakeAsync(Zhangzhai, 202_008, CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_a_draft_again_follows_attendance_and_keeps_what_was_entered()
    {
        var sheet = await _store.MakeAsync();
        var line = (await _store.LinesAsync(sheet.Id)).Single(l => l.HolderId == _deng.Id);
        Assert.True((await AdjustAsync(line, bonus: 30_00, deduction: 10_00)).IsDone);
        await TickAsync(8, '○', '√');
        line = (await _store.LinesAsync((await _store.MakeAsync()).Id)).Single(l => l.HolderId == _deng.Id);
        Assert.Equal((500_00L + 30_00, 520_00L), (line.Gross, line.Net));
    }

    [Fact]
    public async Task A_wrong_adjustment_is_refused_and_the_line_stays()
    {
        var line = (await _store.LinesAsync((await _store.MakeAsync()).Id)).Single(l => l.HolderId == _deng.Id);
        Assert.Contains("扣款：多于应发金额", (await AdjustAsync(line, 0, 600_00)).Message, StringComparison.Ordinal);
        Assert.Contains("奖励：为负数", (await AdjustAsync(line, -1, 0)).Message, StringComparison.Ordinal);
        Assert.True((await AdjustAsync(line, 5_00, 0)).IsDone);
        Assert.Contains("刚刚改过这一行", (await AdjustAsync(line, 6_00, 0)).Message, StringComparison.Ordinal);
        Assert.Equal(481_48 + 5_00, (await _store.LinesAsync(line.SheetId)).Single(l => l.Id == line.Id).Net);
    }

    [Fact]
    public async Task Who_made_changed_or_handed_in_a_sheet_cannot_approve_it()
    {
        var sheet = await _store.MakeAsync();
        var line = (await _store.LinesAsync(sheet.Id))[0];
        Assert.True((await _store.DeskAsync(Colleague, d => d.AdjustAsync(new(line.Id, line.Version, 1_00, 0, ""), CancellationToken.None))).IsDone);
        sheet = await _store.SheetAsync(sheet.Id);
        Assert.True((await _store.ApprovalAsync(Staff, a => a.SubmitAsync(sheet.Id, sheet.Version, CancellationToken.None))).IsDone);
        sheet = await _store.SheetAsync(sheet.Id);
        foreach (var user in new[] { Staff, Colleague })
        {
            var outcome = await _store.ApprovalAsync(user, a => a.ApproveAsync(sheet.Id, sheet.Version, CancellationToken.None));
            Assert.False(outcome.IsDone);
            Assert.Contains("谁制表谁不能审定", outcome.Message, StringComparison.Ordinal);
        }

        Assert.Equal(WageState.Pending, (await _store.SheetAsync(sheet.Id)).State);
        var approved = await _store.ApprovalAsync(Leader, a => a.ApproveAsync(sheet.Id, sheet.Version, CancellationToken.None));
        Assert.True(approved.IsDone, approved.Message);
        var stored = await _store.SheetAsync(sheet.Id);
        Assert.Equal((WageState.Fixed, "李某", (DateOnly?)Today), (stored.State, stored.ApprovedByName, stored.ApprovedOn));
        Assert.All(await _store.LinesAsync(sheet.Id), l => Assert.Equal(WageState.Fixed, l.State));
    }

    [Fact]
    public async Task Leaders_approve_and_do_nothing_else_inspectors_nothing()
    {
        var sheet = await _store.MakeAsync();
        Assert.Contains("不能制工资表", (await _store.DeskAsync(Leader, d => d.MakeAsync(Zhangzhai, 202_007, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Contains("不能制工资表", (await _store.ApprovalAsync(Leader, a => a.SubmitAsync(sheet.Id, sheet.Version, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Contains("不能审定", (await _store.ApprovalAsync(Inspector, a => a.ApproveAsync(sheet.Id, sheet.Version, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Contains("管辖范围", (await _store.DeskAsync(HanjiStaff, d => d.MakeAsync(Zhangzhai, 202_007, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Contains("不在您的管辖范围内", (await _store.ApprovalAsync(HanjiStaff, a => a.ApproveAsync(sheet.Id, sheet.Version, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.IsType<RowRefused>(await _store.SaveAsync(Leader, WageLedger.Ledger, (await _store.LinesAsync(sheet.Id))[0], 1));
        Assert.IsType<RowRefused>(await _store.SaveAsync(Staff, WageLedger.Ledger, (await _store.LinesAsync(sheet.Id))[0], 1));
    }

    [Fact]
    public async Task A_sheet_goes_back_with_a_reason_or_is_taken_back()
    {
        var sheet = await _store.MakeAsync();
        await DoAsync(Staff, async a => await a.SubmitAsync(sheet.Id, await VersionAsync(sheet.Id), CancellationToken.None));
        Assert.Contains("退回原因", (await _store.ApprovalAsync(Leader, async a => await a.ReturnAsync(sheet.Id, await VersionAsync(sheet.Id), " ", CancellationToken.None))).Message, StringComparison.Ordinal);
        await DoAsync(Leader, async a => await a.ReturnAsync(sheet.Id, await VersionAsync(sheet.Id), "8 日漏记", CancellationToken.None));
        Assert.Equal((WageState.Draft, "8 日漏记"), await _store.SheetAsync(sheet.Id) is var back ? (back.State, back.ReturnReason) : default);
        await DoAsync(Staff, async a => await a.SubmitAsync(sheet.Id, await VersionAsync(sheet.Id), CancellationToken.None));
        Assert.Contains("待审核，不能修改", (await AdjustAsync((await _store.LinesAsync(sheet.Id))[0], 1, 0)).Message, StringComparison.Ordinal);
        await DoAsync(Staff, async a => await a.WithdrawAsync(sheet.Id, await VersionAsync(sheet.Id), CancellationToken.None));
        Assert.Equal(WageState.Draft, (await _store.SheetAsync(sheet.Id)).State);
    }

    [Fact]
    public async Task A_sheet_that_no_longer_fits_the_attendance_is_neither_handed_in_nor_approved()
    {
        var sheet = await _store.MakeAsync();
        await TickAsync(8, '○', '×');
        await TickAsync(9, '√', '×');
        Assert.Contains("邓某与现在的考勤、标准不一致", (await _store.ApprovalAsync(Staff, async a => await a.SubmitAsync(sheet.Id, await VersionAsync(sheet.Id), CancellationToken.None))).Message, StringComparison.Ordinal);
        await _store.MakeAsync();
        await DoAsync(Staff, async a => await a.SubmitAsync(sheet.Id, await VersionAsync(sheet.Id), CancellationToken.None));
        await TickAsync(9, '×', '√');
        Assert.Contains("请退回后重新生成", (await _store.ApprovalAsync(Leader, async a => await a.ApproveAsync(sheet.Id, await VersionAsync(sheet.Id), CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_paid_in_cash()
    {
        var holder = await _store.InStoreAsync(UserIdentity.System, db => db.Set<Holder>().AsNoTracking().SingleAsync(h => h.Id == _deng.Id));
        holder.BankCard = "";
        await _store.SaveAsync(Staff, HolderLedger.Ledger, holder, holder.Version);
        var sheet = await _store.MakeAsync();
        Assert.Contains("银行账号：邓某没有填写", (await _store.ApprovalAsync(Staff, a => a.SubmitAsync(sheet.Id, sheet.Version, CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fixed_sheet_cannot_change_whatever_changes_behind_it()
    {
        var sheet = await _store.FixAsync();
        var before = await _store.LinesAsync(sheet.Id);
        await _store.SetAsync(JobsSettings.PayKey, "900", new DateOnly(2020, 7, 1));
        await TickAsync(8, '○', '√');
        var holder = await _store.InStoreAsync(UserIdentity.System, db => db.Set<Holder>().AsNoTracking().SingleAsync(h => h.Id == _qian.Id));
        (holder.MonthlyPay, holder.BankCard) = (900_00, "6223000000000000000");
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, HolderLedger.Ledger, holder, holder.Version));

        Assert.Contains("已审定，不能再改", (await _store.DeskAsync(Staff, d => d.MakeAsync(Zhangzhai, 202_007, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Contains("请做更正表", (await AdjustAsync(before[0], 1_00, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("请做更正表", (await _store.DeskAsync(Staff, d => d.RemoveAsync(before[0].Id, before[0].Version, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Contains("请做更正表", (await _store.DeskAsync(Staff, d => d.DiscardAsync(sheet.Id, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Contains("请做更正表", (await _store.ApprovalAsync(Staff, a => a.WithdrawAsync(sheet.Id, sheet.Version, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.IsType<RowRefused>(await _store.WithAsync<LedgerEditor, SaveOutcome>(Staff, e => e.DeleteAsync(WageLedger.Ledger, before[0].Id, before[0].Version, "删", CancellationToken.None)));
        Assert.IsType<RowRefused>(await _store.WithAsync<LedgerEditor, SaveOutcome>(Staff, e => e.DeleteAsync(WageLedger.Sheets, sheet.Id, sheet.Version, "删", CancellationToken.None)));
        Assert.Equal(before.Select(Copy), (await _store.LinesAsync(sheet.Id)).Select(Copy));

        static (string, long, int, int, long, long, string, int) Copy(WageLine l) => (l.Name, l.Standard, l.Due, l.PaidDays, l.Gross, l.Net, l.BankCard, l.Version);
    }

    [Fact]
    public async Task A_correction_refers_to_the_fixed_sheet_and_pays_or_takes_back_the_difference()
    {
        var sheet = await _store.FixAsync();
        Assert.Contains("更正说明", (await CorrectAsync(sheet.Id, "")).Message, StringComparison.Ordinal);
        await TickAsync(8, '○', '√');
        var made = await CorrectAsync(sheet.Id, "8 日补记出勤");
        var correction = made.Sheet!;
        Assert.Equal(("更正1", (long?)sheet.Id, "8 日补记出勤"), (correction.Batch, correction.CorrectsId, correction.Reason));
        var line = Assert.Single(await _store.LinesAsync(correction.Id));
        Assert.Equal(("邓某", 500_00L, 481_48L, 18_52L), (line.Name, line.Gross, line.Settled, line.Net));
        Assert.Contains("请先办完这一张", (await CorrectAsync(sheet.Id, "再来")).Message, StringComparison.Ordinal);
        await _store.ApproveAsync(correction.Id);

        await TickAsync(8, '√', '×');
        var second = (await CorrectAsync(sheet.Id, "8 日实为旷工")).Sheet!;
        Assert.Equal(("更正2", -18_52L), (second.Batch, Assert.Single(await _store.LinesAsync(second.Id)).Net));
        await _store.ApproveAsync(second.Id);
        var paid = await _store.InStoreAsync(UserIdentity.System, db => db.Set<WageLine>().Where(l => l.HolderId == _deng.Id && l.State == WageState.Fixed).SumAsync(l => l.Net));
        Assert.Equal(481_48, paid);
    }

    [Fact]
    public async Task A_correction_can_change_bonus_or_deduction_of_somebody_taken_in()
    {
        var sheet = await _store.FixAsync();
        var correction = (await CorrectAsync(sheet.Id, "漏发奖励")).Sheet!;
        Assert.Equal(0, correction.People);
        Assert.True((await _store.DeskAsync(Staff, d => d.AddAsync(correction.Id, _qian.Id, CancellationToken.None))).IsDone);
        Assert.Contains("已在表里", (await _store.DeskAsync(Staff, d => d.AddAsync(correction.Id, _qian.Id, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.True((await AdjustAsync(Assert.Single(await _store.LinesAsync(correction.Id)), 50_00, 0)).IsDone);
        Assert.Equal(50_00, (await _store.ApproveAsync(correction.Id)).Net);
    }

    private Task<WageOutcome> CorrectAsync(long sheet, string reason) => _store.DeskAsync(Staff, d => d.CorrectAsync(sheet, reason, CancellationToken.None));

    private Task<WageOutcome> AdjustAsync(WageLine line, long bonus, long deduction) =>
        _store.DeskAsync(Staff, d => d.AdjustAsync(new WageAdjustment(line.Id, line.Version, bonus, deduction, line.Remark), CancellationToken.None));

    private async Task TickAsync(int day, char seen, char mark) =>
        Assert.True((await _store.WithAsync<AttendanceDesk, AttendanceOutcome>(Staff, d => d.TickAsync(new(_deng.Id, 202_007, day, seen, mark), CancellationToken.None))).IsDone);

    private async Task DoAsync(UserIdentity user, Func<WageApproval, Task<WageOutcome>> act)
    {
        var outcome = await _store.ApprovalAsync(user, act);
        Assert.True(outcome.IsDone, outcome.Message);
    }

    private async Task<int> VersionAsync(long sheet) => (await _store.SheetAsync(sheet)).Version;
}
