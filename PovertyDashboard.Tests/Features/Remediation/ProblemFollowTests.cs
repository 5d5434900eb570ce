using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Attachments;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Remediation.RemediationStore;

namespace PovertyDashboard.Tests.Features.Remediation;

/// <summary>What hangs on a problem goes where it goes: only who sees the problem sees its steps, re-checks and photos.</summary>
public sealed class ProblemFollowTests : IAsyncLifetime
{
    private RemediationStore _store = null!;
    private long _id;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        _id = (await _store.AddAsync(p => (p.OriginLedger, p.OriginId) = ("checks", 7))).Id;
        await _store.PhotographAsync(Staff, _id);
        foreach (var (user, act) in new[] { (Staff, ProblemAct.Assign), (Staff, ProblemAct.Report), (OtherStaff, ProblemAct.Close), (OtherStaff, ProblemAct.Reopen) }) await _store.ActAsync(user, _id, act);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task An_edit_that_moves_the_problem_takes_everything_along()
    {
        Assert.Equal((4, 1, 1), await SeenByAsync(OtherStaff));
        Assert.Equal((0, 0, 0), await SeenByAsync(ZhangzhaiStaff));
        Assert.IsType<RowSaved>(await EditAsync(p => p.Region = Qianwang));
        Assert.Equal((0, 0, 0), await SeenByAsync(OtherStaff));
        Assert.Equal((4, 1, 1), await SeenByAsync(ZhangzhaiStaff));
        Assert.Equal(Zhangzhai, (await _store.ReadAsync(_id)).Township);
        Assert.Equal(4, (await _store.AtDeskAsync(ZhangzhaiStaff, desk => desk.HistoryAsync(_id, CancellationToken.None))).Count);
        Assert.Equal(ActStatus.Gone, (await _store.ActAsync(OtherStaff, _id, ProblemAct.Report)).Status);
        Assert.True((await _store.ActAsync(ZhangzhaiStaff, _id, ProblemAct.Report)).IsDone);
    }

    [Fact]
    public async Task A_file_that_moves_the_problem_takes_everything_along()
    {
        await _store.InStoreAsync(Staff, async db =>
        {
            var stored = await db.Set<Problem>().AsNoTracking().SingleAsync(p => p.Id == _id);
            var moved = (Problem)new RowCopier(db).Copy(stored);
            moved.Region = Qianwang;
            await using var scope = _store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(Staff);
            await db.InTransactionAsync(async ct =>
            {
                await scope.ServiceProvider.GetRequiredService<BulkWriter>().WriteAsync(db, [new RowWrite(moved, stored)], null, ct);
                return 1;
            }, CancellationToken.None);
        });
        Assert.Equal((4, 1, 1), await SeenByAsync(ZhangzhaiStaff));
    }

    [Fact]
    public async Task A_deleted_problem_takes_everything_along_and_brings_it_back()
    {
        var editor = (Func<LedgerEditor, Task<SaveOutcome>> work) => _store.WithAsync(Staff, work);
        var row = await _store.ReadAsync(_id);
        Assert.IsType<RowSaved>(await editor(e => e.DeleteAsync(ProblemLedger.Ledger, _id, row.Version, "重复登记", CancellationToken.None)));
        Assert.Equal((0, 0, 0), await SeenByAsync(Staff));
        Assert.IsType<RowSaved>(await editor(e => e.RestoreAsync(ProblemLedger.Ledger, _id, CancellationToken.None)));
        Assert.Equal((4, 1, 1), await SeenByAsync(Staff));
    }

    [Fact]
    public async Task A_change_of_words_touches_nothing_else()
    {
        await EditAsync(p => p.Remark = "补记");
        await _store.InStoreAsync(UserIdentity.System, async db => Assert.All(await db.Set<ProblemStep>().ToListAsync(), s => Assert.Equal(1, s.Version)));
    }

    private async Task<SaveOutcome> EditAsync(Action<Problem> change)
    {
        var copy = await _store.ReadAsync(_id);
        change(copy);
        return await _store.WithAsync<LedgerEditor, SaveOutcome>(Staff, editor => editor.SaveAsync(ProblemLedger.Ledger, copy, copy.Version, CancellationToken.None));
    }

    /// <summary>Steps, re-checks and photos that the user's scope lets through.</summary>
    private async Task<(int Steps, int Rechecks, int Photos)> SeenByAsync(UserIdentity user)
    {
        var seen = (0, 0, 0);
        await _store.InStoreAsync(user, async db => seen = (await db.Set<ProblemStep>().CountAsync(), await db.Set<Recheck>().CountAsync(), await db.Set<Attachment>().CountAsync()));
        return seen;
    }
}
