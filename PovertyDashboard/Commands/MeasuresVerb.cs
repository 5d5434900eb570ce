using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Commands;

/// <summary><c>measures</c>: every measure of a region, counted by query from the rows.</summary>
internal static class MeasuresVerb
{
    private static readonly Option<long?> Region = VerbOptions.Region("地区键；不写则为全部");
    private static readonly Option<bool> Json = VerbOptions.Json();

    public static VerbCommand Command => new(new Command("measures", "列出全部指标的数值：名称、数值和单位、键") { Region, Json }, RunAsync) { Examples = ["measures --region 371522116000 --json"] };

    private static async Task<int> RunAsync(ParseResult parse, VerbContext context, CancellationToken ct)
    {
        var catalog = context.Services.GetRequiredService<LedgerCatalog>();
        var today = context.Services.GetRequiredService<Clock>().Today;
        var region = parse.GetValue(Region);
        if (VerbOptions.RegionFault(context.Services.GetRequiredService<RegionDirectory>().Tree, region) is { } fault) return await context.FailAsync(fault);
        await using var db = await context.Services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        var values = new List<MeasureValue>();
        foreach (var measure in catalog.Measures) values.Add(await MeasureValue.OfAsync(db, catalog, measure, region, today, ct));
        await context.Out.WriteLineAsync(parse.GetValue(Json)
            ? VerbJson.Of(values.Select(v => new { key = v.Measure.Key, title = v.Measure.Title, ledger = v.Measure.Ledger.Key, region = region?.ToString(System.Globalization.CultureInfo.InvariantCulture), kind = v.Measure.Kind.ToString().ToLowerInvariant(), value = v.Value, unit = v.Measure.Unit }))
            : string.Join(Environment.NewLine, values.Select(v => $"{v.Measure.Title}\t{v.Text} {v.Measure.Unit}\t{v.Measure.Key}")));
        return Verbs.Done;
    }
}
