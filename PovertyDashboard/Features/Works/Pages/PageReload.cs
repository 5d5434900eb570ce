using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>Reads a page again when a ledger that it shows has changed (随变更刷新), until the page is left.</summary>
internal sealed class PageReload(LiveFeed feed, IReadOnlyList<string> ledgers, Func<Task> reload) : IDisposable
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

    private Task FollowAsync(LiveBatch batch)
    {
        if (!batch.Touches(ledgers) || _left.IsCancellationRequested) return Task.CompletedTask;
        Changes++;
        return reload();
    }
}

/// <summary>The place of the room's pages, as their addresses say (页面地区).</summary>
internal static class WorksPlace
{
    /// <summary>The place that is shown without being asked for.</summary>
    public static long HomeOf(RegionScope scope, RegionTree tree) => scope.HomeIn(tree) ?? (tree.Nodes.Count > 0 ? tree.Nodes[0].Key : 0);

    public static bool IsMissing(long region, RegionScope scope, RegionTree tree) => tree.Find(region) is null || !scope.Touches(region);

    public static string LevelBelow(long region) => RegionKey.LevelOf(region) switch { RegionLevel.Township => "社区", RegionLevel.County => "乡镇", _ => "县" };
}
