using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Data;

/// <summary>Makes rows fit the place to which they are moved, before they are written (numbers that must be single there).</summary>
/// <param name="RowType">The rows it is for.</param>
/// <param name="Fit">Changes them; they carry their new place already.</param>
public sealed record MovedRowsFit(Type RowType, Func<AppDbContext, IReadOnlyList<LedgerRow>, CancellationToken, Task> Fit);

/// <summary>What a move of places has moved.</summary>
/// <param name="Rows">Rows by their ledger; those that hang on a ledger's rows and are no ledger are not counted.</param>
/// <param name="Twins">Rows that now have the key of another one, a phrase each.</param>
public sealed record PlaceMoveResult(IReadOnlyDictionary<Ledger, int> Rows, IReadOnlyList<string> Twins);

/// <summary>
/// Moves every row of places to other places (并村、调整区划), deleted ones too: with version, audit entry and change row like any
/// other change, inside the transaction of the act.
/// </summary>
public sealed class PlaceMove(LedgerCatalog catalog, IEnumerable<MovedRowsFit> fits, TimeProvider time)
{
    /// <param name="db">A context that sees the whole store, in its transaction.</param>
    /// <param name="to">Old key to new key.</param>
    /// <param name="actor">Who moves them.</param>
    /// <param name="ct">Stops it; the transaction is then rolled back.</param>
    public async Task<PlaceMoveResult> RunAsync(AppDbContext db, IReadOnlyDictionary<long, long> to, string actor, CancellationToken ct)
    {
        var transaction = (SqliteTransaction)(db.Database.CurrentTransaction ?? throw new InvalidOperationException("PlaceMove needs a transaction.")).GetDbTransaction();
        var user = UserIdentity.System with { Name = actor };
        await using var session = new BulkSession(db, transaction, await AuditWriter.OpenAsync(db, ct), catalog, user, time.GetUtcNow().UtcDateTime, batch: null);
        var (copier, counts, moved) = (new RowCopier(db), new Dictionary<Ledger, int>(), new List<(Ledger Ledger, LedgerRow Row)>());
        foreach (var type in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(LedgerRow))))
        {
            var stored = await In(db, type, [.. to.Keys]).ToListAsync(ct);
            if (stored.Count == 0) continue;
            var rows = stored.ConvertAll(copier.Copy);
            foreach (var row in rows) row.Region = to[row.Region];
            foreach (var fit in fits.Where(f => f.RowType == type)) await fit.Fit(db, rows, ct);
            for (var i = 0; i < rows.Count; i++) session.Write(rows[i], stored[i]);
            if (catalog.LedgerOf(type) is not { } ledger) continue;
            counts[ledger] = rows.Count(r => !r.IsDeleted);
            moved.AddRange(rows.Where(r => !r.IsDeleted).Select(r => (ledger, r)));
        }

        session.WriteChanges();
        return new PlaceMoveResult(counts.Where(c => c.Value > 0).ToDictionary(), await TwinsAsync(db, moved, ct));
    }

    private static IQueryable<LedgerRow> In(AppDbContext db, Type type, List<long> places) =>
        db.RowsOf(type).WhereBy(QueryCalls.Lambda(type, row => Expression.Call(Expression.Constant(places), nameof(List<>.Contains), null, Expression.Property(row, nameof(LedgerRow.Region)))))
            .IgnoreQueryFilters().AsNoTracking();

    /// <summary>Keys that hold within a place may meet where two places become one.</summary>
    private static async Task<List<string>> TwinsAsync(AppDbContext db, List<(Ledger Ledger, LedgerRow Row)> moved, CancellationToken ct)
    {
        var twins = new List<string>();
        foreach (var (ledger, row) in moved)
        {
            if (ledger.KeyWithin == RegionLevel.City && !ledger.Columns.Any(c => c.IsKey && c.Place is not null)) continue;
            if (await SameKey.FindAsync(db, ledger, row, ct) is not null) twins.Add($"{ledger.Title}“{ledger.NameOf(row)}”");
        }

        return [.. twins.Distinct()];
    }
}
