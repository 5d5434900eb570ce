using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Data;

/// <summary>One row to write: a new one, or a changed copy of a stored one.</summary>
public readonly record struct RowWrite(LedgerRow Row, LedgerRow? Stored);

/// <summary>
/// The only writer beside SaveChanges (批量写入), for imports and demo data: prepared statements instead of change tracking,
/// with the same right, scope, version, audit and change rows. Runs inside <see cref="AppDbContext.InTransactionAsync"/>.
/// </summary>
public sealed class BulkWriter(LedgerCatalog catalog, CurrentUser user, TimeProvider time, WriteJournal journal)
{
    public async Task WriteAsync(AppDbContext db, IReadOnlyList<RowWrite> writes, IProgress<int>? progress, CancellationToken ct)
    {
        var transaction = (SqliteTransaction)(db.Database.CurrentTransaction ?? throw new InvalidOperationException("BulkWriter needs a transaction.")).GetDbTransaction();
        await using var session = new BulkSession(db, transaction, await AuditWriter.OpenAsync(db, ct), catalog, user.Identity, time.GetUtcNow().UtcDateTime, journal.Batch);
        for (var i = 0; i < writes.Count; i++)
        {
            if (i % 256 == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(i);
            }

            var (row, stored) = writes[i];
            session.Write(row, stored);
            if (stored is null) continue;
            foreach (var follower in await RowFollow.ApplyAsync(db, catalog, row, stored, tracked: false, ct)) session.Write(follower.Row, follower.Stored);
        }

        session.WriteChanges();
        session.WriteEntries();
        progress?.Report(writes.Count);
    }
}
