using BenchmarkDotNet.Attributes;
using PovertyDashboard.Features.Households;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>What an export takes: all columns of a store with 100,000 households, and of its township with 10,000.</summary>
[IterationCount(3), WarmupCount(0)]
public class ExportMemory
{
    private string _folder = "";

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _folder = Directory.CreateTempSubdirectory("poverty-benchmark-").FullName;
        await using var site = BenchmarkStore.Site(_folder);
        await BenchmarkStore.FillAsync(site, 100_000);
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    [Benchmark, Bar(100), Bar(1.25, nameof(Peak_10_000))]
    public Task<double> Peak_100_000() => PeakMemory.NoteAsync(nameof(Peak_100_000), PeakMemory.Export, _folder);

    [Benchmark]
    public Task<double> Peak_10_000() => PeakMemory.NoteAsync(nameof(Peak_10_000), PeakMemory.ExportOfTownship, _folder);
}

/// <summary>What the import of 20,000 households takes, from the upload to the commit.</summary>
[IterationCount(3), WarmupCount(0)]
public class ImportMemory
{
    public const string FileName = "households.xlsx";

    private string _folder = "";

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _folder = Directory.CreateTempSubdirectory("poverty-benchmark-").FullName;
        await using var site = BenchmarkStore.Site();
        await File.WriteAllBytesAsync(Path.Combine(_folder, FileName), SheetXml.Repacked(await BenchmarkStore.FileAsync(site, HouseholdLedger.Ledger.Columns, BenchmarkStore.Households(site, 20_000))));
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    [Benchmark, Bar(150)]
    public Task<double> Peak_import_20_000() => PeakMemory.NoteAsync(nameof(Peak_import_20_000), PeakMemory.Import, _folder);
}
