using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Live.Months;

/// <summary>
/// Keeps the figures of every month that is over (月结), soon after its last day and, for months that ended while the site
/// stood still, at the next start. Months before the store was first opened are not kept: their ledgers are still coming in.
/// </summary>
public sealed class MonthCloser(IServiceScopeFactory scopes, LedgerCatalog catalog, Clock clock, ILogger<MonthCloser> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private int _lookedAt;

    /// <summary>Closes what is over and not closed; the months.</summary>
    public async Task<IReadOnlyList<int>> CloseAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        return await db.InTransactionAsync(innerCt => CloseAsync(db, innerCt), ct);
    }

    /// <summary>As above, in the transaction of an act that would change what past months show (a merger of places).</summary>
    public async Task<IReadOnlyList<int>> CloseAsync(AppDbContext db, CancellationToken ct)
    {
        var last = YearMonth.Add(YearMonth.Of(clock.Today), -1);
        var newest = await db.Set<MonthClosing>().MaxAsync(c => (int?)c.Month, ct);
        if (newest is null)
        {
            db.Add(new MonthClosing { Month = last, MadeAt = clock.UtcNow });
            await db.SaveChangesAsync(ct);
            return [];
        }

        var closed = new List<int>();
        for (var month = YearMonth.Add(newest.Value, 1); month <= last; month = YearMonth.Add(month, 1))
        {
            await KeepAsync(db, month, catalog.Measures.OfType<RowMeasure>().Where(m => m.HasHistory || month == last), ct);
            closed.Add(month);
        }

        return closed;
    }

    /// <summary>
    /// Keeps what dated facts still tell of earlier months that have not been kept, so that moving rows to another place does not move them.
    /// </summary>
    /// <param name="db">A context that sees the whole store, in its transaction.</param>
    /// <param name="months">How many months back.</param>
    /// <param name="ct">Stops it.</param>
    public async Task KeepEarlierAsync(AppDbContext db, int months, CancellationToken ct)
    {
        await CloseAsync(db, ct);
        var kept = await db.Set<MonthClosing>().ToDictionaryAsync(c => c.Month, ct);
        for (var back = 1; back <= months; back++)
        {
            var month = YearMonth.Add(YearMonth.Of(clock.Today), -back);
            if (kept.GetValueOrDefault(month) is not { Measures.Length: > 0 }) await KeepAsync(db, month, catalog.Measures.OfType<RowMeasure>().Where(m => m.HasHistory), ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look);
        do
        {
            try
            {
                var month = YearMonth.Of(clock.Today);
                if (month == _lookedAt) continue;
                foreach (var closed in await CloseAsync(stoppingToken)) log.LogInformation("The figures of {Month} have been kept.", closed);
                _lookedAt = month;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                log.LogError(fault, "The month's figures could not be kept; it is tried again in a minute.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task KeepAsync(AppDbContext db, int month, IEnumerable<RowMeasure> measures, CancellationToken ct)
    {
        var kept = new List<string>();
        foreach (var measure in measures)
        {
            var figures = await measure.SplitAsync(db, YearMonth.Last(month), [], null, ct);
            db.AddRange(figures.Where(f => f.Count != 0 || f.Sum != 0).Select(f => new MonthFigure { Measure = measure.Key, Month = month, Region = f.Region, Count = f.Count, Sum = f.Sum }));
            kept.Add(measure.Key);
        }

        var closing = await db.Set<MonthClosing>().FindAsync([month], ct) ?? db.Add(new MonthClosing { Month = month }).Entity;
        (closing.MadeAt, closing.Measures) = (clock.UtcNow, string.Join('\n', kept));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }
}
