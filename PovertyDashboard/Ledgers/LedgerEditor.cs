using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Ledgers;

/// <summary>
/// Saves, deletes and restores one row (登记、修改、删除、恢复) for the dialog and for the pages of rooms: right, scope, validation,
/// household link, unique key and version are checked in the transaction that writes. What follows from a row that comes in by a
/// file follows here too. Rows that hang on the row are not saved with it.
/// </summary>
public sealed class LedgerEditor(
    IDbContextFactory<AppDbContext> stores, CurrentUser user, Clock clock, CodeListDirectory codes, SettingsDirectory settings, BulkWriter writer,
    IEnumerable<HouseholdKeys> households, IEnumerable<PersonKeys> persons)
{
    private const int UniqueViolation = 2067;
    private const string OnlyLook = "您的账号只能查看，不能修改。";
    private const string NotThere = "没有这一行，或者它不在您的管辖范围内。请回到台账重新打开。";

    /// <summary>Adds the row (Id 0) or saves the changed copy of one that was read at <paramref name="versionSeen"/>.</summary>
    public Task<SaveOutcome> SaveAsync(Ledger ledger, LedgerRow row, int versionSeen, CancellationToken ct) =>
        ChangeAsync(ledger, ledger.MayEdit(user.Identity), (db, innerCt) => row.Id == 0 ? AddAsync(db, ledger, row, innerCt) : UpdateAsync(db, ledger, row, versionSeen, innerCt), ct);

    /// <summary>Marks the row as deleted with its reason; it leaves every list and figure.</summary>
    public Task<SaveOutcome> DeleteAsync(Ledger ledger, long id, int version, string reason, CancellationToken ct)
    {
        reason = reason.Trim();
        if (reason.Length == 0) return Task.FromResult<SaveOutcome>(new RowInvalid([new Fault("删除原因", "删除原因：没有填写。请写明为什么删除，例如 重复登记。")]));
        if (reason.Length > DeletedRows.MaxReason) return Task.FromResult<SaveOutcome>(new RowInvalid([new Fault("删除原因", $"删除原因：超过 {DeletedRows.MaxReason} 个字。请缩短。")]));
        if (!ledger.HasForms) return Task.FromResult<SaveOutcome>(new RowRefused($"删除：{ledger.Title}的行由办理产生，不能在台账里删除。请在它自己的页面办理。"));
        return ChangeAsync(ledger, MayDelete(ledger), async (db, innerCt) =>
        {
            var stored = await FindAsync(db, ledger, id, innerCt);
            if (await RefusalOfAsync(db, stored, innerCt) is { } refused) return refused;
            if (stored!.Version != version) return await ConflictAsync(db, stored, innerCt);
            if ((ledger.RefuseDelete(stored, user.Identity) ?? await ledger.RefuseDeleteAsync(db, stored, innerCt)) is { } reasonWhyNot) return new RowRefused(reasonWhyNot);
            stored.IsDeleted = true;
            stored.DeleteReason = reason;
            await db.SaveChangesAsync(innerCt);
            return new RowSaved(stored);
        }, ct);
    }

    /// <summary>Takes a deletion back (撤销删除), unless its key has been given away meanwhile.</summary>
    public Task<SaveOutcome> RestoreAsync(Ledger ledger, long id, CancellationToken ct) =>
        ChangeAsync(ledger, MayDelete(ledger), async (db, innerCt) =>
        {
            if (await FindAsync(db, ledger, id, innerCt) is not { } stored || !user.Identity.Scope.Holds(stored)) return new RowRefused(NotThere);
            if (!stored.IsDeleted) return new RowSaved(stored);
            if (await SameKey.FindAsync(db, ledger, stored, innerCt) is { } other) return Taken(ledger, other);
            if (await ledger.CheckTogetherAsync([stored], Context(db), innerCt) is { Count: > 0 } against) return new RowInvalid([.. against.Select(f => f.Fault)]);
            stored.IsDeleted = false;
            stored.DeleteReason = "";
            await db.SaveChangesAsync(innerCt);
            return new RowSaved(stored);
        }, ct);

    /// <summary>Links the row to the household that its written name means (手工关联), or takes the link back; the name stays as written.</summary>
    public Task<SaveOutcome> LinkAsync(Ledger ledger, long id, int versionSeen, long? household, CancellationToken ct) =>
        ChangeAsync(ledger, ledger.MayEdit(user.Identity), async (db, innerCt) =>
        {
            var stored = await FindAsync(db, ledger, id, innerCt);
            if (await RefusalOfAsync(db, stored, innerCt) is { } refused) return refused;
            if (stored!.Version != versionSeen) return await ConflictAsync(db, stored, innerCt);
            if (stored is not IHouseholdRow named || households.FirstOrDefault() is not { } known) return new RowRefused($"{ledger.Title}的行不对应户，不能关联。");
            var place = RegionKey.Subtree(named.Region);
            if (household is { } chosen && !await known(db).AnyAsync(h => h.Id == chosen && h.Region >= place.Lo && h.Region < place.Hi, innerCt))
                return new RowRefused("关联户：选的户已被删除，或不在这一行所在的村。请从列表中选择本村的户，村不对时先修改村。");
            named.HouseholdId = household;
            await db.SaveChangesAsync(innerCt);
            return new RowSaved(stored);
        }, ct);

    private async Task<SaveOutcome> AddAsync(AppDbContext db, Ledger ledger, LedgerRow row, CancellationToken ct)
    {
        // A copy: links that an earlier attempt has loaded must not be saved with the row.
        var added = ledger.NewRow();
        var entry = db.Entry(added);
        entry.CurrentValues.SetValues(row);
        (added.Version, added.IsDeleted, added.DeleteReason) = (0, false, "");
        Keep(ledger, ledger.NewRow(), added, FormEditing.ByActs);
        entry.State = EntityState.Added;
        if (await NotSavedAsync(db, ledger, row, added, ct) is { Count: > 0 } faults) return new RowInvalid(faults);
        await ledger.CompleteAsync(db, added, ct);
        return await CheckAndSaveAsync(db, ledger, added, null, ct);
    }

    private async Task<SaveOutcome> UpdateAsync(AppDbContext db, Ledger ledger, LedgerRow row, int versionSeen, CancellationToken ct)
    {
        var stored = await FindAsync(db, ledger, row.Id, ct);
        if (await RefusalOfAsync(db, stored, ct) is { } refused) return refused;
        if (stored!.Version != versionSeen) return await ConflictAsync(db, stored, ct);
        var (changedAt, changedBy) = (stored.ChangedAt, stored.ChangedBy);
        var before = ledger.NewRow();
        var entry = db.Entry(stored);
        db.Entry(before).CurrentValues.SetValues(stored);
        entry.CurrentValues.SetValues(row);
        Keep(ledger, before, stored, FormEditing.WhenNew, FormEditing.ByActs);
        // The bookkeeping is the store's, whatever the copy says.
        (stored.Version, stored.ChangedAt, stored.ChangedBy, stored.IsDeleted, stored.DeleteReason) = (versionSeen, changedAt, changedBy, false, "");
        if (await NotSavedAsync(db, ledger, row, stored, ct) is { Count: > 0 } faults) return new RowInvalid(faults);
        return entry.State == EntityState.Unchanged ? new RowSaved(stored) : await CheckAndSaveAsync(db, ledger, stored, before, ct);
    }

    /// <summary>Columns that this form may not change keep their values, whatever the copy says.</summary>
    private static void Keep(Ledger ledger, LedgerRow from, LedgerRow to, params FormEditing[] editing)
    {
        foreach (var column in ledger.Columns.Where(c => editing.Contains(c.Editing)))
            if (column.Set is not null && !Equals(column.Get(from), column.Get(to))) column.Set(to, column.Get(from));
    }

    /// <summary>Values that the copy gives to rows which hang on the row (the answers of a check): a form does not save them, so it says so.</summary>
    private static async Task<List<Fault>> NotSavedAsync(AppDbContext db, Ledger ledger, LedgerRow given, LedgerRow row, CancellationToken ct)
    {
        if (ledger.DataColumns is null) return [];
        var columns = (await ledger.AllColumnsAsync(db, row.Region, ct)).Except(ledger.Columns);
        return [.. columns.Where(c => c.Get(given) is not (null or "") && !Equals(c.Get(given), c.Get(row)))
            .Select(c => new Fault(c.Header, $"{c.Header}：不能在这个表单里填写或修改。请打开这一行自己的页面，或导入表格。"))];
    }

    private async Task<SaveOutcome> CheckAndSaveAsync(AppDbContext db, Ledger ledger, LedgerRow row, LedgerRow? before, CancellationToken ct)
    {
        if (row.Region != 0 && !user.Identity.Scope.Contains(row.Region)) return new RowRefused("这一行不在您的管辖范围内，没有保存。请选择您管辖的村。");
        var context = Context(db);
        await ledger.LinkAsync([row], context, ct);
        await LinkAsync(db, row, before as IHouseholdRow, ct);
        var columns = await ledger.AllColumnsAsync(db, row.Region, ct);
        ledger.Derive(row, user.Identity);
        var faults = RowValidation.Check(ledger, columns, row, context.Row, codes.Current);
        if (faults.Count == 0) faults = [.. (await ledger.CheckTogetherAsync([row], context, ct)).Select(f => f.Fault)];
        if (faults.Count > 0) return new RowInvalid(faults);
        if (await SameKey.FindAsync(db, ledger, row, ct) is { } other) return Taken(ledger, other);
        await ledger.PrepareAsync([row], context, ct);
        await db.SaveChangesAsync(ct);
        db.AddRange(await ledger.EffectsAsync([row], context, ct));
        await db.SaveChangesAsync(ct);
        var following = await ledger.ConsequencesAsync([row], context, ct);
        if (following.Count > 0) await writer.WriteAsync(db, following, null, ct);
        return new RowSaved(row);
    }

    /// <summary>
    /// Sets the household link by village and name unless the chosen one still fits, and loads what the columns read through links.
    /// A link made by hand stays as long as village and name stand as they were.
    /// </summary>
    private async Task LinkAsync(AppDbContext db, LedgerRow row, IHouseholdRow? before, CancellationToken ct)
    {
        if (row is IHouseholdRow named && households.FirstOrDefault() is { } known) await LinkAsync(db, known, named, before, ct);

        if (row is IPersonRow { HouseholdId: null } person && persons.FirstOrDefault() is { } people)
            PersonLinks.Link(person, await PersonLinks.FindAsync(db, people, [person.IdNumber], ct));
        db.ChangeTracker.DetectChanges();
        foreach (var link in db.Entry(row).References)
            if (!link.IsLoaded || link.CurrentValue is null) await link.LoadAsync(ct);
    }

    private static async Task LinkAsync(AppDbContext db, HouseholdKeys known, IHouseholdRow row, IHouseholdRow? before, CancellationToken ct)
    {
        var isAsBefore = before?.HouseholdId is not null && before.Region == row.Region && before.HouseholdName == row.HouseholdName && (row.HouseholdId ?? before.HouseholdId) == before.HouseholdId;
        if (isAsBefore && await known(db).AnyAsync(h => h.Id == before!.HouseholdId, ct))
        {
            row.HouseholdId = before!.HouseholdId;
            return;
        }

        var fits = row.HouseholdId is { } id && await known(db).AnyAsync(h => h.Id == id && h.Region == row.Region && h.HeadName == row.HouseholdName, ct);
        if (!fits) row.HouseholdId = await HouseholdLinks.FindAsync(db, known, row.Region, row.HouseholdName, ct);
    }

    private bool MayDelete(Ledger ledger) => user.Identity.May(Act.Delete) && ledger.HasForms && ledger.IsKeptBy(user.Identity);

    private async Task<SaveOutcome> ChangeAsync(Ledger ledger, bool may, Func<AppDbContext, CancellationToken, Task<SaveOutcome>> change, CancellationToken ct)
    {
        if (!may) return new RowRefused(OnlyLook);
        await using var db = await stores.CreateDbContextAsync(ct);
        try
        {
            return await db.InTransactionAsync(innerCt => change(db, innerCt), ct);
        }
        catch (ChangeRefusedException refused)
        {
            return new RowRefused(refused.Message);
        }
        catch (DbUpdateException taken) when (taken.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation })
        {
            // An index that spans rows which the key columns do not name; the transaction is rolled back.
            return new RowRefused($"{ledger.Title}里已有编号相同的一行，没有保存。请核对后修改。");
        }
    }

    private static Task<LedgerRow?> FindAsync(AppDbContext db, Ledger ledger, long id, CancellationToken ct) =>
        DeletedRows.ById(db, ledger, id).FirstOrDefaultAsync(ct);

    /// <summary>Why the row cannot be changed: it is not in the user's places, or it has been deleted.</summary>
    private async Task<SaveOutcome?> RefusalOfAsync(AppDbContext db, LedgerRow? stored, CancellationToken ct)
    {
        if (stored is null || !user.Identity.Scope.Holds(stored)) return new RowRefused(NotThere);
        if (!stored.IsDeleted) return null;
        return new RowRefused($"{await DeletedRows.DescribeAsync(db, stored, ct)}您的修改没有保存。");
    }

    private static async Task<RowConflict> ConflictAsync(AppDbContext db, LedgerRow stored, CancellationToken ct) =>
        new(stored, await DeletedRows.PersonAsync(db, stored.ChangedBy, ct), stored.ChangedAt);

    private EffectContext Context(AppDbContext db) => new(db, settings, new RowContext(clock.Today, user.Identity)) { IsByHand = true, Members = persons.FirstOrDefault(), Households = households.FirstOrDefault() };

    private RowInvalid Taken(Ledger ledger, SameRow other) => new([SameKey.FaultOf(ledger, other, user.Identity.Scope.Holds(other.Row))]);
}
