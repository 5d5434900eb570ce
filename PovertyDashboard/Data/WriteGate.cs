using Microsoft.Data.Sqlite;

namespace PovertyDashboard.Data;

/// <summary>
/// One writer at a time in this process (写入闸): SQLite "async" blocks its thread and a read-then-write transaction can fail
/// after its whole timeout, so writers queue here and each begins immediately with the write lock.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private const int SqliteBusy = 5, SqliteLocked = 6, Attempts = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Runs the unit of work in one transaction; begins again while another process holds the write lock.</summary>
    /// <param name="keeps">False rolls back what the work has written.</param>
    public async Task<TResult> RunAsync<TResult>(AppDbContext db, Func<CancellationToken, Task<TResult>> work, bool keeps, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null) return await work(ct);
        await _gate.WaitAsync(ct);
        try
        {
            await BeginAsync(db, ct);
            await using var transaction = db.Database.CurrentTransaction!;
            var result = await work(ct);
            if (keeps) await transaction.CommitAsync(ct);
            else await transaction.RollbackAsync(ct);
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private static async Task BeginAsync(AppDbContext db, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.Database.BeginTransactionAsync(ct);
                return;
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode is SqliteBusy or SqliteLocked && attempt < Attempts)
            {
                await Task.Delay(Pause, ct);
            }
        }
    }
}
