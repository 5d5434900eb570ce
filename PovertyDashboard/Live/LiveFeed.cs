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

    /// <summary>Both as one, as of the later.</summary>
    public LiveBatch With(LiveBatch later) => new(
        later.At, Changes.Concat(later.Changes).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => (IReadOnlySet<long>)g.SelectMany(c => c.Value).ToHashSet()));
}

/// <summary>
/// The live feed (实时推送): reads committed changes of this and other processes from the change table, refreshes the totals,
/// then tells subscribers; bursts within 250 ms become one push. When the store cannot be read for a while it says so.
/// </summary>
public sealed class LiveFeed(IServiceScopeFactory scopes, StoreOptions store, ChangeSignal signal, RegionTotals totals, ReferenceDirectories references, TimeProvider time, ILogger<LiveFeed> log) : BackgroundService
{
    /// <summary>Failed reads in a row after which pages say that they are no longer live (实时更新中断): three seconds.</summary>
    public const int FailuresToInterrupt = 3;

    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(250), Look = TimeSpan.FromMilliseconds(250), Retry = TimeSpan.FromSeconds(1);
    private readonly List<Listener> _listeners = [];
    private readonly Lock _lock = new();
    private long _last;
    private int _failures;

    /// <summary>Whether changes cannot be read, so that open pages may be behind the store.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>
    /// Calls back after each push until disposed, and with an empty batch when the feed is interrupted or goes on. The
    /// callback runs outside any lock, once at a time; others are told without waiting for it.
    /// </summary>
    public IDisposable Subscribe(Func<LiveBatch, Task> onChange)
    {
        var listener = new Listener(
            onChange,
            left =>
            {
                lock (_lock) _listeners.Remove(left);
            },
            fault => log.LogWarning(fault, "A subscriber of the live feed failed; the others were told."));
        lock (_lock) _listeners.Add(listener);
        return listener;
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the site serves anybody: what is committed while the feed starts must not be missed.
        _last = await LastSeqAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = new StoreWatch(store);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var isWoken = await signal.WaitAsync(Look, stoppingToken);
                // After a failure what was seen then has not been told yet.
                if (watch.HasChanged() || isWoken || _failures > 0) _last = await PushAsync(_last, stoppingToken);
                GoOn();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                Fail(fault);
                await Task.Delay(Retry, time, stoppingToken);
            }
        }
    }

    /// <summary>A short fault heals unseen; a longer one is logged once and shown on every page.</summary>
    private void Fail(Exception fault)
    {
        if (++_failures != FailuresToInterrupt) return;
        log.LogError(fault, "The live feed could not read changes {Failures} times; pages are told, it goes on trying.", _failures);
        IsInterrupted = true;
        TellAll(Nothing());
    }

    private void GoOn()
    {
        if (_failures == 0) return;
        _failures = 0;
        if (!IsInterrupted) return;
        log.LogInformation("The live feed reads changes again.");
        IsInterrupted = false;
        TellAll(Nothing());
    }

    private LiveBatch Nothing() => new(time.GetUtcNow().UtcDateTime, new Dictionary<string, IReadOnlySet<long>>());

    private async Task<long> PushAsync(long last, CancellationToken ct)
    {
        if (await ReadAsync(last, ct) is not { Count: > 0 }) return last;
        // A first change was seen: wait out the burst, then push all of it at once.
        await Task.Delay(Burst, time, ct);
        var changes = await ReadAsync(last, ct);
        var byLedger = changes.GroupBy(c => c.Ledger).ToDictionary(g => g.Key, g => (IReadOnlySet<long>)g.Select(c => c.Region).ToHashSet());
        if (await references.ReloadAsync(byLedger.Keys, ct)) references.Widen(byLedger);
        var batch = new LiveBatch(time.GetUtcNow().UtcDateTime, byLedger);
        totals.MarkStale(batch);
        TellAll(batch);
        return changes[^1].Seq;
    }

    private void TellAll(LiveBatch batch)
    {
        lock (_lock)
            foreach (var listener in _listeners) listener.Tell(batch);
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
}
