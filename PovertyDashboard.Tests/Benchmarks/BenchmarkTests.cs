using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Tests.Excel;
using PovertyDashboard.Tests.Features.Imports;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>What is measured does its work: the rows are right, whichever way they go.</summary>
public sealed class BenchmarkTests
{
    [Fact]
    public async Task The_export_and_its_reference_hold_the_same_cells()
    {
        await using var site = BenchmarkStore.Site();
        var rows = BenchmarkStore.Households(site, 30);
        var sheet = BenchmarkStore.Sheet(site, BenchmarkStore.TwentyColumns);
        using var plain = new MemoryStream();
        Assert.Equal(30, PlainClosedXml.Write(BenchmarkStore.Spec(sheet), rows, sheet.Write, plain));
        var exported = Opening.Rows(SheetXml.Repacked(await BenchmarkStore.FileAsync(site, BenchmarkStore.TwentyColumns, rows)), "x.xlsx");
        var reference = Opening.Rows(plain.ToArray(), "x.xlsx");
        Assert.Equal(Cells(exported), Cells(reference));
        Assert.Equal(20, exported[3].Width);
    }

    /// <summary>The data rows; ClosedXML writes 12000 where the export writes 12000.00.</summary>
    private static IEnumerable<string> Cells(IEnumerable<SheetRow> rows) => rows.Skip(3).Take(30).Select(r => string.Join('|', r.Cells.Select(c => c.AsDecimalText() ?? c.Raw)));

    [Fact]
    public async Task The_households_that_are_imported_are_all_new_and_none_is_refused()
    {
        await using var site = new ImportSite();
        var path = Path.Combine(site.Folder, "莘县户信息.xlsx");
        await File.WriteAllBytesAsync(path, await BenchmarkStore.FileAsync(site.Site, HouseholdLedger.Ledger.Columns, BenchmarkStore.Households(site.Site, 200)));
        var result = Assert.Single(Assert.Single(await site.ImportAsync(path)).Sheets);
        Assert.Equal((200, 0), (result.Added, result.Refused));
        var again = Assert.Single(Assert.Single(await site.ImportAsync(path)).Sheets);
        Assert.Equal(200, again.Rows.Count(r => r.Fate == RowFate.Unchanged));
    }
}
