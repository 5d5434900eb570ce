using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>
/// The file of a household as one workbook (一户一档导出): the household, its members and every ledger that names it, a sheet
/// each, in the columns that come in again. Recorded like every export.
/// </summary>
public sealed class HouseholdWorkbook(IDbContextFactory<AppDbContext> stores, LedgerCatalog catalog, LedgerSheets sheets, CurrentUser user, AuditLog audit)
{
    /// <summary>Writes what the user may see; false where the household is not in his scope.</summary>
    /// <param name="id">The household.</param>
    /// <param name="isFull">Full numbers, of the ledgers that the user keeps.</param>
    /// <param name="reason">Why they are taken out.</param>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="ct">Stops writing.</param>
    public async Task<bool> WriteAsync(long id, bool isFull, string reason, Stream output, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        if (await db.Set<Household>().AsNoTracking().FirstOrDefaultAsync(h => h.Id == id, ct) is not { } household) return false;
        var parts = new List<(Ledger Ledger, IReadOnlyList<long> Rows)>
        {
            (HouseholdLedger.Ledger, [id]),
            (MemberLedger.Ledger, await db.Set<Member>().Where(m => m.HouseholdId == id).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct)),
        };
        foreach (var ledger in LinkedRows.LedgersOf(catalog, user.Identity))
            parts.Add((ledger, await LinkedRows.Of(db, ledger, id).Select(r => r.Id).ToListAsync(ct)));

        var contents = new List<SheetContent<LedgerRow>>();
        foreach (var (ledger, rows) in parts.Where(p => p.Rows.Count > 0))
        {
            var columns = await ledger.AllColumnsAsync(db, household.Region, ct);
            var query = new LedgerQuery { Region = household.Region, Ids = rows };
            contents.AddRange(await sheets.OfAsync(db, ledger, query, columns, isFull && user.Identity.MayExportFull(ledger), ct));
        }

        var count = await SheetWriter.WriteAsync(output, contents, ct);
        var details = new Dictionary<string, object?[]> { ["内容"] = ["一户一档"], ["行数"] = [count], ["完整"] = [isFull], ["事由"] = [reason] };
        await audit.WriteAsync(new AuditNote("导出", HouseholdLedger.Key) { Region = household.Region, RowId = id, Details = details }, ct);
        return true;
    }

    /// <summary>The address /households/{id}/export; ?full=1&amp;reason=… asks for unmasked values.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/households/{id:long}/export", AnswerAsync);

    /// <summary>Where the household's workbook is found.</summary>
    /// <param name="id">The household.</param>
    /// <param name="reason">Why full numbers are wanted; null for masked ones.</param>
    public static string Href(long id, string? reason) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/households/{id}/export{(reason is null ? "" : $"?full=1&reason={Uri.EscapeDataString(reason)}")}");

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult, NotFound>> AnswerAsync(
        long id, HttpRequest http, HouseholdWorkbook workbook, IDbContextFactory<AppDbContext> stores, CurrentUser user, Clock clock, AddressTexts texts, CancellationToken ct)
    {
        if (!user.Identity.May(Act.Export)) return Refused("您的账号不能导出。");
        var (full, reason) = texts.FullExportOf(http);
        if (full && !user.Identity.MayExportFull(HouseholdLedger.Ledger)) return Refused("您的账号只能导出脱敏后的档案。");
        if (full && reason.Length == 0) return Refused("导出事由没有填。请写明为什么需要完整的证件号码和账号。");
        await using var db = await stores.CreateDbContextAsync(ct);
        if (await db.Set<Household>().Where(h => h.Id == id).Select(h => h.Number).FirstOrDefaultAsync(ct) is not { } number) return TypedResults.NotFound();
        // By its number, not by a name: files lie about on desks.
        return TypedResults.Stream(output => workbook.WriteAsync(id, full, reason, output, http.HttpContext.RequestAborted), SheetWriter.ContentType, $"一户一档-{number}-{ColumnText.Day(clock.Today)}.xlsx");
    }

    private static ProblemHttpResult Refused(string sentence) => TypedResults.Problem(title: sentence, statusCode: StatusCodes.Status403Forbidden);
}
