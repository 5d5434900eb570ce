using PovertyDashboard.Data;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Excel;

/// <summary>Rows of a ledger as sheets of a workbook (台账成表), masked for the user, with the head that paper wants.</summary>
public sealed class LedgerSheets(LedgerCatalog catalog, RegionDirectory regions, CodeListDirectory codes, Clock clock, CurrentUser user)
{
    /// <summary>One sheet, or one for each value of the column by which the ledger is spread, with the columns that belong to it.</summary>
    /// <param name="db">Where the rows are read while the sheet is written.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="query">Which rows, in which order.</param>
    /// <param name="columns">Its columns in order.</param>
    /// <param name="isFull">Whether numbers of persons are written out.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IReadOnlyList<SheetContent<LedgerRow>>> OfAsync(AppDbContext db, Ledger ledger, LedgerQuery query, IReadOnlyList<Column> columns, bool isFull, CancellationToken ct)
    {
        if (ledger.SheetsBy is not { } spread) return [One(db, ledger, query, columns, isFull)];
        var sheets = new List<SheetContent<LedgerRow>>();
        foreach (var value in await LedgerReader.ValuesAsync(db, ledger, catalog, query, spread.By, clock.Today, ct))
        {
            var name = ColumnText.Format(spread.By, value);
            var sheet = One(db, ledger, query with { Filters = [.. query.Filters, new ColumnFilter(spread.By.Key, name)] }, [.. columns.Where(c => spread.Has(value, c))], isFull);
            sheets.Add(sheet with { Spec = sheet.Spec with { SheetName = name } });
        }

        return sheets.Count > 0 ? sheets : [One(db, ledger, query, columns, isFull)];
    }

    /// <summary>All rows on one sheet.</summary>
    public SheetContent<LedgerRow> One(AppDbContext db, Ledger ledger, LedgerQuery query, IReadOnlyList<Column> columns, bool isFull) => One(db, ledger, query, columns, isFull, clock.Today);

    /// <summary>The same with the rows and values of an earlier day, as far as its measure knows them.</summary>
    public SheetContent<LedgerRow> One(AppDbContext db, Ledger ledger, LedgerQuery query, IReadOnlyList<Column> columns, bool isFull, DateOnly day)
    {
        var sheet = new LedgerSheet(ledger, columns, regions.Tree, codes.Current, day, column => IsMasked(column, isFull));
        return new(sheet.Spec(HeadOf(ledger, query.Region)), LedgerReader.Stream(db, ledger, catalog, query, day), sheet.Write);
    }

    public SheetHead HeadOf(Ledger ledger, long? region) => new(
        PlaceOf(region) + ledger.Title,
        PlaceOf(region) is { Length: > 0 } place ? place : "聊城市",
        clock.Today,
        $"{user.Identity.DisplayName}　{clock.LocalNow:yyyy-MM-dd HH:mm} 导出");

    /// <summary>The name of the region asked for, or of the user's own places; nothing where these are everything.</summary>
    public string PlaceOf(long? region)
    {
        var scope = user.Identity.Scope;
        var key = region ?? (scope.IsEverything ? null : scope.HomeIn(regions.Tree));
        return key is { } k && regions.Tree.Find(k) is not null ? scope.FormalNameOf(k, regions.Tree) : "";
    }

    /// <summary>A full export holds the numbers of persons, and what was measured of them only for health roles.</summary>
    private bool IsMasked(Column column, bool isFull) => column.Sensitivity switch
    {
        Sensitivity.None => false,
        Sensitivity.Clinical => !isFull || column.HiddenFrom(user.Identity) != Sensitivity.None,
        _ => !isFull,
    };
}
