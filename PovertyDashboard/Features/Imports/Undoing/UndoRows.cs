using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports.Undoing;

/// <summary>Reads the rows that a batch has written (批次的行), kind by kind, the last written kind first: what hangs on others comes before them.</summary>
internal sealed class UndoRows(AppDbContext db, LedgerCatalog catalog)
{
    private const int Chunk = 500;

    public async Task<IReadOnlyList<(Type Type, IReadOnlyList<UndoRow> Rows)>> OfAsync(long batch, CancellationToken ct)
    {
        var entries = await db.Set<BatchEntry>().AsNoTracking().Where(e => e.Batch == batch).OrderBy(e => e.Id).ToListAsync(ct);
        var kinds = new List<(Type, IReadOnlyList<UndoRow>)>();
        foreach (var kind in entries.GroupBy(e => e.RowType).Reverse())
        {
            var type = db.Model.GetEntityTypes().First(t => t.ClrType.Name == kind.Key && t.ClrType.IsAssignableTo(typeof(LedgerRow))).ClrType;
            kinds.Add((type, await RowsAsync(type, [.. kind], ct)));
        }

        return kinds;
    }

    /// <summary>Rows of the kind that are not deleted and hang on one of the households, as far as the user meets them.</summary>
    public async Task<IReadOnlyList<(LedgerRow Row, long Household)>> OfHouseholdsAsync(Ledger ledger, IReadOnlyCollection<long> households, CancellationToken ct)
    {
        var found = new List<(LedgerRow, long)>();
        foreach (var some in households.Chunk(Chunk))
        {
            var known = some.Select(id => (long?)id).ToArray();
            var linked = QueryCalls.Lambda(ledger.RowType, row => Expression.Call(
                typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long?)], Expression.Constant(known), Expression.Convert(Expression.Property(row, nameof(IHouseholdRow.HouseholdId)), typeof(long?))));
            foreach (var row in await db.RowsOf(ledger.RowType).WhereBy(linked).AsNoTracking().ToListAsync(ct))
                found.Add((row, row is IHouseholdMember member ? member.HouseholdId : ((IHouseholdRow)row).HouseholdId!.Value));
        }

        return found;
    }

    private async Task<IReadOnlyList<UndoRow>> RowsAsync(Type type, IReadOnlyList<BatchEntry> entries, CancellationToken ct)
    {
        var rows = new Dictionary<long, (bool IsNew, int Version, List<string> Former)>();
        foreach (var entry in entries)
            for (var id = entry.FirstId; id <= entry.LastId; id++)
            {
                var known = rows.GetValueOrDefault(id, (false, 0, []));
                // The values before the first change are set last.
                if (!entry.IsNew) known.Former.Insert(0, entry.Before);
                rows[id] = (known.IsNew || entry.IsNew, Math.Max(known.Version, entry.Version), known.Former);
            }

        var found = new List<UndoRow>();
        foreach (var some in rows.Keys.Chunk(Chunk))
        {
            var ids = QueryCalls.Lambda(type, row => Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(long)], Expression.Constant(some), Expression.Property(row, nameof(LedgerRow.Id))));
            var source = catalog.LedgerOf(type)?.Rows(db) ?? db.RowsOf(type);
            foreach (var row in await source.WhereBy(ids).IgnoreQueryFilters().AsNoTracking().ToListAsync(ct))
                found.Add(new UndoRow(row, rows[row.Id].IsNew, rows[row.Id].Version, rows[row.Id].Former));
        }

        return found;
    }
}
