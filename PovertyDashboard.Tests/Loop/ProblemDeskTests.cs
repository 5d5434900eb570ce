using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Remediation;
using static PovertyDashboard.Tests.Features.Remediation.RemediationStore;

namespace PovertyDashboard.Tests.Loop;

public sealed class ProblemDeskTests : IAsyncLifetime
{
    private RemediationStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task The_whole_way_to_the_close_out_is_written_down()
    {
        var id = (await _store.AddAsync()).Id;
        Assert.True((await _store.ActAsync(Staff, id, ProblemAct.Assign)).IsDone);
        Assert.True((await _store.ActAsync(Staff, id, ProblemAct.Report)).IsDone);
        Assert.True((await _store.ActAsync(OtherStaff, id, ProblemAct.Verify)).IsDone);
        var last = await _store.ActAsync(Inspector, id, ProblemAct.Close);
        Assert.Equal("已销号 1 件。", last.Message);

        var problem = await _store.ReadAsync(id);
        Assert.Equal((ProblemState.Closed, Today, "孙某", "钱某", "staff"), (problem.State, problem.ClosedOn, problem.ClosedBy, problem.VillageVerifier, problem.RectifiedBy));
        var steps = await _store.AtDeskAsync(Leader, desk => desk.HistoryAsync(id, CancellationToken.None));
        Assert.Equal(["销号", "村核验", "申请核验", "交办"], steps.Select(s => s.Act));
        Assert.Equal(["inspector", "other", "staff", "staff"], steps.Select(s => s.ChangedBy));
        Assert.Equal("现场已看过；责任人：王某；时限：2020-09-10；措施：立行立改", steps[^1].Note);
    }

    [Fact]
    public async Task The_rectifier_may_not_close_even_after_a_round_of_somebody_else()
    {
        var id = await RectifiedAsync();
        Assert.Contains("谁整改谁不能销号", (await _store.ActAsync(Staff, id, ProblemAct.Close)).Message, StringComparison.Ordinal);
        Assert.True((await _store.ActAsync(Inspector, id, ProblemAct.Return)).IsDone);
        Assert.Equal(("", "staff", 1), ((await _store.ReadAsync(id)).RectifiedBy, (await _store.ReadAsync(id)).PastRectifiers, (await _store.ReadAsync(id)).Returns));
        Assert.True((await _store.ActAsync(OtherStaff, id, ProblemAct.Report)).IsDone);
        Assert.Equal(ActStatus.Refused, (await _store.ActAsync(Staff, id, ProblemAct.Close)).Status);
        Assert.Equal(ActStatus.Refused, (await _store.ActAsync(OtherStaff, id, ProblemAct.Close)).Status);
        Assert.True((await _store.ActAsync(Inspector, id, ProblemAct.Close)).IsDone);
    }

    [Fact]
    public async Task Whoever_brings_a_problem_to_verification_by_a_file_counts_as_its_rectifier()
    {
        var created = await _store.AddAsync(p => (p.State, p.RectifiedOn) = (ProblemState.Verifying, Today), by: Staff);
        Assert.Equal(ActStatus.Refused, (await _store.ActAsync(Staff, created.Id, ProblemAct.Close)).Status);
        Assert.True((await _store.ActAsync(OtherStaff, created.Id, ProblemAct.Close)).IsDone);
    }

    [Fact]
    public async Task A_problem_that_enters_closed_is_history()
    {
        var row = await _store.AddAsync(p => (p.State, p.ClosedOn) = (ProblemState.Closed, Today), by: Staff);
        Assert.True((await _store.ReadAsync(row.Id)).IsImported);
        Assert.False((await _store.ReadAsync((await _store.AddAsync()).Id)).IsImported);
    }

    [Fact]
    public async Task A_problem_that_an_inspectors_check_opened_is_closed_by_inspectors()
    {
        var id = (await _store.AddAsync(p => (p.OriginLedger, p.OriginId) = ("checks", 7), by: Inspector)).Id;
        await _store.ActAsync(Staff, id, ProblemAct.Assign);
        await _store.ActAsync(Staff, id, ProblemAct.Report);
        Assert.Contains("检查方", (await _store.ActAsync(OtherStaff, id, ProblemAct.Close)).Message, StringComparison.Ordinal);
        Assert.True((await _store.ActAsync(Inspector, id, ProblemAct.Close)).IsDone);
    }

