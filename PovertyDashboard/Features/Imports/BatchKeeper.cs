using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Imports;

/// <summary>Removes the files and former values of old batches (导入留存): they hold personal data and are kept only as long as people still correct and undo.</summary>
public sealed class BatchKeeper(IServiceScopeFactory scopes, SettingsDirectory settings, Clock clock, TimeProvider time, ILogger<BatchKeeper> log) : BackgroundService
{
    private const string DaysKey = "import.keep-days";
    private const int DefaultDays = 30;
    private static readonly TimeSpan Look = TimeSpan.FromHours(6);

    /// <summary>For how many days after its writing a batch can be undone and its annotated copy be had.</summary>
    public static int Days(SettingsDirectory settings, Clock clock) => settings.Number(DaysKey, clock.Today, DefaultDays);

    /// <summary>Removes what has been kept long enough; how many batches that were.</summary>
    public async Task<int> ClearAsync(CancellationToken ct)
    {
        var until = clock.UtcNow.AddDays(-Days(settings, clock));
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        var old = await db.Set<ImportBatch>().Where(b => b.Content != null && (b.EndedAt ?? b.At) < until).ToListAsync(ct);
        foreach (var batch in old)
        {
            batch.Content = null;
            // One that nobody has confirmed for so long is given up.
            if (batch.IsOpen) (batch.State, batch.EndedAt) = (BatchState.Cancelled, clock.UtcNow);
            db.RemoveRange(await db.Set<BatchEntry>().Where(e => e.Batch == batch.Id).ToListAsync(ct));
        }

        await db.SaveChangesAsync(ct);
        return old.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            try
            {
                await ClearAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
            {
                log.LogError(fault, "Old import batches could not be cleared.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
