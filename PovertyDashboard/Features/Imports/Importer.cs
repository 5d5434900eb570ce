using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports.Choices;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Imports;

/// <summary>What the user says about a file beside the file itself.</summary>
/// <param name="Ledger">Key of the ledger, where it shall not be recognised.</param>
/// <param name="Region">Township of the file, where the sheet does not tell it.</param>
/// <param name="DryRun">Only check, write nothing.</param>
/// <param name="CheckedAt">UTC instant of the check that the user has seen and confirmed: what others change after it is not overwritten.</param>
public sealed record ImportRequest(string? Ledger = null, long? Region = null, bool DryRun = false, DateTime? CheckedAt = null)
{
    /// <summary>What the user has decided about its columns and persons after an earlier check.</summary>
    public ReadingChoices Choices { get; init; } = ReadingChoices.None;
}

/// <summary>Brings a file into the store (导入): recognise, read, match, then write everything in one transaction.</summary>
public sealed class Importer(
    IDbContextFactory<AppDbContext> contexts, BulkWriter writer, LedgerCatalog catalog, RegionDirectory regions, CodeListDirectory codes,
    SettingsDirectory settings, HeaderNames names, Clock clock, CurrentUser user, IEnumerable<HouseholdKeys> households, IEnumerable<PersonKeys> persons, TimeProvider time, ILogger<Importer> log)
{
    private const int FewRows = 2_000;

    private const string NoRows = "表头下面没有数据。请填写后再导入。";

    /// <summary>Opens the file and recognises its sheets, in the order in which ledgers depend on each other.</summary>
    public async Task<(IReadOnlyList<RecognisedSheet> Sheets, Unrecognised? Instead)> RecogniseAsync(Workbook workbook, ImportRequest request, CancellationToken ct)
    {
        if (request.Ledger is { } key && catalog.Ledger(key) is null) return ([], new($"没有“{key}”这本台账。请用 --help 查看台账名称。", null));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var remembered = await names.OfUnitAsync(db, request.Region, ct);
        var forms = new List<LedgerForm>();
        foreach (var ledger in catalog.Ledgers)
        {
            var chosen = remembered[ledger.Key].ToDictionary(n => n.Header, n => n.Column);
            foreach (var (header, column) in request.Choices.Of(ledger).Headers) chosen[header] = column;
            forms.Add(new LedgerForm(ledger, [.. await ledger.AllColumnsAsync(db, request.Region ?? 0, ct), .. ledger.AlsoRead], chosen, request.Choices.Of(ledger).Headers.Count > 0));
        }

        var all = new LedgerForms(forms);
        var asked = request.Ledger is null ? all : new LedgerForms(forms.FindAll(f => f.Ledger.Key == request.Ledger));
        var data = SheetRecognition.WithData(workbook);
        var sheets = data.Select(s => SheetRecognition.Recognise(s, asked, ct)).OfType<RecognisedSheet>().OrderBy(s => forms.IndexOf(s.Form)).ToList();
        return sheets.Count > 0 ? (sheets, null) : ([], Unrecognised.Of(data, all, request.Ledger, ct));
    }

    /// <summary>Checks the file, or writes its good rows; a check stops when it has taken as long as the limits allow.</summary>
    public async Task<FileResult> ImportAsync(Stream file, string fileName, ReadLimits limits, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var result = await InTimeAsync(file, fileName, limits, request, progress, ct);
        // The rows of a large file have grown old by now; the collector would keep them, and those of its writing would come on top.
        if (request.DryRun && result.Sheets.Sum(s => s.Read) > FewRows) GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        return result;
    }

    private async Task<FileResult> InTimeAsync(Stream file, string fileName, ReadLimits limits, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        // What was checked in time is written to its end: its user could do nothing about a slow store.
        if (!request.DryRun || limits.Time is not { } longest) return await RunAsync(file, fileName, limits, request, progress, ct);
        using var over = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, over.Token);
        try
        {
            return await RunAsync(file, fileName, limits, request, progress, either.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return new FileResult(fileName, [], ReadFaults.TooSlow(longest));
        }
    }

    private async Task<FileResult> RunAsync(Stream file, string fileName, ReadLimits limits, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            var opened = SheetReader.Open(file, fileName, limits);
            if (!opened.IsOpen) throw opened.Cause;
            using var workbook = opened.Workbook;
            var (sheets, instead) = await RecogniseAsync(workbook, request, ct);
            if (instead is not null) return new FileResult(fileName, [], instead.Sentence) { Near = instead.Near is { } near && MayTake(near.Form.Ledger) ? Rejected(near, instead.Sentence) : null };
            await using var db = await contexts.CreateDbContextAsync(ct);
            // Sheets of one workbook stand on each other (members on households): all of them are written, or none; a check tries it out.
            var results = sheets.Count == 1 ? await AllAsync(ct) : request.DryRun ? await db.TryOutAsync(AllAsync, ct) : await db.InTransactionAsync(AllAsync, ct);
            return new FileResult(fileName, results.TrueForAll(r => r is { Read: 0, Rejection: "" }) ? results.ConvertAll(r => r with { Rejection = NoRows }) : results);

            async Task<List<SheetResult>> AllAsync(CancellationToken inner)
            {
                var done = new List<SheetResult>();
                foreach (var sheet in sheets) done.Add(await ImportSheetAsync(db, sheet, fileName, request, writes: !request.DryRun || sheets.Count > 1, progress, inner));
                return done;
            }
        }
        catch (SheetFaultException broken)
        {
            broken.LogTo(log);
            return new FileResult(fileName, [], broken.Message);
        }
    }

    private async Task<SheetResult> ImportSheetAsync(AppDbContext db, RecognisedSheet sheet, string fileName, ImportRequest request, bool writes, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        if (!sheet.Form.Ledger.Importable) return Rejected(sheet, $"{sheet.Form.Ledger.Title}由系统生成，只能导出，不能导入。");
        if (!MayTake(sheet.Form.Ledger)) return Rejected(sheet, $"您的账号不能写入{sheet.Form.Ledger.Title}，没有导入。请由负责这本台账的人导入。");
        progress?.Report(new ImportProgress("读取", 0, 0));
        var places = new PlaceReader(regions.Tree);
        var reader = new DraftReader(
            sheet, new ColumnParser(codes.Current, clock.Today), places, new FileTownship(places, sheet, fileName, request.Region), user.Identity, request.Choices.Of(sheet.Form.Ledger).Blanks);
        var read = reader.ReadAll(ct);
        if (read is { Township: null, LacksTownship: true }) return Rejected(sheet, "看不出这是哪个乡镇的表。请在表头写明填报单位，或先选择地区再导入。");

        var context = new EffectContext(db, settings, new RowContext(clock.Today, user.Identity)) { Members = persons.FirstOrDefault(), Households = households.FirstOrDefault() };
        var matcher = new DraftMatcher(db, sheet, households.FirstOrDefault(), persons.FirstOrDefault(), codes.Current, regions.Tree, context, request.Choices.PersonsOf(sheet.Sheet.Name), request.CheckedAt);
        var import = new SheetImport(db, writer, sheet.Form.Ledger, context, matcher, read.Rows, () => reader.ReadAll(ct).Rows, progress);
        return Outcome(sheet, read.Township, await import.RunAsync(writes, ct));
    }

    private static SheetResult Outcome(RecognisedSheet sheet, long? township, IReadOnlyList<DraftRow> drafts)
    {
        var headers = new SheetHeaders(sheet);
        var rows = drafts.Select(d => new RowOutcome(
            d.Number,
            d.IsRefused ? RowFate.Refused : d.Stored is null ? RowFate.Added : d.Changes.Count > 0 ? RowFate.Updated : RowFate.Unchanged,
            sheet.Form.Ledger.NameOf(d.Row))
        {
            Faults = [.. d.Faults.Select(headers.AsWritten)],
            Changes = d.IsRefused ? [] : d.Changes,
            Alike = d.Alike,
        }).ToList();
        return new SheetResult(sheet.Sheet.Name, sheet.Form.Ledger, township, rows, headers.Matches(), PlaceOf(sheet));
    }

    private bool MayTake(Ledger ledger) => ledger.Importable && user.Identity.May(Act.Import) && ledger.IsKeptBy(user.Identity);

    private static SheetResult Rejected(RecognisedSheet sheet, string reason) => new(sheet.Sheet.Name, sheet.Form.Ledger, null, [], new SheetHeaders(sheet).Matches(), PlaceOf(sheet), reason);

    private static SheetPlace PlaceOf(RecognisedSheet sheet) => new(sheet.LastHeaderRow, sheet.ResultAt);
}
