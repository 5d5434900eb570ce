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
    IDbContextFactory<AppDbContext> contexts, LedgerCatalog catalog, LedgerSheets sheets, RegionDirectory regions, CodeListDirectory codes, Clock clock, CurrentUser user, AuditLog audit)
{
    // A longer list is no help; whoever fills in a sheet for a whole county types the village.
    private const int MostPlaces = 1000;

    public async Task<long> WriteAsync(Ledger ledger, ExportRequest request, bool asCsv, Stream output, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var columns = await ColumnsAsync(db, ledger, request, ct);
        var asked = request with { Query = request.Query.AllowedTo(ledger, user.Identity) };
        var contents = asCsv ? [sheets.One(db, ledger, asked.Query, columns, asked.IsFull)] : await sheets.OfAsync(db, ledger, asked.Query, columns, asked.IsFull, ct);
        var count = asCsv ? await CsvSheetWriter.WriteAsync(output, contents[0].Spec, contents[0].Rows, contents[0].Write, ct) : await SheetWriter.WriteAsync(output, contents, ct);
        var details = new Dictionary<string, object?[]> { ["查询"] = [(request.Query with { Seal = null }).ToQueryString(withPage: false)], ["行数"] = [count], ["完整"] = [request.IsFull], ["事由"] = [request.Reason] };
        await audit.WriteAsync(new AuditNote("导出", ledger.Key) { Region = request.Query.Region ?? 0, Details = details }, ct);
        return count;
    }

    public async Task WriteTemplateAsync(Ledger ledger, long? region, Stream output, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // The columns that data make are those of the user's own place; somebody for the whole store gets all.
        var place = region ?? (user.Identity.Scope.IsEverything ? null : user.Identity.Scope.HomeIn(regions.Tree));
        var columns = (await ledger.AllColumnsAsync(db, place ?? 0, ct)).Where(c => !c.IsDerived).ToList();
        var sheet = new LedgerSheet(ledger, columns, regions.Tree, codes.Current, clock.Today, _ => false) { Places = PlacesIn(region) };
        await TemplateWriter.WriteAsync(output, sheet.Spec(sheets.HeadOf(ledger, region)), ct);
    }

    /// <summary>The names of the places in the region that are the user's too, by level.</summary>
    private Func<RegionLevel, IReadOnlyList<string>> PlacesIn(long? region)
    {
        var nodes = user.Identity.Scope.NodesIn(regions.Tree, clock.Today).Where(n => region is not { } within || RegionKey.Subtree(within).Contains(n.Key) || RegionKey.Subtree(n.Key).Contains(within)).ToLookup(n => n.Level, n => n.Name);
        return level => nodes[level].Distinct().ToList() is { Count: <= MostPlaces } names ? names : [];
    }

    /// <summary>e.g. 张寨镇贫困户台账-未解决饮水-2020-08-31.xlsx.</summary>
    public string FileNameOf(Ledger ledger, LedgerQuery query, string extension)
    {
        var measure = query.Measure is { } key && catalog.Measure(key) is { } named ? "-" + named.Title : "";
        return $"{sheets.PlaceOf(query.Region)}{ledger.Title}{measure}-{ColumnText.Day(clock.Today)}{extension}";
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
