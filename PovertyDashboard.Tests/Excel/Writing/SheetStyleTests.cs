using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using PovertyDashboard.Excel.Writing;
using static PovertyDashboard.Tests.Excel.Writing.SampleLedger;

namespace PovertyDashboard.Tests.Excel.Writing;

public sealed class SheetStyleTests
{
    [Fact]
    public async Task ClosedXML_finds_the_same_cells_and_the_ledger_style()
    {
        using var workbook = new XLWorkbook(new MemoryStream(await File()));
        var sheet = workbook.Worksheet(1);

        Assert.Equal("用工 用料", sheet.Name);
        Assert.Equal("371599198001010017", sheet.Cell(5, 2).GetString());
        Assert.Equal(XLDataType.Text, sheet.Cell(5, 2).DataType);
        Assert.Equal(1234.56, sheet.Cell(5, 3).GetDouble());
        Assert.Equal(new DateTime(2020, 8, 10), sheet.Cell(5, 5).GetDateTime());
        Assert.Equal("yyyy-mm-dd", sheet.Cell(5, 5).Style.NumberFormat.Format);
        Assert.False(sheet.Cell(6, 1).HasFormula);
        Assert.Equal("=1+1", sheet.Cell(6, 1).GetString());
        Assert.Equal(1234.06, sheet.Cell(8, 3).GetDouble());
        Assert.Equal(XLBorderStyleValues.Thin, sheet.Cell(7, 1).Style.Border.BottomBorder);
        Assert.Equal(XLBorderStyleValues.Thin, sheet.Cell(8, 6).Style.Border.RightBorder);
        Assert.True(sheet.Cell(1, 1).Style.Font.Bold);
        Assert.Equal("宋体", sheet.Cell(7, 1).Style.Font.FontName);
        Assert.Equal(
            ["A1:F1", "A2:F2", "A3:A4", "A8:B8", "A9:F9", "B3:B4", "C3:D3", "E3:E4", "F3:F4"],
            sheet.MergedRanges.Select(range => range.RangeAddress.ToString()!).Order(StringComparer.Ordinal));
        Assert.Equal("A4:F7", sheet.AutoFilter.Range.RangeAddress.ToString());
        Assert.Equal(4, sheet.SheetView.SplitRow);
    }

    [Fact]
    public async Task The_page_is_set_up_for_printing()
    {
        using var workbook = new XLWorkbook(new MemoryStream(await File()));
        var page = workbook.Worksheet(1).PageSetup;

        Assert.Equal(XLPageOrientation.Landscape, page.PageOrientation);
        Assert.Equal(XLPaperSize.A4Paper, page.PaperSize);
        Assert.Equal((1, 0), (page.PagesWide, page.PagesTall));
        Assert.Equal((3, 4), (page.FirstRowToRepeatAtTop, page.LastRowToRepeatAtTop));
        Assert.Equal(2 / 2.54, page.Margins.Left, 6);
        Assert.Contains("&C第&P页 共&N页", page.Footer.GetText(XLHFOccurrence.OddPages), StringComparison.Ordinal);
        Assert.Contains("R&&D 办公室", page.Footer.GetText(XLHFOccurrence.OddPages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defined_names_follow_the_rows_and_quote_the_sheet()
    {
        var book = Part(await File(Spec with { SheetName = "2020年 8月" }), "xl/workbook.xml");

        Assert.Contains("'2020年 8月'!$3:$4<", book, StringComparison.Ordinal);
        Assert.Contains("'2020年 8月'!$A$4:$F$7<", book, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_tells_who_runs_the_server()
    {
        var file = await File();
        using var zip = new ZipArchive(new MemoryStream(file));

        Assert.All(zip.Entries, entry => Assert.DoesNotContain(Environment.UserName + "<", Part(file, entry.FullName), StringComparison.Ordinal));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
    }

    [Fact]
    public async Task The_file_keeps_to_the_schema()
    {
        WrittenSheet.AssertValid(await File());
        WrittenSheet.AssertValid(await WrittenSheet.Xlsx<Line>(new SheetSpec { Title = "空", SheetName = "空", Columns = [new() { Header = "村" }] }, [], Write));
    }

    private static string Part(byte[] file, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(path)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
