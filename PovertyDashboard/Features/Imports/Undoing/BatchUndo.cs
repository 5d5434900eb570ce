using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Imports.Undoing;

/// <summary>
/// Undoes an import batch (撤销导入) in one transaction, through the bulk writer: new rows are marked as deleted, changed ones get their
/// former values back. Rows that were touched since, or that others stand on, are listed and left. See ADR 0021.
/// </summary>
public sealed class BatchUndo(
    IDbContextFactory<AppDbContext> contexts, BulkWriter writer, LedgerCatalog catalog, SettingsDirectory settings, Clock clock, CurrentUser user, AuditLog audit, ImportRunner queue)
{
    private const int LongestReason = 200, MostAttempts = 5;
    private const string Undone = "撤销导入：";
    private const string Attempt = "attempt";

    /// <summary>Why the batch cannot be undone by this user, or null.</summary>
    public string? RefusalOf(ImportBatch batch)
    {
        if (!BatchRights.MayOpen(batch, user.Identity, catalog)) return "您的账号不能撤销这次导入。请由负责这本台账的人撤销。";
        if (batch.State == BatchState.Undone) return "这次导入已经撤销过。";
        if (batch.State != BatchState.Done || batch.Accepted == 0) return "这次导入没有写入任何行，不用撤销。";
        var days = BatchKeeper.Days(settings, clock);
        return batch.EndedAt < clock.UtcNow.AddDays(-days) ? $"写入已超过 {days} 天，旧值已清除，不能撤销。请在台账里逐行修改。" : null;
    }

    /// <summary>Undoes the batch; the report, or a sentence that says why not.</summary>
    public async Task<(UndoReport? Report, string Refusal)> UndoAsync(long batchId, string reason, CancellationToken ct)
    {
        reason = reason.Trim();
        if (reason.Length is 0 or > LongestReason) return (null, $"撤销原因：没有填写，或超过 {LongestReason} 个字。请写明为什么撤销，例如 导错了文件。");
        await using var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            var outcome = await db.InTransactionAsync(inner => UndoAsync(db, batchId, reason, inner), ct);
            queue.Tell();
            return outcome;
        }
        catch (ChangeRefusedException refused)
        {
            return (null, refused.Message);
        }
        catch (SqliteException taken) when (taken.SqliteErrorCode == 19)
        {
            return (null, "导入之后有别的行用了同样的编号，恢复旧值会重复，没有撤销。请先在台账里改正那些行。");
        }
    }

    private async Task<(UndoReport? Report, string Refusal)> UndoAsync(AppDbContext db, long batchId, string reason, CancellationToken ct)
    {
        // Read inside the transaction: of two people who undo at once, the second finds it undone.
        if (await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == batchId, ct) is not { } batch || !BatchRights.MaySee(batch, user.Identity, catalog)) return (null, "没有这次导入。");
        if (RefusalOf(batch) is { } refusal) return (null, refusal);
        var reader = new UndoRows(db, catalog);
        var kinds = await reader.OfAsync(batchId, ct);
        var rows = kinds.SelectMany(k => k.Rows).ToList();
        await WriteAsync(db, kinds, new UndoPlan(db, catalog, user.Identity, reader, rows), reason, ct);

        var done = rows.FindAll(r => r.Left is null);
        var report = new UndoReport(user.Identity.DisplayName, clock.UtcNow, reason, done.Count(r => r.IsNew && IsShown(r)), done.Count(r => !r.IsNew && IsShown(r)), [.. rows.Where(r => r.Left is not null && IsShown(r)).Select(LeftOf)]);
        (batch.State, batch.Undo) = (BatchState.Undone, report.Write());
        db.RemoveRange(await db.Set<BatchEntry>().Where(e => e.Batch == batchId).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        var details = new Dictionary<string, object?[]> { ["批次"] = [batchId], ["事由"] = [reason], ["删除行数"] = [report.Deleted], ["恢复行数"] = [report.Restored], ["保留行数"] = [report.Left.Count] };
        await audit.WriteAsync(db, new AuditNote("撤销导入", nameof(ImportBatch)) { RowId = batchId, Region = batch.Region ?? 0, Details = details }, ct);
        return (report, "");
    }

    /// <summary>
    /// Writes kind by kind. A ledger may refuse a row only while others stand on it, which shows when those are gone: then all is
    /// taken back, that row and what goes with it are left, and the writing begins again.
    /// </summary>
    private async Task WriteAsync(AppDbContext db, IReadOnlyList<(Type Type, IReadOnlyList<UndoRow> Rows)> kinds, UndoPlan plan, string reason, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction!;
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            await plan.DecideAsync(ct);
            await transaction.CreateSavepointAsync(Attempt, ct);
            var refused = false;
            foreach (var (type, rows) in plan.InOrder(kinds)) refused |= await WriteAsync(db, catalog.LedgerOf(type), [.. rows.Where(r => r.Left is null)], reason, ct);
            if (!refused) return;
            await transaction.RollbackToSavepointAsync(Attempt, ct);
        }

        throw new ChangeRefusedException("这次导入的行与后来的记录牵连太多，没有撤销。请在台账里逐行处理。");
    }

    private async Task<bool> WriteAsync(AppDbContext db, Ledger? ledger, IReadOnlyList<UndoRow> rows, string reason, CancellationToken ct)
    {
        var copier = new RowCopier(db);
        var writes = new List<RowWrite>(rows.Count);
        foreach (var row in rows)
        {
            var before = row.Before(db, copier, (row.Current is IRowPart ? RowFollow.Together : "") + Undone + reason);
            row.Left = ledger is null ? null : row.IsNew ? ledger.RefuseDelete(row.Current, user.Identity) ?? await ledger.RefuseDeleteAsync(db, row.Current, ct) : ledger.RefuseImport(row.Current, before);
            if (row.Left is null) writes.Add(new RowWrite(before, row.Current));
        }

        await writer.WriteAsync(db, writes, null, ct);
        return writes.Count < rows.Count;
    }

    /// <summary>Parts go with their row; nobody asks for each of them.</summary>
    private static bool IsShown(UndoRow row) => row.Current is not IRowPart;

    private LeftRow LeftOf(UndoRow row)
    {
        var ledger = catalog.LedgerOf(row.Current.GetType());
        return new LeftRow(ledger?.Title ?? "", ledger?.NameOf(row.Current) ?? "", row.Left!);
    }
}