    [Fact]
    public async Task Closing_a_problem_of_a_check_asks_for_a_re_check()
    {
        var id = (await _store.AddAsync(p => (p.OriginLedger, p.OriginId, p.OriginItem) = ("checks", 7, "yard"))).Id;
        await CloseAsync(id);
        var recheck = await _store.AtDeskAsync(Staff, desk => desk.LastRecheckAsync(id, CancellationToken.None));
        Assert.Equal((7L, "yard", Today.AddDays(7), (DateOnly?)null), (recheck!.OriginId, recheck.OriginItem, recheck.DueOn, recheck.DoneOn));
        await CloseAsync((await _store.AddAsync()).Id);
        await _store.InStoreAsync(UserIdentity.System, async db => Assert.Equal(1, await db.Set<Recheck>().CountAsync()));
    }

    [Fact]
    public async Task A_failed_re_check_reopens_the_problem()
    {
        var id = (await _store.AddAsync(p => (p.OriginLedger, p.OriginId, p.OriginItem) = ("checks", 7, "yard"))).Id;
        await CloseAsync(id);
        await _store.InStoreAsync(Inspector, async db =>
        {
            var recheck = await db.Set<Recheck>().SingleAsync();
            var reopened = await Rechecks.ConcludeAsync(db, recheck, passed: false, "又堆了杂物", Inspector, Today, _store.Settings, CancellationToken.None);
            await db.SaveChangesAsync();
            Assert.NotNull(reopened);
        });
        var problem = await _store.ReadAsync(id);
        Assert.Equal((ProblemState.Rectifying, null, 1, Today.AddDays(15)), (problem.State, problem.ClosedOn, problem.Returns, problem.DueOn));
        Assert.Equal("staff", problem.PastRectifiers);
        var steps = await _store.AtDeskAsync(Staff, desk => desk.HistoryAsync(id, CancellationToken.None));
        Assert.Equal("重开", steps[0].Act);
    }

    [Fact]
    public async Task A_problem_reopened_by_hand_fails_its_waiting_re_check()
    {
        var id = (await _store.AddAsync(p => (p.OriginLedger, p.OriginId) = ("checks", 7))).Id;
        await CloseAsync(id);
        Assert.True((await _store.ActAsync(OtherStaff, id, ProblemAct.Reopen)).IsDone);
        var recheck = await _store.AtDeskAsync(Staff, desk => desk.LastRecheckAsync(id, CancellationToken.None));
        Assert.Equal((Today, false), (recheck!.DoneOn!.Value, recheck.Passed!.Value));
    }

    [Fact]
    public async Task An_extension_is_decided_by_somebody_else()
    {
        var id = (await _store.AddAsync()).Id;
        await _store.ActAsync(Staff, id, ProblemAct.Assign);
        Assert.True((await _store.ActAsync(Staff, id, ProblemAct.AskExtension)).IsDone);
        Assert.Equal(new DateOnly(2020, 9, 10), (await _store.ReadAsync(id)).DueOn);
        Assert.Equal(ActStatus.Refused, (await _store.ActAsync(Staff, id, ProblemAct.GrantExtension)).Status);
        Assert.True((await _store.ActAsync(Inspector, id, ProblemAct.GrantExtension)).IsDone);
        var problem = await _store.ReadAsync(id);
        Assert.Equal((new DateOnly(2020, 9, 30), null, ""), (problem.DueOn, problem.ExtensionTo, problem.ExtensionBy));
    }

    [Fact]
    public async Task A_refused_extension_keeps_the_deadline()
    {
        var id = (await _store.AddAsync()).Id;
        await _store.ActAsync(Staff, id, ProblemAct.AskExtension);
        Assert.True((await _store.ActAsync(OtherStaff, id, ProblemAct.RefuseExtension)).IsDone);
        Assert.Equal((new DateOnly(2020, 9, 10), null), ((await _store.ReadAsync(id)).DueOn, (await _store.ReadAsync(id)).ExtensionTo));
    }

