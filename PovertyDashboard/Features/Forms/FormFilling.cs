using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Live.Months;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Forms;

/// <summary>For what a form is filled (填写要求).</summary>
/// <param name="Region">The place.</param>
/// <param name="Month">A month that is over, as yyyymm; null for today.</param>
/// <param name="IsFull">Full IDs, phones and cards instead of masked ones.</param>
/// <param name="Reason">Why full values are taken out.</param>
public sealed record FillRequest(long Region, int? Month, bool IsFull, string Reason);

/// <summary>The filled form as it goes out (填好的套表), or a sentence why not.</summary>
public sealed record FilledForm(byte[] Content, string Name, string Refusal);

/// <summary>Fills forms (套表填写) with what the user may export, masked as his exports are; every one is in the audit trail.</summary>
public sealed class FormFilling(
    IDbContextFactory<AppDbContext> contexts, LedgerCatalog catalog, LedgerSheets sheets, RegionTotals totals, MonthEnds months, RegionDirectory regions, Clock clock, CurrentUser user, AuditLog audit)
{
    /// <summary>How far back forms are filled.</summary>
    private const int MonthsBack = 24;

    /// <summary>The months that are over and for which everything in the form can be told, latest first.</summary>
    public async Task<IReadOnlyList<int>> MonthsAsync(FormLayout layout, CancellationToken ct)
    {
        // Rows of a ledger are known as they are today; of an earlier day only dated facts tell which there were.
        if (layout.Blocks.Any(b => catalog.Measure(b.Measure) is not { HasHistory: true })) return [];
        var back = Enumerable.Range(1, MonthsBack).Select(n => YearMonth.Add(YearMonth.Of(clock.Today), -n)).ToList();
        return await months.ToldAsync([.. MeasuresOf(layout)], user.Identity.Scope, back, ct);
    }

    /// <summary>Why the form cannot be filled so, or null.</summary>
    public async Task<string?> RefusalAsync(FormLayout layout, FillRequest request, CancellationToken ct)
    {
        var identity = user.Identity;
        if (identity.RefusalOf(layout, catalog) is { } refusal) return refusal;
        if (regions.Tree.Find(request.Region) is null || !identity.Scope.Touches(request.Region)) return "地区：不在您的管辖范围内。请选择自己的地区。";
        if (request.IsFull && !identity.MayFillFull(layout, catalog)) return "您的账号只能填写脱敏后的套表。";
        if (request.IsFull && request.Reason.Length == 0) return "导出事由没有填。请写明为什么需要完整的证件号码和账号。";
        if (request.Month is { } month && !(await MonthsAsync(layout, ct)).Contains(month))
            return YearMonth.IsMonth(month) ? $"填报期：{YearMonth.Words(month)}末的数字没有留存。请改选当前，或别的月份。" : "填报期：没有这个月份。请重新选择。";
        return null;
    }

    /// <summary>The filled form; null where there is none for this user.</summary>
    public async Task<FilledForm?> FillAsync(long id, FillRequest request, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FormDesk.FindAsync(db, id, ct) is not { } form) return null;
        var layout = FormLayout.Read(form.Layout);
        if (await RefusalAsync(layout, request, ct) is { } refusal) return new FilledForm([], "", refusal);
        try
        {
            return await FillAsync(db, form, layout, request, ct);
        }
        catch (SheetFaultException fault)
        {
            return new FilledForm([], "", fault.Message);
        }
    }

    private async Task<FilledForm> FillAsync(AppDbContext db, ReportForm form, FormLayout layout, FillRequest request, CancellationToken ct)
    {
        var day = request.Month is { } month ? YearMonth.Last(month) : clock.Today;
        var blocks = new Dictionary<string, BlockFill>();
        foreach (var block in layout.Blocks)
            if (await BlockAsync(db, layout, block, request, day, ct) is { } rows) blocks[block.Sheet] = rows;
        var context = new FillContext(sheets.PlaceOf(request.Region), day, user.Identity.DisplayName, sheet => blocks.TryGetValue(sheet, out var rows) ? rows.Count : 0);
        var fills = new List<SheetFill>();
        foreach (var sheet in layout.Placements.Select(p => p.Sheet).Concat(blocks.Keys).Distinct())
        {
            var cells = new List<CellFill>();
            foreach (var placed in layout.Placements.Where(p => p.Sheet == sheet && !p.IsOfRow)) cells.Add(new CellFill(placed.Row, placed.Column, await ValueAsync(placed, context, request, ct)));
            fills.Add(new SheetFill(sheet, cells, blocks.GetValueOrDefault(sheet)));
        }

        using var output = new MemoryStream();
        using var workbook = new MemoryStream(await FormDesk.ContentAsync(db, form.Id, ct), writable: false);
        await FormFiller.WriteAsync(workbook, ReadLimits.Web, fills, output, ct);
        await audit.WriteAsync(new AuditNote("导出", nameof(ReportForm)) { RowId = form.Id, Region = request.Region, Details = DetailsOf(form, layout, request, day, blocks) }, ct);
        var period = request.Month is { } past ? YearMonth.Text(past) : ColumnText.Day(day);
        return new FilledForm(output.ToArray(), $"{context.Unit}{form.Name}-{period}.xlsx", "");
    }

    /// <summary>The rows of the block's ledger; null where the ledger is no more.</summary>
    private async Task<BlockFill?> BlockAsync(AppDbContext db, FormLayout layout, FormBlock block, FillRequest request, DateOnly day, CancellationToken ct)
    {
        if (catalog.Ledger(block.Ledger) is not { } ledger) return null;
        var placed = layout.Placements.Where(p => p.Sheet == block.Sheet && p.IsOfRow && p.Row == block.Row).ToList();
        var numbers = placed.FindAll(p => p.Kind == PlacementKind.Number);
        var all = await ledger.AllColumnsAsync(db, request.Region, ct);
        var columns = placed.Where(p => p.Kind == PlacementKind.Column).Select(p => (Placed: p, Column: all.FirstOrDefault(c => c.Key == p.Key))).Where(p => p.Column is not null).ToList();
        var query = new LedgerQuery { Region = request.Region, Measure = block.Measure.Length > 0 ? block.Measure : null }.AllowedTo(ledger, user.Identity);
        var count = await LedgerReader.CountAsync(db, ledger, catalog, query, day, ct);
        var content = sheets.One(db, ledger, query, [.. columns.Select(c => c.Column!)], request.IsFull, day);
        return new BlockFill(block.Row, [.. numbers.Select(n => n.Column), .. columns.Select(c => c.Placed.Column)], count, FillRow.Of(content.Rows, content.Write, numbers.Count, ct));
    }

    private async Task<FillValue> ValueAsync(Placement placed, FillContext context, FillRequest request, CancellationToken ct)
    {
        if (placed.Kind == PlacementKind.Fact) return FormFact.Find(placed.Key)?.Value(context, placed.Sheet) ?? FillValue.Empty;
        if (catalog.Measure(placed.Key) is not { } measure) return FillValue.Empty;
        var scope = user.Identity.Scope;
        if (request.Month is not { } month) return FormFigure.Of(measure, await totals.FigureAsync(measure, request.Region, scope, ct));
        return await months.ReadAsync(measure, request.Region, scope, [month], ct) is [var end] ? FormFigure.Of(measure, end.Figure) : FillValue.Empty;
    }

    private IEnumerable<Measure> MeasuresOf(FormLayout layout) => layout.Placements.Where(p => p.Kind == PlacementKind.Measure).Select(p => catalog.Measure(p.Key)).OfType<Measure>().Distinct();

    private static Dictionary<string, object?[]> DetailsOf(ReportForm form, FormLayout layout, FillRequest request, DateOnly day, Dictionary<string, BlockFill> blocks) => new()
    {
        ["套表"] = [form.Name],
        ["填报期"] = [ColumnText.Day(day)],
        ["台账"] = [string.Join('、', layout.Blocks.Select(b => b.Ledger + (b.Measure.Length > 0 ? $"（{b.Measure}）" : "")))],
        ["行数"] = [blocks.Values.Sum(b => (long)b.Count)],
        ["完整"] = [request.IsFull],
        ["事由"] = [request.Reason],
    };
}
