using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Checklists;

public sealed class RecheckDeskTests
{
    [Fact]
    public async Task A_failed_second_look_opens_the_closed_problem_again()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var recheck = await ClosedAsync(store);
        Assert.Equal(recheck.Id, Assert.Single(await WaitingAsync(store)).Id);

        Assert.Null(await RecordAsync(store, ChecklistStore.Inspector, recheck, passed: false, "灶台又脏了"));
        Assert.Empty(await WaitingAsync(store));
        var problem = Assert.Single(await store.ProblemsAsync());
        Assert.True(problem.IsOpen);
        Assert.True(problem.DueOn > ChecklistStore.Today);
        await store.InStoreAsync(UserIdentity.System, async db =>
        {
            var done = await db.Set<Recheck>().SingleAsync();
            Assert.Equal((ChecklistStore.Today, false), (done.DoneOn!.Value, done.Passed!.Value));
            Assert.Contains("灶台又脏了", (await db.Set<ProblemStep>().OrderBy(s => s.Id).LastAsync()).Note, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_passed_second_look_leaves_the_problem_closed()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var recheck = await ClosedAsync(store);
        Assert.Null(await RecordAsync(store, ChecklistStore.Inspector, recheck, passed: true, ""));
        Assert.False(Assert.Single(await store.ProblemsAsync()).IsOpen);
    }

    [Fact]
    public async Task A_second_look_is_refused_to_leaders_without_a_reason_and_when_it_is_done_already()
    {
        await using var store = await ChecklistStore.CreateAsync();
        var recheck = await ClosedAsync(store);
        Assert.NotNull(await RecordAsync(store, ChecklistStore.Leader, recheck, passed: true, ""));
        Assert.NotNull(await RecordAsync(store, ChecklistStore.Elsewhere, recheck, passed: true, ""));
        Assert.Contains("不能为空", await RecordAsync(store, ChecklistStore.Inspector, recheck, passed: false, " "), StringComparison.Ordinal);
        Assert.Null(await RecordAsync(store, ChecklistStore.Colleague, recheck, passed: true, ""));
        Assert.Contains("colleague", await RecordAsync(store, ChecklistStore.Inspector, recheck, passed: false, "脏"), StringComparison.Ordinal);
    }

    /// <summary>Lets an item fail, its problem be rectified and closed by different people, and returns the re-check asked for.</summary>
    private static async Task<Recheck> ClosedAsync(ChecklistStore store)
    {
        await store.SaveAsync(store.Tick("kitchen", CheckResult.Failed, reasons: "灶台油污"));
        var problem = Assert.Single(await store.ProblemsAsync());
        await ActAsync(ChecklistStore.Staff, ProblemAct.Assign, new ActForm { Owner = "刘某", DueOn = ChecklistStore.Today.AddDays(3), Remedy = "帮助清理" });
        await ActAsync(ChecklistStore.Staff, ProblemAct.Report, new ActForm { Note = "已清理", RectifiedOn = ChecklistStore.Today, Evidence = "照片", HouseholdConfirmed = true });
        await ActAsync(ChecklistStore.Closer, ProblemAct.Close, new ActForm { Note = "属实" });
        Recheck? asked = null;
        await store.InStoreAsync(UserIdentity.System, async db => asked = await db.Set<Recheck>().AsNoTracking().SingleAsync());
        return asked!;

        async Task ActAsync(UserIdentity user, ProblemAct act, ActForm form)
        {
            var result = await store.WithAsync<ProblemDesk, ActResult>(user, async desk =>
                await desk.ActAsync(new ProblemRef(problem.Id, (await desk.FindAsync(problem.Id, CancellationToken.None))!.Version), act, form, CancellationToken.None));
            Assert.True(result.IsDone, result.Message);
        }
    }

    private static Task<IReadOnlyList<Recheck>> WaitingAsync(ChecklistStore store) =>
        store.WithAsync<RecheckDesk, IReadOnlyList<Recheck>>(ChecklistStore.Inspector, s => s.WaitingAsync(ChecklistStore.Hanji, CheckLedger.Ledger.Key, CancellationToken.None));

    private static Task<string?> RecordAsync(ChecklistStore store, UserIdentity user, Recheck recheck, bool passed, string note) =>
        store.WithAsync<RecheckDesk, string?>(user, s => s.RecordAsync(recheck.Id, recheck.Version, passed, note, CancellationToken.None));
}
