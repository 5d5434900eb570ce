using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Imports;

/// <summary>What the user says about a file beside the file itself.</summary>
/// <param name="Ledger">Key of the ledger, where it shall not be recognised.</param>
/// <param name="Region">Township of the file, where the sheet does not tell it.</param>
/// <param name="DryRun">Only check, write nothing.</param>
public sealed record ImportRequest(string? Ledger = null, long? Region = null, bool DryRun = false);

/// <summary>Brings a file into the store (导入): recognise, read, match, then write everything in one transaction.</summary>
public sealed class Importer(
    IDbContextFactory<AppDbContext> contexts, BulkWriter writer, LedgerCatalog catalog, RegionDirectory regions, CodeListDirectory codes,
    SettingsDirectory settings, Clock clock, CurrentUser user, IEnumerable<HouseholdKeys> households, IEnumerable<PersonKeys> persons)
{
    /// <summary>Opens the file and recognises its sheets, in the order in which ledgers depend on each other.</summary>
    public async Task<(IReadOnlyList<RecognisedSheet> Sheets, string Rejection)> RecogniseAsync(Workbook workbook, ImportRequest request, CancellationToken ct)
    {
        if (request.Ledger is { } key && catalog.Ledger(key) is null) return ([], $"没有“{key}”这本台账。请用 --help 查看台账名称。");
        await using var db = await contexts.CreateDbContextAsync(ct);
        var forms = new List<LedgerForm>();
        foreach (var ledger in catalog.Ledgers.Where(l => request.Ledger is null || l.Key == request.Ledger))
            forms.Add(new LedgerForm(ledger, [.. await ledger.AllColumnsAsync(db, request.Region ?? 0, ct), .. ledger.AlsoRead]));
        var sheets = workbook.Sheets.Where(s => !s.Hidden).Select(s => SheetRecognition.Recognise(s, forms, ct)).OfType<RecognisedSheet>().ToList();
        return sheets.Count > 0 ? (sheets, "") : ([], NotALedger(request));
    }

    public async Task<FileResult> ImportAsync(Stream file, string fileName, ReadLimits limits, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var opened = SheetReader.Open(file, fileName, limits);
        if (!opened.IsOpen) return new FileResult(fileName, [], opened.Fault);
        using var workbook = opened.Workbook;
        try
        {
            var (sheets, rejection) = await RecogniseAsync(workbook, request, ct);
            if (sheets.Count == 0) return new FileResult(fileName, [], rejection);
            var results = new List<SheetResult>();
            foreach (var sheet in sheets) results.Add(await ImportSheetAsync(sheet, fileName, request, progress, ct));
            return new FileResult(fileName, results);
        }
        catch (SheetFaultException broken)
        {
            return new FileResult(fileName, [], broken.Message);
        }
    }

    private async Task<SheetResult> ImportSheetAsync(RecognisedSheet sheet, string fileName, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        if (!sheet.Form.Ledger.Importable) return Rejected(sheet, $"{sheet.Form.Ledger.Title}由系统生成，只能导出，不能导入。");
        if (!user.Identity.MayAny(sheet.Form.Ledger.Writers)) return Rejected(sheet, $"您的账号不能写入{sheet.Form.Ledger.Title}，没有导入。请由负责这本台账的人导入。");
        progress?.Report(new ImportProgress("读取", 0, 0));
        var written = SheetRows.Of(sheet, ct).ToList();
        var places = new PlaceReader(regions.Tree);
        var township = new FileTownship(places, sheet, fileName, request.Region).Find(written);
        if (township is null && FileTownship.IsNeeded(sheet, written))
            return Rejected(sheet, "看不出这是哪个乡镇的表。请在表头写明填报单位，或先选择地区再导入。");

        var context = new RowContext(clock.Today, user.Identity);
        var reader = new DraftReader(sheet, new ColumnParser(codes.Current, clock.Today), places, township, user.Identity);
        var drafts = written.ConvertAll(reader.Read);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var matcher = new DraftMatcher(db, sheet, households.FirstOrDefault(), persons.FirstOrDefault(), codes.Current, regions.Tree, context);
        if (request.DryRun) await matcher.MatchAsync(drafts, progress, ct);
        else await db.InTransactionAsync(inner => MatchAndWriteAsync(inner), ct);
        return Outcome(sheet, township, drafts);

        async Task<int> MatchAndWriteAsync(CancellationToken inner)
        {
            await matcher.MatchAsync(drafts, progress, inner);
            await WriteAsync(db, sheet.Form.Ledger, drafts, context, progress, inner);
            return drafts.Count;
        }
    }

    private async Task WriteAsync(AppDbContext db, Ledger ledger, List<DraftRow> drafts, RowContext context, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var changed = drafts.Where(d => !d.IsRefused && (d.Stored is null || d.Changes.Count > 0)).ToList();
        if (changed.Count == 0) return;
        var counted = progress is null ? null : new WriteProgress(progress, changed.Count);
        await writer.WriteAsync(db, [.. changed.Select(d => new RowWrite(d.Row, d.Stored))], counted, ct);
        var (written, may) = (changed.ConvertAll(d => d.Row), new EffectContext(db, settings, context));
        var effects = await ledger.EffectsAsync(written, may, ct);
        if (effects.Count > 0) await writer.WriteAsync(db, [.. effects.Select(e => new RowWrite(e, null))], null, ct);
        var following = await ledger.ConsequencesAsync(written, may, ct);
        if (following.Count > 0) await writer.WriteAsync(db, following, null, ct);
    }

    private static SheetResult Outcome(RecognisedSheet sheet, long? township, IReadOnlyList<DraftRow> drafts)
    {
        var headers = new SheetHeaders(sheet);
        var rows = drafts.Select(d => new RowOutcome(
            d.Number,
            d.IsRefused ? RowFate.Refused : d.Stored is null ? RowFate.Added : d.Changes.Count > 0 ? RowFate.Updated : RowFate.Unchanged,
            sheet.Form.Ledger.NameOf(d.Row),
            [.. d.Faults.Select(headers.AsWritten)],
            d.Changes)).ToList();
        return new SheetResult(sheet.Sheet.Name, sheet.Form.Ledger, township, rows, headers.Matches());
    }

    private static SheetResult Rejected(RecognisedSheet sheet, string reason) => new(sheet.Sheet.Name, sheet.Form.Ledger, null, [], new SheetHeaders(sheet).Matches(), reason);

    private string NotALedger(ImportRequest request) => request.Ledger is { } key
        ? $"这个文件不是{catalog.Ledger(key)!.Title}：表头对不上。请下载空表模板对照列名。"
        : "认不出这是哪本台账：表头对不上任何一本。请下载空表模板对照列名，或选择台账后再导入。";

    private sealed class WriteProgress(IProgress<ImportProgress> progress, int total) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new ImportProgress("写入", value, total));
    }
}
