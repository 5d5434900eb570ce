using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using ClosedXML.Excel;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>Reading 100,000 rows of 20 columns, held against the mere inflating of the sheet and against ClosedXML.</summary>
public class ReadSpeed
{
    private byte[] _file = [];

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        await using TestSite site = BenchmarkStore.Site();
        _file = await BenchmarkStore.FileAsync(site, BenchmarkStore.TwentyColumns, BenchmarkStore.Households(site, 100_000));
    }

    [Benchmark, Bar(8, nameof(Inflate_100_000)), Bar(0.2, nameof(ClosedXml_100_000))]
    public long Read_100_000()
    {
        using var workbook = Opening.Of(_file);
        return workbook.Sheets[0].Rows(CancellationToken.None).Sum(row => (long)row.Width);
    }

    [Benchmark]
    public void Inflate_100_000()
    {
        using var zip = new ZipArchive(new MemoryStream(_file));
        using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        part.CopyTo(Stream.Null);
    }

    [Benchmark, IterationCount(3), WarmupCount(1)]
    public long ClosedXml_100_000()
    {
        using var book = new XLWorkbook(new MemoryStream(_file));
        return book.Worksheet(1).RowsUsed().Sum(row => (long)row.CellsUsed().Count());
    }

    private static class Opening
    {
        public static Workbook Of(byte[] file) => SheetReader.Open(new MemoryStream(file), "x.xlsx", ReadLimits.Verb).Workbook!;
    }
}
