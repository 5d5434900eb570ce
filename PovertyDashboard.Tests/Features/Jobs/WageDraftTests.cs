using static PovertyDashboard.Tests.Features.Jobs.JobsStore;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>A draft that nobody wants.</summary>
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
}
