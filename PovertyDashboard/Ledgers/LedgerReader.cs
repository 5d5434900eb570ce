using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Ledgers;

/// <summary>A page of a list: its rows, the count of all, the number of its first row and the cursors of its neighbours.</summary>
public sealed record LedgerPageResult(IReadOnlyList<LedgerRow> Rows, int Total, int First, string? Next, string? Previous);

/// <summary>Reads a ledger's rows for a query: pages by keyset (every page costs the same) and whole lists as a stream.</summary>
public static class LedgerReader
{
    public static async Task<LedgerPageResult> PageAsync(AppDbContext db, Ledger ledger, LedgerCatalog catalog, LedgerQuery query, DateOnly today, CancellationToken ct)
    {
        var rows = Filtered(db, ledger, catalog, query, today);
        var total = await rows.CountAsync(ct);
        var sort = SortOf(ledger, query);
        var cursor = await BorderAsync(db, ledger, sort, query.Cursor, ct);
        var back = cursor?.Backward == true;
        if (cursor is not null) rows = rows.WhereBy(sort.Beyond(ledger.RowType, cursor));
        rows = Ordered(rows, ledger, sort, back);

        var found = await rows.AsNoTracking().Take(query.Size + 1).ToListAsync(ct);
        var more = found.Count > query.Size;
        if (more) found.RemoveAt(query.Size);
        if (back) found.Reverse();
        var first = cursor is null ? 1 : back ? Math.Max(1, cursor.Number - found.Count) : cursor.Number + 1;
        var next = found.Count > 0 && (back || more) ? sort.CursorAt(found[^1], first + found.Count - 1, backward: false) : null;
        var previous = found.Count > 0 && (back ? more : cursor is not null) ? sort.CursorAt(found[0], first, backward: true) : null;
        return new LedgerPageResult(found, total, found.Count == 0 ? 0 : first, next, previous);
    }

    public static Task<int> CountAsync(AppDbContext db, Ledger ledger, LedgerCatalog catalog, LedgerQuery query, DateOnly today, CancellationToken ct) =>
        Filtered(db, ledger, catalog, query, today).CountAsync(ct);

    /// <summary>All rows of the query in its order, streamed.</summary>
    public static IAsyncEnumerable<LedgerRow> Stream(AppDbContext db, Ledger ledger, LedgerCatalog catalog, LedgerQuery query, DateOnly today) =>
        Ordered(Filtered(db, ledger, catalog, query, today), ledger, SortOf(ledger, query), backward: false).AsNoTracking().AsAsyncEnumerable();

    /// <summary>The values that a column has in the rows of the query, in their order (the months of attendance).</summary>
    public static async Task<IReadOnlyList<object>> ValuesAsync(AppDbContext db, Ledger ledger, LedgerCatalog catalog, LedgerQuery query, Column column, DateOnly today, CancellationToken ct)
    {
        var rows = Filtered(db, ledger, catalog, query, today);
        var value = QueryCalls.Lambda(ledger.RowType, row => Expression.Convert(SplitQuery.Swap(column.Member!, row), typeof(object)));
        var values = rows.Provider.CreateQuery<object?>(Expression.Call(typeof(Queryable), nameof(Queryable.Select), [ledger.RowType, typeof(object)], rows.Expression, Expression.Quote(value)));
        return [.. (await values.Distinct().ToListAsync(ct)).OfType<object>().Order()];
    }

    /// <summary>The rows that the query names, unordered.</summary>
    public static IQueryable<LedgerRow> Filtered(AppDbContext db, Ledger ledger, LedgerCatalog catalog, LedgerQuery query, DateOnly today)
    {
        var rows = ledger.Rows(db);
        if (query.Region is { } region)
        {
            var range = RegionKey.Subtree(region);
            rows = rows.WhereBy(QueryCalls.Lambda(ledger.RowType, row => SplitQuery.Swap((Expression<Func<LedgerRow, bool>>)(r => r.Region >= range.Lo && r.Region < range.Hi), row)));
        }

        if (query.Ids.Count > 0)
            rows = rows.WhereBy(QueryCalls.Lambda(ledger.RowType, row => SplitQuery.Swap((Expression<Func<LedgerRow, bool>>)(r => query.Ids.Contains(r.Id)), row)));
        if (query.Measure is { } key && RowsOf(catalog.Measure(key)) is { } measure && measure.Ledger == ledger)
            rows = rows.WhereBy(measure.Condition(db, today));
        return LedgerFilter.Apply(rows, ledger, query);
    }

    /// <summary>The border that the address names; null, and so the first page, where it does not fit the order.</summary>
    private static async Task<PageCursor?> BorderAsync(AppDbContext db, Ledger ledger, LedgerSort sort, string written, CancellationToken ct)
    {
        if (PageCursor.Parse(written) is not { } cursor) return null;
        if (!sort.IsPersonal) return sort.Fits(ledger.RowType, cursor) ? cursor : null;
        var row = await DeletedRows.ById(db, ledger, cursor.Id).AsNoTracking().FirstOrDefaultAsync(ct);
        return row is null ? null : cursor with { Value = sort.TextAt(row) };
    }

    private static RowMeasure? RowsOf(Measure? measure) => measure as RowMeasure ?? (measure as RatioMeasure)?.Part;

    private static IQueryable<LedgerRow> Ordered(IQueryable<LedgerRow> rows, Ledger ledger, LedgerSort sort, bool backward)
    {
        rows = rows.OrderBy(sort.Key(ledger.RowType), sort.Descending != backward, first: true);
        return rows.OrderBy(LedgerSort.ById(ledger.RowType), sort.Descending != backward, first: false);
    }

    private static LedgerSort SortOf(Ledger ledger, LedgerQuery query)
    {
        var asked = query.Sort.Length > 0 ? query.Sort : ledger.DefaultSort;
        var descending = asked.StartsWith('-');
        var column = ledger.Columns.FirstOrDefault(c => c.Key == asked.TrimStart('-') && c.Member is not null);
        return new LedgerSort(column, descending);
    }
}
