using PovertyDashboard.Live;

namespace PovertyDashboard.Components.Shared;

/// <summary>Reads a page again when a ledger that it shows has changed (随变更刷新), until the page is left.</summary>
internal sealed class LiveReload(LiveFeed feed, IReadOnlyList<string> ledgers, Func<Task> reload) : IDisposable
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
