using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Inspections.Pages;

/// <summary>Reads a page of the room again when something that it shows has changed (随变更刷新), until the page is left.</summary>
internal sealed class PageReload(LiveFeed feed, Func<Task> reload) : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private IDisposable? _subscription;

    /// <summary>Cancelled when the page is left.</summary>
    public CancellationToken Left => _left.Token;

    /// <summary>How many changes the page has followed, for the live indicator.</summary>
    public long Changes { get; private set; }

    public void Start() => _subscription ??= feed.Subscribe(FollowAsync);

    public void Dispose()
    {
        _subscription?.Dispose();
        _left.Cancel();
        _left.Dispose();
    }

    /// <summary>The place that is shown without being asked for.</summary>
    public static long HomeOf(RegionScope scope, RegionTree tree) => scope.HomeIn(tree) ?? (tree.Nodes.Count > 0 ? tree.Nodes[0].Key : 0);

    private Task FollowAsync(LiveBatch batch)
    {
        if (!batch.Touches(PlanReader.Ledgers) || _left.IsCancellationRequested) return Task.CompletedTask;
        Changes++;
        return reload();
    }
}
