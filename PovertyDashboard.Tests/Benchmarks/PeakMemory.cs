using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Imports;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>
/// The peak of the working set over that of the idle, warm site, in megabytes: looked at every 5 ms in a process of its own that runs
/// with the site's own runtime settings.
/// </summary>
internal static class PeakMemory
{
    /// <summary>Says that the program is the child.</summary>
    public const string Word = "--peak";

    public const string Export = "export", ExportOfTownship = "export-township", Import = "import";

    private const double Megabyte = 1024 * 1024;

    private const int WarmUps = 40, WarmUpRows = 200;

    private static readonly TimeSpan CompilerRest = TimeSpan.FromSeconds(3);

    /// <summary>Runs the work in a new process and notes its peak for the benchmark.</summary>
    public static async Task<double> NoteAsync(string benchmark, string work, string folder)
    {
        var program = typeof(PeakMemory).Assembly.Location;
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "exec", "--runtimeconfig", Path.ChangeExtension(typeof(Program).Assembly.Location, ".runtimeconfig.json"), "--depsfile", Path.ChangeExtension(program, ".deps.json"), program, Word, work, folder })
            start.ArgumentList.Add(argument);
        using var child = Process.Start(start)!;
        var said = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        if (child.ExitCode != 0) throw new InvalidOperationException($"The measured process has failed. {said}");
        var peak = double.Parse(said.Trim().Split('\n')[^1], CultureInfo.InvariantCulture);
        Noted.Add(benchmark, peak);
        return peak;
    }

    /// <summary>In the child: the peak of the work over the idle site.</summary>
    public static async Task<double> MeasureAsync(string work, string folder)
    {
        if (work == Import)
        {
            await using var imports = new ImportSite();
            _ = imports.Site.Services;
            var file = await File.ReadAllBytesAsync(Path.Combine(folder, ImportMemory.FileName));
            return await PeakOfAsync(() => ImportSpeed.WholeAsync(imports, file));
        }

        await using var site = BenchmarkStore.Site(folder);
        // A site that has been used for a while: its code is compiled to the end, which takes memory of its own for a time.
        for (var i = 0; i < WarmUps; i++) await ExportAsync(site, new LedgerQuery { Ids = [.. Enumerable.Range(1, WarmUpRows).Select(id => (long)id)] });
        await Task.Delay(CompilerRest);
        return await PeakOfAsync(() => ExportAsync(site, new LedgerQuery { Region = work == ExportOfTownship ? BenchmarkStore.Township : null }));
    }

    private static Task<long> ExportAsync(TestSite site, LedgerQuery query) => site.AsAsync(UserIdentity.System, services =>
        services.GetRequiredService<LedgerExport>().WriteAsync(HouseholdLedger.Ledger, new ExportRequest(query, [], IsFull: true, "测试"), asCsv: false, Stream.Null, CancellationToken.None));

    private static async Task<double> PeakOfAsync<T>(Func<Task<T>> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var idle = Environment.WorkingSet;
        var peak = idle;
        using var isDone = new ManualResetEventSlim();
        var looker = new Thread(() =>
        {
            do peak = Math.Max(peak, Environment.WorkingSet);
            while (!isDone.Wait(5));
        });
        looker.Start();
        await work();
        isDone.Set();
        looker.Join();
        return (peak - idle) / Megabyte;
    }
}
