using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>A file that was handed in on the page: its batch, why it was refused as a whole, and the fates of its rows.</summary>
public sealed record HandedIn(long Batch, string Rejection, BatchState State, BatchReport Report)
{
    public IReadOnlyList<RowOutcome> Rows => [.. Report.Sheets.SelectMany(s => s.Rows)];
}

/// <summary>A site with reference data only, for imports and exports as the system or as a user of one place.</summary>
public sealed class ImportSite : IAsyncDisposable
{
    private readonly TestSite _site = new() { EnvironmentName = Environments.Production };

    public string Folder => _site.Folder;

    public TestSite Site => _site;

    public Task<IReadOnlyList<FileResult>> ImportAsync(params string[] paths) => ImportAsync(UserIdentity.System, paths);

    public Task<IReadOnlyList<FileResult>> ImportAsync(UserIdentity user, params string[] paths) => _site.AsAsync(user, services =>
        services.GetRequiredService<ImportRun>().RunAsync(paths, ReadLimits.Verb, new ImportRequest(), CancellationToken.None));

    /// <summary>Hands the file in as the user of the page does and waits until it is checked (or refused).</summary>
    public Task<HandedIn> HandInAsync(UserIdentity user, string fileName, byte[] content, string ledger = "", long? region = null) => _site.AsAsync(user, async services =>
    {
        var desk = services.GetRequiredService<ImportDesk>();
        var (id, refusal) = await desk.HandInAsync(fileName, content, ledger, region, CancellationToken.None);
        return refusal.Length > 0 ? new HandedIn(0, refusal, BatchState.Failed, BatchReport.Empty) : await EndOfAsync(desk, id);
    });

    /// <summary>Does something to a batch as the user of the page and waits until it stands still.</summary>
    public Task<HandedIn> GoOnAsync(UserIdentity user, long batch, Func<ImportDesk, Task> act) => _site.AsAsync(user, async services =>
    {
        var desk = services.GetRequiredService<ImportDesk>();
        await act(desk);
        return await EndOfAsync(desk, batch);
    });

    private static async Task<HandedIn> EndOfAsync(ImportDesk desk, long id)
    {
        for (var left = 1200; left > 0; left--)
        {
            if (await desk.BatchAsync(id, CancellationToken.None) is { Batch.IsRunning: false } found) return new HandedIn(id, found.Batch.Rejection, found.Batch.State, found.Report);
            await Task.Delay(50);
        }

        throw new TimeoutException($"Batch {id} does not end.");
    }

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
