using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Tests.Excel.Reading;

public sealed class XlsxWorkbookTests
{
    [Fact]
    public void Sheets_come_in_tab_order_with_their_names_and_hidden_state()
    {
        using var workbook = new RawXlsx()
            .With("xl/_rels/workbook.xml.rels", RawXlsx.Relations(("a", "worksheet", "worksheets/sheet1.xml"), ("b", "worksheet", "/xl/数据.xml"), ("c", "chartsheet", "x.xml")))
            .With("xl/数据.xml", """<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="3"><x:c r="B3" t="inlineStr"><x:is><x:t>值</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>""")
            .WithWorkbook("""<sheets><sheet name="大杨&amp;新村" sheetId="2" r:id="b"/><sheet name="图" sheetId="3" r:id="c"/><sheet name="说明" sheetId="1" state="hidden" r:id="a"/></sheets>""")
            .Open().Workbook!;

        Assert.Equal(["大杨&新村", "说明"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Equal([false, true], workbook.Sheets.Select(sheet => sheet.Hidden));
        var row = Assert.Single(workbook.Sheets[0].Rows(CancellationToken.None));
        Assert.Equal("值", row[1].Raw);
    }

    [Fact]
    public void Unusual_part_names_folder_entries_and_pictures_do_no_harm()
    {
        var file = new RawXlsx().Without("xl/workbook.xml").Without("xl/_rels/workbook.xml.rels").Without("xl/worksheets/sheet1.xml")
            .With("_rels/", "").With("xl/media/image1.png", [1, 2, 3])
            .With("_rels/.rels", RawXlsx.Relations(("p", "metadata/thumbnail", "docProps/t.jpeg"), ("r", "officeDocument", "/book/main.xml")))
            .With("[Content_Types].xml", """<Types><Override PartName="/book/main.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""")
            .With("book/_rels/main.xml.rels", RawXlsx.Relations(("k", "worksheet", "../s%20heet.xml")))
            .With("book/main.xml", """<workbook xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets><sheet name="a" q:id="k"/></sheets></workbook>""")
            .With("s heet.xml", """<worksheet><sheetData><row><c t="inlineStr"><is><t>值</t></is></c></row></sheetData></worksheet>""");

        Assert.Equal("值", file.Rows()[0][0].Raw);
    }

    [Fact]
    public void Merges_are_known_before_and_after_the_rows_are_read()
    {
        using var workbook = new RawXlsx()
            .WithSheet("""<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="$B$2"/></mergeCells>""".Replace("$", "", StringComparison.Ordinal))
            .Open().Workbook!;
        var sheet = workbook.Sheets[0];

        Assert.Single(sheet.Rows(CancellationToken.None));
        Assert.Equal([new CellRange(1, 0, 1, 2), new CellRange(2, 1, 2, 1)], sheet.Merges);
        Assert.Single(sheet.Rows(CancellationToken.None));
    }

    [Fact]
    public void Two_sheets_can_be_read_side_by_side()
    {
        var rows = string.Concat(Enumerable.Range(1, 5000).Select(i => $"<row><c><v>{i}</v></c></row>"));
        using var workbook = new RawXlsx()
            .With("xl/_rels/workbook.xml.rels", RawXlsx.Relations(("a", "worksheet", "worksheets/sheet1.xml"), ("b", "worksheet", "worksheets/sheet2.xml")))
            .With("xl/worksheets/sheet2.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>")
            .WithRows(rows)
            .WithWorkbook("""<sheets><sheet name="a" r:id="a"/><sheet name="b" r:id="b"/></sheets>""")
            .Open().Workbook!;

        var pairs = workbook.Sheets[0].Rows(CancellationToken.None).Zip(workbook.Sheets[1].Rows(CancellationToken.None)).ToList();

        Assert.Equal(5000, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal(pair.First[0].Raw, pair.Second[0].Raw));
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled()
    {
        using var workbook = new RawXlsx().WithRows("<row><c><v>1</v></c></row><row><c><v>1</v></c></row>").Open().Workbook!;
        using var cancel = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in workbook.Sheets[0].Rows(cancel.Token))
            {
                cancel.Cancel();
            }
        });
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_too()
    {
        var bytes = new RawXlsx().WithRows("<row><c><v>1</v></c></row>").ToBytes();
        using var workbook = SheetReader.Open(new ForwardOnlyStream(new MemoryStream(bytes)), "a.xlsx", ReadLimits.Web).Workbook!;

        Assert.Single(workbook.Sheets[0].Rows(CancellationToken.None));
        Assert.Contains("10 MB", SheetReader.Open(new ForwardOnlyStream(new MemoryStream(new byte[11 << 20])), "a.xlsx", ReadLimits.Web).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(53, "BB")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    [InlineData(16_383, "XFD")]
    public void Column_names_go_both_ways(int column, string name)
    {
        Assert.Equal(name, CellRange.ColumnName(column));
        Assert.True(CellRange.TryParseAddress(name + "12", out var row, out var parsed));
        Assert.Equal((12, column), (row, parsed));
    }
}
