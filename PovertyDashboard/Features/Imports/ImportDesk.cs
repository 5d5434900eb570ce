using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Imports;

/// <summary>A batch in the list of imports (导入记录).</summary>
/// <param name="Batch">The batch without its file and report.</param>
/// <param name="By">The colleague who has uploaded it; empty for the user's own.</param>
/// <param name="HasCopy">Whether the user can have its annotated copy.</param>
public sealed record BatchLine(ImportBatch Batch, string By, bool HasCopy);

/// <summary>What the user of the import page may do (导入台): hand in a file, confirm, give up, look at the results.</summary>
public sealed class ImportDesk(IDbContextFactory<AppDbContext> contexts, ImportRunner queue, LedgerCatalog catalog, HeaderNames names, CurrentUser user, Clock clock)
{
    private const int BatchesShown = 30, BatchesLookedAt = 300;

    public static long LargestFile => ReadLimits.Web.FileBytes;

    /// <summary>Takes the file in for checking; the sentence says why not, where it may not.</summary>
    public async Task<(long BatchId, string Refusal)> HandInAsync(string fileName, byte[] content, string ledger, long? region, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Import)) return (0, "您的账号不能导入。请由负责这本台账的人导入。");
        if (content.Length == 0) return (0, $"“{fileName}”是空文件。请选择有内容的 .xlsx 或 .csv 文件。");
        if (content.Length > LargestFile) return (0, $"“{fileName}”超过 {LargestFile / 1024 / 1024} MB。请拆成几个文件后再导入。");
        await using var db = await contexts.CreateDbContextAsync(ct);
        var batch = new ImportBatch { FileName = fileName, User = user.Identity.Name, Ledger = ledger, Region = region, Scope = BatchRights.ScopeOf(user.Identity), State = BatchState.Waiting, At = clock.UtcNow, Content = content };
        db.Add(batch);
        await db.SaveChangesAsync(ct);
        queue.Enqueue(batch.Id, user.Identity);
        return (batch.Id, "");
    }

    /// <summary>Writes the checked rows; those that somebody has changed since the check are held, and said so.</summary>
    public Task ConfirmAsync(long batchId, CancellationToken ct) => GoOnAsync(batchId, BatchState.WaitingToWrite, null, ct);

    /// <summary>Checks the file once more, after what it stands on has come in (the households of its members).</summary>
    public Task RecheckAsync(long batchId, CancellationToken ct) => GoOnAsync(batchId, BatchState.Waiting, null, ct);

    /// <summary>Checks the file once more with what the user has decided about its columns and persons.</summary>
    /// <param name="remembers">Whether his office's next files are to be read like this too.</param>
    public async Task ChooseAsync(long batchId, ReadingChoices choices, bool remembers, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Import)) return;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await FindAsync(db, batchId, ct) is not { IsOpen: true } batch) return;
            if (remembers) await names.RememberAsync(db, batch.Region, choices.Ledgers, ct);
        }

        await GoOnAsync(batchId, BatchState.Waiting, choices, ct);
    }

    /// <summary>The columns that a header of a batch may mean, by key of the ledger.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Column>>> ColumnsAsync(ImportBatch batch, BatchReport report, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var columns = new Dictionary<string, IReadOnlyList<Column>>();
        foreach (var ledger in report.Sheets.Select(s => catalog.Ledger(s.Key)).OfType<Ledger>().Distinct())
            columns[ledger.Key] = [.. (await ledger.AllColumnsAsync(db, batch.Region ?? 0, ct)).Where(c => !c.IsDerived), .. ledger.AlsoRead];
        return columns;
    }

    /// <summary>Stops a running batch or gives up a checked one; nothing of it is in the store.</summary>
    public async Task CancelAsync(long batchId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindAsync(db, batchId, ct) is not { } batch || queue.Cancel(batchId)) return;
        if (!batch.IsOpen && batch.State is not (BatchState.Waiting or BatchState.WaitingToWrite)) return;
        (batch.State, batch.Content, batch.EndedAt) = (BatchState.Cancelled, null, clock.UtcNow);
        await db.SaveChangesAsync(ct);
        queue.Leave(batchId);
    }

    /// <summary>The last batches of the user, and the written ones of colleagues whose places and ledgers are his too; newest first, without files and reports.</summary>
    public async Task<IReadOnlyList<BatchLine>> BatchesAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var written = new[] { BatchState.Done, BatchState.Undone };
        var found = await db.Set<ImportBatch>().AsNoTracking().Where(b => b.User == user.Identity.Name || written.Contains(b.State)).OrderByDescending(b => b.Id).Take(BatchesLookedAt)
            .Select(b => new
            {
                Batch = new ImportBatch
                {
                    Id = b.Id,
                    FileName = b.FileName,
                    User = b.User,
                    Ledger = b.Ledger,
                    Ledgers = b.Ledgers,
                    Scope = b.Scope,
                    Region = b.Region,
                    State = b.State,
                    At = b.At,
                    EndedAt = b.EndedAt,
                    RowsRead = b.RowsRead,
                    Added = b.Added,
                    Updated = b.Updated,
                    Unchanged = b.Unchanged,
                    Refused = b.Refused,
                    Rejection = b.Rejection,
                },
                HasFile = b.Content != null,
            }).ToListAsync(ct);
        var shown = found.Where(f => BatchRights.MaySee(f.Batch, user.Identity, catalog)).Take(BatchesShown).ToList();
        var lines = new List<BatchLine>(shown.Count);
        foreach (var one in shown)
        {
            var by = one.Batch.User == user.Identity.Name ? "" : await DeletedRows.PersonAsync(db, one.Batch.User, ct);
            lines.Add(new BatchLine(one.Batch, by, one.HasFile && BatchCopies.HasFates(one.Batch) && BatchRights.MayOpen(one.Batch, user.Identity, catalog)));
        }

        return lines;
    }

    /// <summary>How many of the user's files are checked and wait to be written or given up.</summary>
    public async Task<int> WaitingAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ImportBatch>().CountAsync(b => b.User == user.Identity.Name && (b.State == BatchState.Checked || b.State == BatchState.Unmatched), ct);
    }

    /// <summary>One batch that the user may see, with its report; null for others.</summary>
    public async Task<(ImportBatch Batch, BatchReport Report)?> BatchAsync(long batchId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var batch = await db.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, ct);
        return batch is not null && BatchRights.MaySee(batch, user.Identity, catalog) ? (batch, BatchReport.Read(batch.Report)) : null;
    }

    private async Task GoOnAsync(long batchId, BatchState to, ReadingChoices? choices, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Import)) return;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindAsync(db, batchId, ct) is not { IsOpen: true } batch || (to == BatchState.WaitingToWrite && batch.State != BatchState.Checked)) return;
        if (choices is not null) batch.Choices = choices.Write();
        // Whoever has said which columns those of an unmatched sheet are has said which ledger it is.
        if (choices is not null && batch is { State: BatchState.Unmatched, Ledger: "" }) batch.Ledger = BatchReport.Read(batch.Report).Sheets[0].Key;
        batch.State = to;
        await db.SaveChangesAsync(ct);
        queue.Enqueue(batch.Id, user.Identity);
    }

    private Task<ImportBatch?> FindAsync(AppDbContext db, long batchId, CancellationToken ct) =>
        db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == batchId && b.User == user.Identity.Name, ct);
}
