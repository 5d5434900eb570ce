using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>What a ledger page shows for a query (台账页数据).</summary>
/// <param name="Columns">Every column, those made by data included.</param>
/// <param name="Page">The rows and their neighbours.</param>
/// <param name="Sums">Column key → sum over the whole query.</param>
/// <param name="Figures">Measure key → figure of the region.</param>
public sealed record LedgerPageData(IReadOnlyList<Column> Columns, LedgerPageResult Page, IReadOnlyDictionary<string, long> Sums, IReadOnlyDictionary<string, Figure> Figures);

/// <summary>Reads everything that a ledger page shows; rows by query, figures from the totals.</summary>
public sealed class LedgerPageReader(
    IDbContextFactory<AppDbContext> stores, LedgerCatalog catalog, RegionTotals totals, RegionDirectory regions, CurrentUser user, Clock clock)
{
    public async Task<LedgerPageData> ReadAsync(Ledger ledger, LedgerQuery query, CancellationToken ct)
    {
        query = query.AllowedTo(ledger, user.Identity);
        await using var db = await stores.CreateDbContextAsync(ct);
        var columns = await ledger.AllColumnsAsync(db, RegionOf(query), ct);
        var page = await LedgerReader.PageAsync(db, ledger, catalog, query, clock.Today, ct);
        var sums = page.Total == 0 ? new Dictionary<string, long>() : await LedgerTotals.SumAsync(LedgerReader.Filtered(db, ledger, catalog, query, clock.Today), columns, ct);
        return new LedgerPageData(columns, page, sums, await FiguresAsync(ledger, query, ct));
    }

    /// <summary>The row at an address: where it may be seen, else a sentence that says why not.</summary>
    public async Task<(LedgerRow? Row, string? Why)> RowAsync(Ledger ledger, long id, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        var row = await DeletedRows.ById(db, ledger, id).AsNoTracking().FirstOrDefaultAsync(ct);
        if (row is null || !MaySee(ledger, row)) return (null, "没有这一行，或者它不在您的管辖范围内。");
        return row.IsDeleted ? (row, await DeletedRows.DescribeAsync(db, row, ct)) : (row, null);
    }

    /// <summary>The rows of the measure (of the whole list without one) in the region; null is everything that the user may see.</summary>
    public async Task<long> CountAsync(RowMeasure measure, long? region, CancellationToken ct) =>
        user.Identity.MayRead(measure, catalog) ? (await totals.FigureAsync(measure, region ?? Top, user.Identity.Scope, ct)).Count : 0;

    /// <summary>What the tree and the sentence above the table count: the rows of the measure, of a ratio's part, or all.</summary>
    public RowMeasure CountedBy(Ledger ledger, LedgerQuery query) => query.Measure is { } key && catalog.Measure(key) is { } measure && measure.Ledger == ledger
        ? measure as RowMeasure ?? ((RatioMeasure)measure).Part
        : ledger.AllRows;

    /// <summary>The region of the query, else the user's own.</summary>
    public long RegionOf(LedgerQuery query) => query.Region ?? user.Identity.Scope.HomeIn(regions.Tree) ?? 0;

    /// <summary>A list without a region also holds what places above the user's own let him read (a township's campaign).</summary>
    private long Top => regions.Tree.Nodes.Count > 0 ? regions.Tree.Nodes[0].Key : 0;

    private bool MaySee(Ledger ledger, LedgerRow row) => user.Identity.MayList(ledger) && IsInScope(ledger, row);

    private bool IsInScope(Ledger ledger, LedgerRow row) =>
        user.Identity.Scope.Holds(row) || (ledger.RowType.IsAssignableTo(typeof(IReadableBelow)) && user.Identity.Scope.Touches(row.Region));

    private async Task<Dictionary<string, Figure>> FiguresAsync(Ledger ledger, LedgerQuery query, CancellationToken ct)
    {
        var region = query.Region ?? Top;
        var figures = new Dictionary<string, Figure>();
        foreach (var measure in catalog.MeasuresOf(ledger).Append(ledger.AllRows).Where(m => user.Identity.MayRead(m, catalog)))
            figures[measure.Key] = await totals.FigureAsync(measure, region, user.Identity.Scope, ct);
        return figures;
    }
}
