using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>A site with reference data only, for imports and exports as the system or as a user of one place.</summary>
public sealed class ImportSite : IAsyncDisposable
{
    private readonly TestSite _site = new() { EnvironmentName = Environments.Production };

    public string Folder => _site.Folder;

    public TestSite Site => _site;

    public Task<IReadOnlyList<FileResult>> ImportAsync(params string[] paths) => ImportAsync(UserIdentity.System, paths);

    public Task<IReadOnlyList<FileResult>> ImportAsync(UserIdentity user, params string[] paths) => _site.AsAsync(user, services =>
        services.GetRequiredService<ImportRun>().RunAsync(paths, ReadLimits.Verb, new ImportRequest(), CancellationToken.None));

    public Task<string> ExportAsync(string ledger, string name, string? measure = null) => _site.AsAsync(UserIdentity.System, async services =>
    {
        var path = Path.Combine(Folder, name);
        await using var file = File.Create(path);
        var request = new ExportRequest(new LedgerQuery { Measure = measure }, [], IsFull: true, "test");
        await services.GetRequiredService<LedgerExport>().WriteAsync(services.GetRequiredService<LedgerCatalog>().Ledger(ledger)!, request, Path.GetExtension(path) == ".csv", file, CancellationToken.None);
        return path;
    });

    /// <summary>The four sample ledgers of the main job: households first.</summary>
    public Task<IReadOnlyList<FileResult>> ImportSamplesAsync() =>
        ImportAsync([.. SampleFiles.Select(Samples.PathOf)]);

    public static readonly string[] SampleFiles = ["人口信息-张寨镇.xlsx", "户信息-张寨镇.xlsx", "整改台账-北城街道.csv", "六净一规范检查-韩集镇.xlsx"];

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
