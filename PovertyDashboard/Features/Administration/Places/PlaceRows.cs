using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Administration.Places;

/// <summary>The rows of one ledger in a place (地区内的行).</summary>
/// <param name="Last">The latest day that a row says something happened on; null where its rows have no such day.</param>
public sealed record PlaceRowCount(Ledger Ledger, int Count, DateOnly? Last);

/// <summary>Counts the rows that lie in a place and below it, ledger by ledger (地区内的行); on a context that sees the whole store.</summary>
public static class PlaceRows
{
    public static async Task<IReadOnlyList<PlaceRowCount>> CountAsync(AppDbContext db, LedgerCatalog catalog, long region, CancellationToken ct)
    {
        var found = new List<PlaceRowCount>();
        foreach (var ledger in catalog.Ledgers)
        {
            var count = await LedgerReader.CountAsync(db, ledger, catalog, new LedgerQuery { Region = region }, DateOnly.MaxValue, ct);
            if (count > 0) found.Add(new PlaceRowCount(ledger, count, await LastAsync(db, ledger, catalog, region, ct)));
        }

        return found;
    }

    /// <summary>Days of things that have happened, not of plans: a deadline may lie after the end of a place.</summary>
    private static async Task<DateOnly?> LastAsync(AppDbContext db, Ledger ledger, LedgerCatalog catalog, long region, CancellationToken ct)
    {
        DateOnly? last = null;
        foreach (var column in ledger.Columns.Where(c => c is { Kind: ColumnKind.Date, Member: not null } && (c.NotInFuture || c.IsKey)))
        {
            var query = new LedgerQuery { Region = region, Sort = "-" + column.Key, Size = 1 };
            var page = await LedgerReader.PageAsync(db, ledger, catalog, query, DateOnly.MaxValue, ct);
            if (page.Rows.Count > 0 && column.Get(page.Rows[0]) is DateOnly day && (last is null || day > last)) last = day;
        }

        return last;
    }
}
