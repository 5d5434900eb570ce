using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Live;
using PovertyDashboard.Security;
using PovertyDashboard.Todo;
using static PovertyDashboard.Tests.Features.Jobs.JobsStore;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>What happens to a draft: it is given up, or it waits for its approval.</summary>
public sealed class WageDraftTests : IAsyncLifetime
{
    private JobsStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        await _store.TickMonthAsync((await _store.AddHolderAsync()).Id, 202_007);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_given_up_draft_can_be_made_again()
    {
        var sheet = await _store.MakeAsync();
        Assert.True((await _store.DeskAsync(Staff, d => d.DiscardAsync(sheet.Id, CancellationToken.None))).IsDone);
        Assert.NotEqual(sheet.Id, (await _store.MakeAsync()).Id);
    }

    [Fact]
    public async Task A_sheet_that_was_handed_in_is_work_at_hand_of_those_who_approve_until_it_is_fixed()
    {
        Assert.Equal(0, await WaitingAsync(Leader));
        var sheet = await _store.MakeAsync();
        Assert.True((await _store.ApprovalAsync(Staff, a => a.SubmitAsync(sheet.Id, sheet.Version, CancellationToken.None))).IsDone);
        Assert.Equal((1, 1, 0), (await WaitingAsync(Leader), await WaitingAsync(Colleague), await WaitingAsync(HanjiStaff)));
        Assert.Null(await WaitingAsync(Inspector));
        sheet = (await _store.RowsAsync<WageSheet>()).Single();
        Assert.True((await _store.ApprovalAsync(Leader, a => a.ApproveAsync(sheet.Id, sheet.Version, CancellationToken.None))).IsDone);
        Assert.Equal(0, await WaitingAsync(Leader));
    }

    /// <summary>Sheets that wait by the user's list of work; null where he is told of none.</summary>
    private async Task<long?> WaitingAsync(UserIdentity user)
    {
        // The live feed, which does so after each commit, does not run here.
        _store.Services.GetRequiredService<RegionTotals>().Clear();
        await using var scope = _store.Services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);
        var reader = new TodoReader(scope.ServiceProvider.GetServices<TodoSource>(), scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<CurrentUser>());
        return (await reader.ReadAsync(CancellationToken.None)).SingleOrDefault(l => l.Source.Title == "待审定的工资表")?.Count;
    }
}
