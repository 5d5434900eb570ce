using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>Writing a ledger of 20 columns in full style, held against the mere deflating of its XML and against ClosedXML.</summary>
public class ExportSpeed
{
    private TestSite _site = null!;
    private List<Household> _rows = null!;
    private LedgerSheet _sheet = null!;
    private byte[] _xml = [];

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _site = BenchmarkStore.Site();
        _rows = BenchmarkStore.Households(_site, 100_000);
        _sheet = BenchmarkStore.Sheet(_site, BenchmarkStore.TwentyColumns);
        _xml = SheetXml.Of(await BenchmarkStore.FileAsync(_site, BenchmarkStore.TwentyColumns, _rows));
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await _site.DisposeAsync();

    [Benchmark, Bar(1.6, nameof(Deflate_100_000))]
    public Task<long> Export_100_000() => WriteAsync(_rows.Count);

    [Benchmark]
    public void Deflate_100_000()
    {
        using var deflate = new DeflateStream(Stream.Null, CompressionLevel.Optimal);
        deflate.Write(_xml);
    }

    [Benchmark, Bar(0.08, nameof(ClosedXml_10_000))]
    public Task<long> Export_10_000() => WriteAsync(10_000);

    /// <summary>The same sheet as somebody would write it with the library: values cell by cell, styles by ranges.</summary>
    [Benchmark]
    public long ClosedXml_10_000() => PlainClosedXml.Write(BenchmarkStore.Spec(_sheet), _rows.Take(10_000), _sheet.Write, Stream.Null);

    private Task<long> WriteAsync(int count) =>
        SheetWriter.WriteAsync(Stream.Null, BenchmarkStore.Spec(_sheet), _rows.Take(count).ToAsyncEnumerable(), _sheet.Write, CancellationToken.None);
}
