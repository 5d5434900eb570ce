using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Imports;

/// <summary>The stored rows that the rows of a file may update, by key.</summary>
public sealed class StoredRows
{
    private const int Chunk = 500;
    private readonly Dictionary<string, LedgerRow> _byKey = [];

    public LedgerRow? Find(string key) => _byKey.GetValueOrDefault(key);

    public static async Task<StoredRows> LoadAsync(AppDbContext db, LedgerForm form, RowKeys keys, IReadOnlyCollection<LedgerRow> incoming, CancellationToken ct)
    {
        var stored = new StoredRows();
        var all = form.Ledger.Rows(db);
        if (keys.Single is { } column)
        {
            foreach (var texts in incoming.Select(r => (string?)column.Get(r) ?? "").Where(t => t.Length > 0).Distinct().Chunk(Chunk))
                stored.Add(keys, await all.WhereBy(In(form.Ledger.RowType, column, texts)).AsNoTracking().ToListAsync(ct));
            return stored;
        }

        var places = incoming.Select(r => form.Ledger.KeyWithin == RegionLevel.Township ? RegionKey.TownshipOf(r.Region) : r.Region).Where(r => r != 0).Distinct();
        foreach (var place in places)
        {
            var range = RegionKey.Subtree(place);
            Expression<Func<LedgerRow, bool>> within = r => r.Region >= range.Lo && r.Region < range.Hi;
            stored.Add(keys, await all.WhereBy(QueryCalls.Lambda(form.Ledger.RowType, row => SplitQuery.Swap(within, row))).AsNoTracking().ToListAsync(ct));
        }

        return stored;
    }

    private void Add(RowKeys keys, List<LedgerRow> rows)
    {
        foreach (var row in rows)
            if (keys.Of(row) is { } key) _byKey[key] = row;
    }

    private static LambdaExpression In(Type rowType, Column column, string[] texts) => QueryCalls.Lambda(rowType, row => Expression.Call(
        typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)], Expression.Constant(texts), SplitQuery.Swap(column.Member!, row)));
}
