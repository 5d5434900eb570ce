using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>Reads the file of a household (一户一档) in the user's scope.</summary>
public sealed class HouseholdFileReader(IDbContextFactory<AppDbContext> stores, LedgerCatalog catalog, RegionDirectory regions, CurrentUser user, Clock clock)
{
    public const string HeadRelation = "户主";

    /// <summary>Rows of each ledger on the time line.</summary>
    private const int EventsOfLedger = 20;

    /// <summary>Most rows of one ledger on its tab; the ledger's own page has all.</summary>
    private const int RowsOfTab = 200;

    public async Task<FileAnswer> ReadAsync(long id, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        var household = await db.Set<Household>().AsNoTracking().FirstOrDefaultAsync(h => h.Id == id, ct);
        if (household is null) return await DeletedAsync(db, id, ct);

        var members = await db.Set<Member>().AsNoTracking().Where(m => m.HouseholdId == id).OrderBy(m => m.Relation != HeadRelation).ThenBy(m => m.Number).ThenBy(m => m.Id).ToListAsync(ct);
        foreach (var member in members) member.Household = household;
        var today = clock.Today;
        var gone = members.Where(m => m.LeftOn <= today).OrderByDescending(m => m.LeftOn).ToList();
        var linked = new List<LinkedLedger>();
        var events = new List<FileEvent>();
        foreach (var ledger in LinkedRows.LedgersOf(catalog, user.Identity))
        {
            var rows = LinkedRows.Of(db, ledger, id);
            linked.Add(new LinkedLedger(ledger, await rows.CountAsync(ct)));
            var newest = await LinkedRows.NewestFirst(rows, ledger).AsNoTracking().Take(EventsOfLedger).ToListAsync(ct);
            events.AddRange(newest.Select(row => LinkedRows.EventOf(ledger, row, regions.Tree, clock.Today)));
        }

        var open = db.Set<Problem>().Where(p => p.HouseholdId == id && p.State != ProblemState.Closed);
        return new FileAnswer(
            new HouseholdFile(
                household, [.. members.Except(gone)], await PlaceAsync(db, household, ct), linked, [.. events.OrderByDescending(e => e.Day).ThenByDescending(e => e.Row.ChangedAt)],
                await open.CountAsync(ct), await open.CountAsync(p => p.DueOn < today, ct))
            { Gone = gone },
            null, null);
    }

    /// <summary>The rows of a linked ledger with the columns that its tab shows.</summary>
    public async Task<(IReadOnlyList<Column> Columns, IReadOnlyList<LedgerRow> Rows)> RowsAsync(Ledger ledger, Household household, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        var rows = await LinkedRows.NewestFirst(LinkedRows.Of(db, ledger, household.Id), ledger).AsNoTracking().Take(RowsOfTab).ToListAsync(ct);
        var columns = await ledger.AllColumnsAsync(db, household.Region, ct);
        return ([.. columns.Where(c => c.Shown && c.Kind is not (ColumnKind.Place or ColumnKind.HouseholdName or ColumnKind.HouseholdNumber))], rows);
    }

    private async Task<FileAnswer> DeletedAsync(AppDbContext db, long id, CancellationToken ct)
    {
        var deleted = await db.Set<Household>().IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(h => h.Id == id && h.IsDeleted, ct);
        // Outside the scope a household is simply not there, deleted or not.
        if (deleted is null || !user.Identity.Scope.Holds(deleted)) return FileAnswer.Missing;
        return new FileAnswer(null, deleted, await DeletedRows.DescribeAsync(db, deleted, ct));
    }

    /// <summary>Neighbours by pinyin of the head's name, then by id; a village has some dozens of households.</summary>
    private static async Task<FilePlace> PlaceAsync(AppDbContext db, Household household, CancellationToken ct)
    {
        var ids = await db.Set<Household>().Where(h => h.Region == household.Region).OrderBy(h => h.NameKey).ThenBy(h => h.Id).Select(h => h.Id).ToListAsync(ct);
        var at = ids.IndexOf(household.Id);
        return new FilePlace(at + 1, ids.Count, at > 0 ? ids[at - 1] : null, at >= 0 && at < ids.Count - 1 ? ids[at + 1] : null);
    }
}
