using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Live;

/// <summary>What has changed since the last push: ledgers and the regions of their changed rows.</summary>
/// <param name="At">UTC instant of the push.</param>
/// <param name="Changes">Ledger key → changed regions.</param>
public sealed record LiveBatch(DateTime At, IReadOnlyDictionary<string, IReadOnlySet<long>> Changes)
{
    public bool Touches(IEnumerable<string> ledgers) => ledgers.Any(Changes.ContainsKey);
}

/// <summary>
/// The live feed (实时推送): reads committed changes of this and other processes from the change table, refreshes the totals,
/// then tells subscribers; bursts within 250 ms become one push.
/// </summary>
public sealed class LiveFeed(IServiceScopeFactory scopes, ChangeSignal signal, RegionTotals totals, TimeProvider time, ILogger<LiveFeed> log) : BackgroundService
{
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(250), Poll = TimeSpan.FromSeconds(1);
    private readonly List<Func<LiveBatch, Task>> _subscribers = [];
    private readonly Lock _lock = new();
    private long _last;

    /// <summary>UTC instant of the last push, for the live indicator.</summary>
    public DateTime LastPush { get; private set; } = time.GetUtcNow().UtcDateTime;

    /// <summary>Calls back after each push until disposed; the callback runs outside any lock.</summary>
    public IDisposable Subscribe(Func<LiveBatch, Task> onChange)
    {
        lock (_lock) _subscribers.Add(onChange);
        return new Subscription(() =>
        {
            lock (_lock) _subscribers.Remove(onChange);
        });
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the site serves anybody: what is committed while the feed starts must not be missed.
        _last = await LastSeqAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(Poll, stoppingToken);
                _last = await PushAsync(_last, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                log.LogError(fault, "The live feed could not read changes; it tries again.");
                await Task.Delay(Poll, time, stoppingToken);
            }
        }
    }

    private async Task<long> PushAsync(long last, CancellationToken ct)
    {
        if (await ReadAsync(last, ct) is not { Count: > 0 }) return last;
        // A first change was seen: wait out the burst, then push all of it at once.
        await Task.Delay(Burst, time, ct);
        var changes = await ReadAsync(last, ct);
        var byLedger = changes.GroupBy(c => c.Ledger).ToDictionary(g => g.Key, g => (IReadOnlySet<long>)g.Select(c => c.Region).ToHashSet());
        var batch = new LiveBatch(time.GetUtcNow().UtcDateTime, byLedger);
        totals.MarkStale(batch);
        LastPush = batch.At;
        List<Func<LiveBatch, Task>> subscribers;
        lock (_lock) subscribers = [.. _subscribers];
        await Task.WhenAll(subscribers.Select(s => TellAsync(s, batch)));
        return changes[^1].Seq;
    }

    private async Task TellAsync(Func<LiveBatch, Task> subscriber, LiveBatch batch)
    {
        try
        {
            await subscriber(batch);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            log.LogWarning(fault, "A subscriber of the live feed failed; the others were told.");
        }
    }

    private async Task<List<Change>> ReadAsync(long after, CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        return await db.Changes.AsNoTracking().Where(c => c.Seq > after).OrderBy(c => c.Seq).ToListAsync(ct);
    }

    private async Task<long> LastSeqAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        return await db.Changes.MaxAsync(c => (long?)c.Seq, ct) ?? 0;
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
