using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Imports;

/// <summary>What is taken out of a ledger.</summary>
/// <param name="Query">The same query as the page's: what is listed is what is exported, all of it.</param>
/// <param name="Columns">Keys of the wanted columns in their order; empty for all of the declaration.</param>
/// <param name="IsFull">Full IDs, phones and cards instead of masked ones.</param>
/// <param name="Reason">Why full values are taken out (导出事由).</param>
public sealed record ExportRequest(LedgerQuery Query, IReadOnlyList<string> Columns, bool IsFull, string Reason);

/// <summary>Takes ledgers out as Excel or csv and makes blank templates (导出, 空表模板); every export is in the audit trail.</summary>
public sealed class LedgerExport(
    IDbContextFactory<AppDbContext> contexts, LedgerCatalog catalog, RegionDirectory regions, CodeListDirectory codes, Clock clock, CurrentUser user, AuditLog audit)
{
    public async Task<long> WriteAsync(Ledger ledger, ExportRequest request, bool asCsv, Stream output, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var columns = await ColumnsAsync(db, ledger, request, ct);
        var asked = request with { Query = request.Query.AllowedTo(ledger, user.Identity) };
        List<SheetContent<LedgerRow>> sheets = asCsv || ledger.SheetsBy is null ? [] : await SheetsAsync(db, ledger, asked, columns, ct);
        if (sheets.Count == 0) sheets = [Sheet(db, ledger, asked, asked.Query, columns)];
        var count = asCsv ? await CsvSheetWriter.WriteAsync(output, sheets[0].Spec, sheets[0].Rows, sheets[0].Write, ct) : await SheetWriter.WriteAsync(output, sheets, ct);
        var details = new Dictionary<string, object?[]> { ["查询"] = [request.Query.ToQueryString(withPage: false)], ["行数"] = [count], ["完整"] = [request.IsFull], ["事由"] = [request.Reason] };
        await audit.WriteAsync(new AuditNote("导出", ledger.Key) { Region = request.Query.Region ?? 0, Details = details }, ct);
        return count;
    }

    /// <summary>A sheet for each value of the column by which the ledger is spread, with the columns that belong to it.</summary>
    private async Task<List<SheetContent<LedgerRow>>> SheetsAsync(AppDbContext db, Ledger ledger, ExportRequest request, IReadOnlyList<Column> columns, CancellationToken ct)
    {
        var (by, has) = ledger.SheetsBy!;
        var sheets = new List<SheetContent<LedgerRow>>();
        foreach (var value in await LedgerReader.ValuesAsync(db, ledger, catalog, request.Query, by, clock.Today, ct))
        {
            var name = ColumnText.Format(by, value);
            var sheet = Sheet(db, ledger, request, request.Query with { Filters = [.. request.Query.Filters, new ColumnFilter(by.Key, name)] }, [.. columns.Where(c => has(value, c))]);
            sheets.Add(sheet with { Spec = sheet.Spec with { SheetName = name } });
        }

        return sheets;
    }

    private SheetContent<LedgerRow> Sheet(AppDbContext db, Ledger ledger, ExportRequest request, LedgerQuery query, IReadOnlyList<Column> columns)
    {
        var sheet = new LedgerSheet(ledger, columns, regions.Tree, codes.Current, clock.Today, column => IsMasked(column, request.IsFull));
        return new(sheet.Spec(HeadOf(ledger, request.Query)), LedgerReader.Stream(db, ledger, catalog, query, clock.Today), sheet.Write);
    }

    public async Task WriteTemplateAsync(Ledger ledger, long? region, Stream output, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var columns = (await ledger.AllColumnsAsync(db, region ?? 0, ct)).Where(c => !c.IsDerived).ToList();
        var sheet = new LedgerSheet(ledger, columns, regions.Tree, codes.Current, clock.Today, _ => false);
        await TemplateWriter.WriteAsync(output, sheet.Spec(HeadOf(ledger, new LedgerQuery { Region = region })), ct);
    }

    /// <summary>e.g. 张寨镇贫困户台账-未解决饮水-2020-08-31.xlsx.</summary>
    public string FileNameOf(Ledger ledger, LedgerQuery query, string extension)
    {
        var measure = query.Measure is { } key && catalog.Measure(key) is { } named ? "-" + named.Title : "";
        return $"{PlaceOf(query.Region)}{ledger.Title}{measure}-{ColumnText.Day(clock.Today)}{extension}";
    }

    private SheetHead HeadOf(Ledger ledger, LedgerQuery query) => new(
        PlaceOf(query.Region) + ledger.Title,
        PlaceOf(query.Region) is { Length: > 0 } place ? place : "聊城市",
        clock.Today,
        $"{user.Identity.DisplayName}　{clock.LocalNow:yyyy-MM-dd HH:mm} 导出");

    /// <summary>A full export holds the numbers of persons, and what was measured of them only for health roles.</summary>
    private bool IsMasked(Column column, bool isFull) => column.Sensitivity switch
    {
        Sensitivity.None => false,
        Sensitivity.Clinical => !isFull || column.HiddenFrom(user.Identity) != Sensitivity.None,
        _ => !isFull,
    };

    /// <summary>The name of the region asked for, or of the user's own places; nothing where these are everything.</summary>
    private string PlaceOf(long? region)
    {
        var scope = user.Identity.Scope;
        var key = region ?? (scope.IsEverything ? null : scope.HomeIn(regions.Tree));
        return key is { } k && regions.Tree.Find(k) is not null ? scope.FormalNameOf(k, regions.Tree) : "";
    }

    private static async Task<IReadOnlyList<Column>> ColumnsAsync(AppDbContext db, Ledger ledger, ExportRequest request, CancellationToken ct)
    {
        var all = await ledger.AllColumnsAsync(db, request.Query.Region ?? 0, ct);
        if (request.Columns.Count == 0) return all;
        // Place columns always go along, so that the sheet comes back without hints.
        var wanted = request.Columns.Select(key => all.FirstOrDefault(c => c.Key == key)).OfType<Column>().Where(c => c.Kind != ColumnKind.Place);
        return [.. all.Where(c => c.Kind == ColumnKind.Place), .. wanted];
    }
}
