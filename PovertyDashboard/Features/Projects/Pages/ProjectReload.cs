using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Projects.Pages;

/// <summary>Reads a page again when one of the room's ledgers has changed (随变更刷新), until the page is left.</summary>
internal sealed class ProjectReload(LiveFeed feed, Func<Task> reload) : IDisposable
{
    private static readonly string[] Ledgers = [ProjectLedger.Key, ProjectShareLedger.Key, StationIncomeLedger.Key, CollectiveIncomeLedger.Key, DistributionLedger.Key];

    private readonly CancellationTokenSource left = new();
    private IDisposable? subscription;

    /// <summary>Cancelled when the page is left.</summary>
    public CancellationToken Left => left.Token;

    /// <summary>How many changes the page has followed, for the live indicator.</summary>
    public long Changes { get; private set; }

    public void Start() => subscription ??= feed.Subscribe(FollowAsync);

    public void Dispose()
    {
        subscription?.Dispose();
        left.Cancel();
        left.Dispose();
    }

    private Task FollowAsync(LiveBatch batch)
    {
        if (!batch.Touches(Ledgers) || left.IsCancellationRequested) return Task.CompletedTask;
        Changes++;
        return reload();
    }
}
