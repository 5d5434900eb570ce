using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Remediation;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Remediation.RemediationStore;

namespace PovertyDashboard.Tests.Features.Remediation;

public sealed class RemediationDemoTests : IAsyncLifetime
{
    private RemediationStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        for (var i = 0; i < 20; i++) await _store.AddAsync(p => (p.OriginLedger, p.OriginId, p.OriginItem, p.FoundOn) = ("checks", i + 1, "yard", p.FoundOn.AddDays(i)));
        await SeedAsync();
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Theory]
    [InlineData(Hanji)]
    [InlineData(Zhangzhai)]
    public async Task Three_in_four_are_closed_and_every_state_is_shown(long town)
    {
        var rows = await RowsAsync(p => p.Township == town && p.OriginId == null);
        Assert.Equal((96, 72), (rows.Count, rows.Count(p => p.State == ProblemState.Closed)));
        Assert.Equal(5, rows.Select(p => p.State).Distinct().Count());
        Assert.InRange(rows.Count(p => p.IsOverdue(Today)), 4, 12);
        Assert.InRange(rows.Count(p => p.ExtensionTo is not null), 1, 5);
        Assert.True(rows.Select(p => p.Category).Distinct().Count() >= 10);
        Assert.DoesNotContain(rows, p => p.IsImported);
    }

    [Fact]
    public async Task Every_row_keeps_the_rules_of_the_ledger_and_of_the_close_out()
    {
        foreach (var problem in await RowsAsync(p => p.Remark == "示例"))
        {
            Assert.Empty(ProblemLedger.Ledger.Check(problem, new RowContext(Today, UserIdentity.System)));
            if (problem.State != ProblemState.Closed) continue;
            Assert.True(problem.FoundOn <= problem.RectifiedOn && problem.RectifiedOn <= problem.ClosedOn && problem.ClosedOn <= Today);
            Assert.NotEqual("钱某", problem.ClosedBy);
            if (problem.IsInspectorFound) Assert.Equal("李某", problem.ClosedBy);
        }
    }

    [Fact]
    public async Task Closed_problems_of_checks_wait_for_their_second_look()
    {
        await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            Assert.InRange(await db.Set<Recheck>().CountAsync(r => r.DoneOn == null), 1, 10);
            Assert.InRange(await db.Set<Recheck>().CountAsync(r => r.Passed == true), 1, 20);
            Assert.InRange(await db.Set<Recheck>().CountAsync(r => r.Passed == false), 1, 3);
        });
    }

    [Fact]
    public async Task A_second_run_adds_nothing()
    {
        var before = (await RowsAsync(_ => true)).Count;
        await SeedAsync();
        Assert.Equal(before, (await RowsAsync(_ => true)).Count);
    }

    [Fact]
    public async Task Numbers_are_unique_and_histories_complete()
    {
        var rows = await RowsAsync(p => p.Remark == "示例");
        Assert.Equal(rows.Count, rows.Select(p => (p.Township, p.Number)).Distinct().Count());
        await _store.InStoreAsync(UserIdentity.System, async db =>
        {
            var closed = rows.First(p => p.State == ProblemState.Closed);
            var acts = await db.Set<ProblemStep>().Where(s => s.ProblemId == closed.Id).OrderBy(s => s.Id).Select(s => s.Act).ToListAsync();
            Assert.Equal(("交办", "销号"), (acts[0], acts[^1]));
        });
    }

    private async Task SeedAsync()
    {
        await using var scope = _store.Services.GetRequiredService<IServiceScopeFactory>().CreateSystemScope();
        await _store.Services.GetServices<SeedStep>().Single(s => s.Order == 660).RunAsync(scope.ServiceProvider, CancellationToken.None);
    }

    private async Task<List<Problem>> RowsAsync(System.Linq.Expressions.Expression<Func<Problem, bool>> where)
    {
        List<Problem> rows = [];
        await _store.InStoreAsync(UserIdentity.System, async db => rows = await db.Set<Problem>().AsNoTracking().Where(where).ToListAsync());
        return rows;
    }
}
