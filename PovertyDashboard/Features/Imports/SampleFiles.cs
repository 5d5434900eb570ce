using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Features.Imports;

/// <summary>Brings the sample ledgers into a new demo store, by the same import that staff use.</summary>
internal static class SampleFiles
{
    /// <summary>The town's households and their members come first: 示例 households of other towns follow at 600, linked ledgers after them.</summary>
    public static readonly IReadOnlyList<SeedStep> Steps =
    [
        new(500, "Sample households and members", DemoOnly: true, (services, ct) => ImportAsync(services, file => IsPopulation(file), ct)),
        new(620, "Sample ledgers", DemoOnly: true, (services, ct) => ImportAsync(services, file => !IsPopulation(file), ct)),
    ];

    private static bool IsPopulation(string file) => file.Contains("户信息", StringComparison.Ordinal) || file.Contains("人口信息", StringComparison.Ordinal);

    private static async Task ImportAsync(IServiceProvider services, Func<string, bool> wanted, CancellationToken ct)
    {
        var folder = Path.Combine(ReferenceData.Folder, "samples");
        var files = Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f) is ".xlsx" or ".csv").Where(f => wanted(Path.GetFileName(f))).Order(StringComparer.Ordinal).ToList();
        await services.GetRequiredService<ImportRun>().RunAsync(files, ReadLimits.Verb, new ImportRequest(), ct);
    }
}
