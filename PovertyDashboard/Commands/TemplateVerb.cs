using System.CommandLine;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Commands;

/// <summary><c>template LEDGER</c>: a blank workbook with drop-downs and notes.</summary>
internal static class TemplateVerb
{
    private static readonly Argument<string> LedgerKey = new("LEDGER") { Description = "台账名称，例如 households" };
    private static readonly Option<string> Out = new("--out") { Description = "写到这个 .xlsx 文件", HelpName = "FILE", Required = true };

    public static VerbCommand Command => new(new Command("template", "空表模板：带下拉选项和填写说明") { LedgerKey, Out }, RunAsync) { Examples = ["template households --out 户信息.xlsx"] };

    private static async Task<int> RunAsync(ParseResult parse, VerbContext context, CancellationToken ct)
    {
        var catalog = context.Services.GetRequiredService<LedgerCatalog>();
        if (catalog.Ledger(parse.GetValue(LedgerKey)!) is not { Importable: true } ledger)
            return await context.FailAsync($"没有“{parse.GetValue(LedgerKey)}”这本可导入的台账。可用：{string.Join('、', catalog.Ledgers.Where(l => l.Importable).Select(l => l.Key))}。");
        if (VerbOptions.FileFault(parse.GetValue(Out)!, ".xlsx") is { } fault) return await context.FailAsync(fault);
        var path = Path.GetFullPath(parse.GetValue(Out)!);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = File.Create(path);
        await context.Services.GetRequiredService<LedgerExport>().WriteTemplateAsync(ledger, null, file, ct);
        await context.Out.WriteLineAsync($"已生成 {ledger.Title}空表模板：{path}");
        return Verbs.Done;
    }
}