    [Fact]
    public async Task A_stale_act_is_a_conflict_and_changes_nothing()
    {
        var row = await _store.AddAsync();
        Assert.True((await _store.ActAsync(Staff, row.Id, ProblemAct.Assign)).IsDone);
        var result = await _store.AtDeskAsync(OtherStaff, desk => desk.ActAsync(new ProblemRef(row.Id, row.Version), ProblemAct.Assign, FormFor(ProblemAct.Assign) with { Owner = "另一人" }, CancellationToken.None));
        Assert.Equal(ActStatus.Conflict, result.Status);
        Assert.StartsWith("没有保存：staff在", result.Message, StringComparison.Ordinal);
        Assert.Equal("王某", result.Current!.Owner);
        Assert.Equal("王某", (await _store.ReadAsync(row.Id)).Owner);
    }

    [Fact]
    public async Task A_problem_outside_the_users_places_is_gone_for_him()
    {
        var row = await _store.AddAsync();
        Assert.Equal(ActStatus.Gone, (await _store.ActAsync(ZhangzhaiStaff, row.Id, ProblemAct.Assign)).Status);
        Assert.Equal(1, (await _store.ReadAsync(row.Id)).Version);
    }

    [Fact]
    public async Task An_empty_form_names_each_missing_field()
    {
        var row = await _store.AddAsync();
        var assign = await _store.ActAsync(Staff, row.Id, ProblemAct.Assign, new ActForm());
        Assert.Equal(ActStatus.Invalid, assign.Status);
        Assert.Equal(["责任人没有填。请填写负责整改的人。", "整改时限没有填。请选择日期。"], assign.Faults.Select(f => f.Message));
        await _store.ActAsync(Staff, row.Id, ProblemAct.Assign);
        var report = await _store.ActAsync(Staff, row.Id, ProblemAct.Report, new ActForm { RectifiedOn = Today.AddDays(1) });
        Assert.Equal(["整改情况", "完成日期"], report.Faults.Select(f => f.Column));
    }

    [Fact]
    public async Task A_change_of_owner_does_not_postpone_the_deadline()
    {
        var row = await _store.AddAsync();
        await _store.ActAsync(Staff, row.Id, ProblemAct.Assign);
        var later = await _store.ActAsync(Staff, row.Id, ProblemAct.Assign, FormFor(ProblemAct.Assign) with { DueOn = new DateOnly(2020, 12, 31) });
        Assert.Contains("改派不能推迟时限", later.Message, StringComparison.Ordinal);
        Assert.True((await _store.ActAsync(Staff, row.Id, ProblemAct.Assign, FormFor(ProblemAct.Assign) with { Owner = "陈某" })).IsDone);
    }

    [Fact]
    public async Task Several_problems_are_assigned_at_once_and_the_rest_is_named()
    {
        var rows = new[] { await _store.AddAsync(), await _store.AddAsync(), await _store.AddAsync(p => p.State = ProblemState.Verifying) };
        var result = await _store.AtDeskAsync(OtherStaff, desk =>
            desk.ActManyAsync([.. rows.Select(r => new ProblemRef(r.Id, r.Version))], ProblemAct.Assign, FormFor(ProblemAct.Assign), CancellationToken.None));
        Assert.Equal(2, result.Done);
        Assert.Equal(rows[2].Number, Assert.Single(result.Refused).Number);
        Assert.Equal(ProblemState.Rectifying, (await _store.ReadAsync(rows[1].Id)).State);
    }

    [Fact]
    public async Task Each_act_is_in_the_audit_trail_with_its_step()
    {
        var id = (await _store.AddAsync()).Id;
        await _store.ActAsync(Staff, id, ProblemAct.Assign);
        await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            var entry = await db.Audit.OrderBy(a => a.Id).LastAsync(a => a.Subject == "problems");
            Assert.Equal(("staff", "修改", id), (entry.User, entry.Action, entry.RowId));
            Assert.Contains("整改中", entry.Details, StringComparison.Ordinal);
            Assert.Equal(1, await db.Audit.CountAsync(a => a.Subject == nameof(ProblemStep)));
        });
    }

    private async Task<long> RectifiedAsync()
    {
        var id = (await _store.AddAsync()).Id;
        await _store.ActAsync(Staff, id, ProblemAct.Assign);
        await _store.ActAsync(Staff, id, ProblemAct.Report);
        return id;
    }

    private async Task CloseAsync(long id)
    {
        foreach (var (user, act) in new[] { (Staff, ProblemAct.Assign), (Staff, ProblemAct.Report), (OtherStaff, ProblemAct.Close) })
            Assert.True((await _store.ActAsync(user, id, act)).IsDone);
    }
}
