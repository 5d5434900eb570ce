using System.CommandLine;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Commands;

/// <summary><c>import FILE…</c>: good rows in, bad rows held, a fate for every row.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "要导入的 .xlsx 或 .csv 文件", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Ledger = new("--ledger") { HelpName = "KEY", Description = "台账名称，例如 households；不写则按表头识别" };
    private static readonly Option<long?> Region = VerbOptions.Region("文件所属乡镇的地区键，例如 371522116000");
    private static readonly Option<string?> Report = new("--report") { HelpName = "DIR", Description = "把每个文件的批注副本（错格标红、逐行结果）写到这个文件夹" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "只核对，不写入" };
    private static readonly Option<bool> Json = VerbOptions.Json();

    public static VerbCommand Command => new(
        new Command("import", "导入台账文件：好的行入库，有错的行挡下并说明原因") { Files, Ledger, Region, Report, DryRun, Json },
        RunAsync)
    { Examples = ["import data/samples/户信息-张寨镇.xlsx --report out"] };

    private static async Task<int> RunAsync(ParseResult parse, VerbContext context, CancellationToken ct)
    {
        var request = new ImportRequest(parse.GetValue(Ledger), parse.GetValue(Region), parse.GetValue(DryRun));
        var files = parse.GetValue(Files)!;
        if (files.FirstOrDefault(f => !File.Exists(f)) is { } missing) return await context.FailAsync($"没有这个文件：{missing}");
        if (request.Ledger is { } key && context.Services.GetRequiredService<LedgerCatalog>().Ledger(key) is not { Importable: true }) return await context.FailAsync($"--ledger：没有“{key}”这本可导入的台账。");
        if (VerbOptions.RegionFault(context.Services.GetRequiredService<RegionDirectory>().Tree, request.Region) is { } fault) return await context.FailAsync(fault);

        var results = await ActivatorUtilities.GetServiceOrCreateInstance<ImportRun>(context.Services).RunAsync(files, ReadLimits.Verb, request, ct);
        if (parse.GetValue(Report) is { } folder)
        {
            var at = context.Services.GetRequiredService<Clock>().UtcNow;
            foreach (var without in await ImportReport.WriteAsync(files.Distinct().Zip(results), ReadLimits.Verb, folder, at, request.DryRun ? BatchState.Checked : BatchState.Done, context.Services.GetRequiredService<ILogger<ImportRun>>(), ct)) await context.Error.WriteLineAsync(without);
        }

        await context.Out.WriteLineAsync(parse.GetValue(Json) ? VerbJson.Of(results.SelectMany(JsonOf)) : string.Join(Environment.NewLine, results.SelectMany(TextOf)));
        return results.Any(r => r.HasRefusals) ? Verbs.SomeRefused : Verbs.Done;
    }

    private static IEnumerable<object> JsonOf(FileResult result)
    {
        if (result.Sheets.Count == 0)
            yield return new { file = result.File, ledger = (string?)null, read = 0, accepted = 0, unchanged = 0, refused = 0, error = result.Rejection, refusals = Array.Empty<object>() };
        foreach (var sheet in result.Sheets)
        {
            yield return new
            {
                file = result.File,
                ledger = sheet.Ledger?.Key,
                read = sheet.Read,
                accepted = sheet.Accepted,
                unchanged = sheet.Unchanged,
                refused = sheet.Refused,
                error = sheet.Rejection,
                refusals = sheet.Rows.SelectMany(r => r.Faults.Select(f => new { sheet = sheet.Sheet, row = r.Row, column = f.Column, reason = f.Message })),
            };
        }
    }

    private static IEnumerable<string> TextOf(FileResult result)
    {
        if (result.Rejection.Length > 0) yield return $"{result.File}：没有导入。{result.Rejection}";
        foreach (var sheet in result.Sheets)
        {
            yield return $"{result.File}（{sheet.Sheet}，{sheet.Ledger?.Title}）：读取 {sheet.Read} 行，入库 {sheet.Accepted} 行（新增 {sheet.Added}、更新 {sheet.Updated}），无变化 {sheet.Unchanged} 行，不入库 {sheet.Refused} 行";
            if (sheet.Rejection.Length > 0) yield return "  " + sheet.Rejection;
            foreach (var row in sheet.Rows.Where(r => r.Fate == RowFate.Refused))
                foreach (var fault in row.Faults) yield return $"  第 {row.Row} 行　{fault.Message}";
        }
    }
}
