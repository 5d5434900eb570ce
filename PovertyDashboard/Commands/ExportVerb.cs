using System.CommandLine;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Commands;

/// <summary><c>export LEDGER</c>: the full ledger as xlsx or csv and its row count; audited.</summary>
internal static class ExportVerb
{
    private static readonly Argument<string> LedgerKey = new("LEDGER") { Description = "台账名称，例如 households" };
    private static readonly Option<long?> Region = VerbOptions.Region("地区键；不写则为全部");
    private static readonly Option<string?> MeasureKey = new("--measure") { HelpName = "KEY", Description = "指标名称，例如 problems.overdue；只导出该指标的名单" };
    private static readonly Option<string[]> Where = new("--where") { HelpName = "列名=值", Description = "条件，例如 主要致贫原因=因病 或 发现日期=2020-07-01..2020-08-21；可写多次", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string> Out = new("--out") { Description = "写到这个 .xlsx 或 .csv 文件", HelpName = "FILE", Required = true };
    private static readonly Option<bool> Json = VerbOptions.Json();

    public static VerbCommand Command => new(new Command("export", "导出台账（完整，记入审计）") { LedgerKey, Region, MeasureKey, Where, Out, Json }, RunAsync)
    {
        Examples = ["export problems --measure problems.overdue --where 问题类别=住房 --out 逾期.xlsx"],
    };

    private static async Task<int> RunAsync(ParseResult parse, VerbContext context, CancellationToken ct)
    {
        var catalog = context.Services.GetRequiredService<LedgerCatalog>();
        var (key, measure) = (parse.GetValue(LedgerKey)!, parse.GetValue(MeasureKey));
        if (catalog.Ledger(key) is not { } ledger) return await context.FailAsync($"没有“{key}”这本台账。可用：{string.Join('、', catalog.Ledgers.Select(l => l.Key))}。");
        if (measure is not null && catalog.Measure(measure)?.Ledger != ledger) return await context.FailAsync($"{ledger.Title}没有“{measure}”这个指标。");
        var faults = new[] { VerbOptions.RegionFault(context.Services.GetRequiredService<RegionDirectory>().Tree, parse.GetValue(Region)), VerbOptions.FileFault(parse.GetValue(Out)!, ".xlsx", ".csv") };
        if (faults.OfType<string>().FirstOrDefault() is { } fault) return await context.FailAsync(fault);
        var filters = new List<ColumnFilter>();
        foreach (var condition in parse.GetValue(Where) ?? [])
        {
            var parts = condition.Split('=', 2);
            if (parts.Length < 2 || ledger.Columns.All(c => c.Key != parts[0] && c.Header != parts[0])) return await context.FailAsync($"看不懂条件“{condition}”。请写成 列名=值。");
            filters.Add(new ColumnFilter(parts[0], parts[1]));
        }

        var query = new LedgerQuery { Region = parse.GetValue(Region), Measure = measure, Filters = filters };
        var path = Path.GetFullPath(parse.GetValue(Out)!);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        long rows;
        await using (var file = File.Create(path))
        {
            var request = new ExportRequest(query, [], IsFull: true, "命令行导出");
            rows = await context.Services.GetRequiredService<LedgerExport>().WriteAsync(ledger, request, Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase), file, ct);
        }

        await context.Out.WriteLineAsync(parse.GetValue(Json)
            ? VerbJson.Of(new { ledger = key, region = query.Region?.ToString(System.Globalization.CultureInfo.InvariantCulture), measure, rows, file = path })
            : $"已导出 {ledger.Title} {rows} 行：{path}");
        return Verbs.Done;
    }
}
