using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Imports;

/// <summary>
/// One import at a time for the whole site (导入队列); it goes on when the tab is closed and the result waits in the batch.
/// </summary>
public sealed class ImportRunner(IServiceScopeFactory scopes, Clock clock, ILogger<ImportRunner> log) : BackgroundService
{
    private readonly Channel<(long Batch, UserIdentity User)> _waiting = Channel.CreateUnbounded<(long, UserIdentity)>();
    private readonly List<long> _line = [];
    private readonly Lock _lineLock = new();
    private readonly ConcurrentDictionary<long, CancellationTokenSource> _running = new();
    private int _moves;
    private readonly ConcurrentDictionary<long, ImportProgress> _progress = new();

    /// <summary>Raised after any batch has moved; handlers must be quick.</summary>
    public event Action? Moved;

    /// <summary>How often a batch has come, gone or changed its state; progress alone does not count.</summary>
    public int Moves => Volatile.Read(ref _moves);

    /// <summary>The batches of all users in their order (排队): the first is under way.</summary>
    public IReadOnlyList<long> Line
    {
        get
        {
            lock (_lineLock) return [.. _line];
        }
    }

    /// <summary>Which one in the line the batch is: 1 for the one under way, 0 where it is not in it.</summary>
    public int PlaceOf(long batch)
    {
        lock (_lineLock) return _line.IndexOf(batch) + 1;
    }

    public ImportProgress? ProgressOf(long batch) => _progress.TryGetValue(batch, out var progress) ? progress : null;

    public void Enqueue(long batch, UserIdentity user)
    {
        lock (_lineLock) _line.Add(batch);
        _waiting.Writer.TryWrite((batch, user));
        Tell();
    }

    /// <summary>Asks the running batch to stop; false where it is not the running one.</summary>
    public bool Cancel(long batch)
    {
        if (!_running.TryGetValue(batch, out var source)) return false;
        source.Cancel();
        return true;
    }

    /// <summary>Takes a batch that was given up out of the line.</summary>
    public void Leave(long batch)
    {
        lock (_lineLock) _line.Remove(batch);
        Tell();
    }

    public void Tell()
    {
        Interlocked.Increment(ref _moves);
        Moved?.Invoke();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await FailInterruptedAsync(stoppingToken);
        await foreach (var (batch, user) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            _running[batch] = source;
            try
            {
                await RunAsync(batch, user, source.Token);
            }
            catch (OperationCanceledException) when (source.IsCancellationRequested)
            {
                await EndAsync(batch, BatchState.Cancelled, "已取消，没有写入。", stoppingToken);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                var id = $"E-{batch:X6}";
                log.LogError(fault, "Import batch {Batch} failed ({ErrorId}).", batch, id);
                await EndAsync(batch, BatchState.Failed, fault is ChangeRefusedException ? fault.Message : $"导入出错，没有写入。请重试；仍然出错时，把编号 {id} 告诉系统管理员。", stoppingToken);
            }
            finally
            {
                _running.TryRemove(batch, out _);
                _progress.TryRemove(batch, out _);
                Leave(batch);
            }
        }
    }

    private async Task RunAsync(long batchId, UserIdentity user, CancellationToken ct)
    {
        await using var scope = scopes.CreateScopeFor(user);
        var contexts = scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>();
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<ImportBatch>().FindAsync([batchId], ct) is not { Content: { } content } batch) return;
        var writes = batch.State == BatchState.WaitingToWrite;
        if (!writes && batch.State != BatchState.Waiting) return;
        batch.State = writes ? BatchState.Writing : BatchState.Checking;
        await db.SaveChangesAsync(ct);
        Tell();

        if (writes) scope.ServiceProvider.GetRequiredService<WriteJournal>().Batch = batchId;
        using var file = new MemoryStream(content, writable: false);
        DateTime? seen = writes ? BatchReport.Read(batch.Report).At : null;
        var request = new ImportRequest(batch.Ledger.Length > 0 ? batch.Ledger : null, batch.Region, DryRun: !writes, seen) { Choices = ReadingChoices.Read(batch.Choices) };
        var from = clock.UtcNow;
        var result = await scope.ServiceProvider.GetRequiredService<Importer>().ImportAsync(file, batch.FileName, ReadLimits.Web, request, new Reporter(this, batchId), ct);
        Take(batch, result, from);
        var ended = writes || (batch.Rejection.Length > 0 && result.Near is null);
        batch.State = result.Near is not null ? BatchState.Unmatched : writes ? BatchState.Done : ended ? BatchState.Failed : BatchState.Checked;
        if (ended) batch.EndedAt = clock.UtcNow;
        // A written file stays for its annotated copy; of one that is no ledger there is none.
        if (batch.State == BatchState.Failed) batch.Content = null;
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static void Take(ImportBatch batch, FileResult result, DateTime from)
    {
        batch.Rejection = result.Rejection.Length > 0 ? result.Rejection : result.Sheets.All(s => s.Rejection.Length > 0) ? result.Sheets[0].Rejection : "";
        // A workbook of several ledgers has no one ledger: a key here would leave its other sheets out when it is written.
        if (result.Sheets is [{ Ledger: { } ledger }]) batch.Ledger = ledger.Key;
        batch.Ledgers = string.Join(',', result.Sheets.Select(s => s.Ledger?.Key).OfType<string>().Distinct());
        batch.RowsRead = result.Sheets.Sum(s => s.Read);
        batch.Added = result.Sheets.Sum(s => s.Added);
        batch.Updated = result.Sheets.Sum(s => s.Updated);
        batch.Unchanged = result.Sheets.Sum(s => s.Unchanged);
        batch.Refused = result.Sheets.Sum(s => s.Refused);
        batch.Report = BatchReport.Of(result, from).Write();
    }

    private async Task EndAsync(long batchId, BatchState state, string message, CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<ImportBatch>().FindAsync([batchId], ct) is not { } batch) return;
        (batch.State, batch.Rejection, batch.Content, batch.EndedAt) = (state, message, null, clock.UtcNow);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What was under way when the machine stopped has written nothing: its transaction was never committed.</summary>
    private async Task FailInterruptedAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateSystemScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        var left = new[] { BatchState.Waiting, BatchState.Checking, BatchState.WaitingToWrite, BatchState.Writing };
        foreach (var batch in await db.Set<ImportBatch>().Where(b => left.Contains(b.State)).ToListAsync(ct))
            (batch.State, batch.Rejection, batch.Content, batch.EndedAt) = (BatchState.Failed, "系统重启，导入中断，没有写入。请重新导入。", null, clock.UtcNow);
        await db.SaveChangesAsync(ct);
    }

    private sealed class Reporter(ImportRunner queue, long batch) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            queue._progress[batch] = value;
            queue.Moved?.Invoke();
        }
    }
}
