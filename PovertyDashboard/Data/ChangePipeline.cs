using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Security;

namespace PovertyDashboard.Data;

/// <summary>The user may not make this change; the message is a sentence for him.</summary>
public sealed class ChangeRefusedException(string message) : Exception(message);

/// <summary>
/// The one place where a change is saved: checks right and scope, stamps the version, writes the audit entry and the
/// change row in the same transaction, and wakes the live feed after commit.
/// </summary>
public sealed class ChangePipeline(LedgerCatalog catalog, CurrentUser user, WriteGate gate, ChangeSignal signal, TimeProvider time, WriteJournal journal)
{
    public async Task<int> SaveAsync(AppDbContext db, bool acceptAll, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var entries = ChangedRows(db);
        // Rows of no ledger (accounts, batches) wait for the gate too: a long import must not make them fail.
        if (entries.Count == 0) return db.ChangeTracker.HasChanges() ? await gate.RunAsync(db, innerCt => db.SaveRawAsync(acceptAll, innerCt), keeps: true, ct) : 0;

        foreach (var entry in entries) Refuse(entry);
        return await RunAsync(db, async innerCt =>
        {
            if (await BringFollowersAsync(db, entries, innerCt)) entries = ChangedRows(db);
            return await SaveEntriesAsync(db, entries, acceptAll, innerCt);
        }, keeps: true, ct);
    }

    /// <summary>Runs reads and writes of one unit of work in one transaction; saves inside it join in.</summary>
    /// <param name="keeps">False rolls back what the work has written.</param>
    public async Task<TResult> RunAsync<TResult>(AppDbContext db, Func<CancellationToken, Task<TResult>> work, bool keeps, CancellationToken ct)
    {
        var outermost = db.Database.CurrentTransaction is null;
        var result = await gate.RunAsync(db, work, keeps, ct);
        if (outermost && keeps) signal.Wake();
        return result;
    }

    private static List<EntityEntry<LedgerRow>> ChangedRows(AppDbContext db) =>
        [.. db.ChangeTracker.Entries<LedgerRow>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)];

    /// <summary>Loads and changes the rows that go with a moved, deleted, restored or corrected one; whether there are any.</summary>
    private async Task<bool> BringFollowersAsync(AppDbContext db, List<EntityEntry<LedgerRow>> entries, CancellationToken ct)
    {
        var any = false;
        foreach (var entry in entries.Where(e => e.State == EntityState.Modified))
        {
            any |= (await RowFollow.ApplyAsync(db, catalog, entry.Entity, (LedgerRow)entry.OriginalValues.ToObject(), tracked: true, ct)).Count > 0;
        }

        if (any) db.ChangeTracker.DetectChanges();
        return any;
    }

    private void Refuse(EntityEntry<LedgerRow> entry)
    {
        if (entry.State == EntityState.Deleted) throw new ChangeRefusedException("台账行只能标记删除，不能抹去。");
        var stored = entry.State == EntityState.Added ? entry.Entity.Region : entry.OriginalValues.GetValue<long>(nameof(LedgerRow.Region));
        if (RowChange.Refusal(entry.Entity, stored, user.Identity, catalog) is { } reason) throw new ChangeRefusedException(reason);
    }

    private async Task<int> SaveEntriesAsync(AppDbContext db, List<EntityEntry<LedgerRow>> entries, bool acceptAll, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var notes = new List<(EntityEntry<LedgerRow> Entry, string Action, Dictionary<string, object?[]> Changes, long OldRegion, string Former)>();
        foreach (var entry in entries)
        {
            RowChange.Stamp(entry.Entity, catalog, user.Identity, now);
            entry.DetectChanges();
            var added = entry.State == EntityState.Added;
            var changes = added ? RowChange.NoDetails : RowChange.Differences(entry.Metadata, catalog, p => entry.OriginalValues[p], p => entry.CurrentValues[p]);
            var action = added ? "新增" : RowChange.ActionOf(entry.OriginalValues.GetValue<bool>(nameof(LedgerRow.IsDeleted)), entry.Entity.IsDeleted);
            notes.Add((entry, action, changes, added ? entry.Entity.Region : entry.OriginalValues.GetValue<long>(nameof(LedgerRow.Region)), added || journal.Batch is null ? "" : FormerValues.Of(entry.Metadata, p => entry.OriginalValues[p], p => entry.CurrentValues[p])));
        }

        var saved = await db.SaveRawAsync(acceptAll, ct);
        var writer = await AuditWriter.OpenAsync(db, ct);
        foreach (var (entry, action, changes, oldRegion, former) in notes)
        {
            var subject = RowChange.SubjectOf(entry.Entity.GetType(), catalog);
            db.Add(writer.Next(now, user.Identity.Name, action, subject, entry.Entity.Id, entry.Entity.Region, AuditTrail.Describe(changes)));
            foreach (var region in new HashSet<long> { entry.Entity.Region, oldRegion })
                db.Add(new Change { Ledger = subject, Region = region, At = now });
            if (journal.Batch is { } batch) db.Add(new BatchEntry { Batch = batch, RowType = entry.Metadata.ClrType.Name, FirstId = entry.Entity.Id, LastId = entry.Entity.Id, Version = entry.Entity.Version, Before = former });
        }

        await db.SaveRawAsync(acceptAll, ct);
        return saved;
    }
}
