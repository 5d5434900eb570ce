using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Annotating;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Tests.Excel.Writing;

namespace PovertyDashboard.Tests.Excel.Annotating;

/// <summary>A user's own file comes back as he made it, with marks on it.</summary>
public sealed class AnnotatedCopyTests
{
    private const string Bad = "FFFFD3CE";

    private const string Styles = """
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="12"/><name val="宋体"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFill="1"/><xf numFmtId="164" fontId="0" fillId="2" borderId="0" xfId="0" applyFill="1" applyNumberFormat="1"/></cellXfs>
        """;

    private const string Sheet = """
        <dimension ref="A1:D6"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="2" width="20" customWidth="1"/><col min="3" max="16384" width="9" customWidth="1"/></cols>
        <sheetData>
        <row r="1" spans="1:4"><c r="A1" s="1" t="inlineStr"><is><t>台账</t></is></c></row>
        <row r="2"><c r="A2" s="1" t="inlineStr"><is><t>户主</t></is></c><c r="B2" s="1" t="inlineStr"><is><t>日期</t></is></c><c r="C2" s="1" t="inlineStr"><is><t>人数</t></is></c><c r="D2" s="1" t="inlineStr"><is><t>合计</t></is></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t xml:space="preserve"> 邓某 &#10;二行</t></is></c><c r="B3" s="2"><v>44053</v></c><c r="C3"><v>3</v></c><c r="D3"><f>C3*2</f><v>6</v></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>王某</t></is></c><c r="B4" s="2" t="inlineStr"><is><t>2020-02-30</t></is></c><c r="D4"><f>C4*2</f><v>0</v></c></row>
        <row r="6" ht="30" customHeight="1"><c r="A6" t="inlineStr"><is><t>合计</t></is></c></row>
        </sheetData><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>
        """;

    private static readonly SheetMarks Marks = new("台账", 2, null, new Dictionary<int, RowMark>
    {
        [3] = new("新增", false, []),
        [4] = new("拒绝：日期不存在。人数没有填。", true, [new(1, "日期不存在。"), new(2, "人数没有填。")]),
    }, "跳过：不是数据行", "核对");

    [Fact]
    public void Marks_come_beside_what_the_user_wrote_and_nothing_else_changes()
    {
        var copy = Copy(Book(), Marks);

        using var reader = new CopyReader(copy);
        Assert.Equal(["结果", "新增", "拒绝：日期不存在。人数没有填。", "跳过：不是数据行", ""], new[] { "E2", "E3", "E4", "E6", "E1" }.Select(a => reader[a]));
        Assert.Equal([Bad, Bad, Bad, null, "FFDDEBF7"], new[] { "B4", "C4", "E4", "A4", "B3" }.Select(reader.FillAt));
        Assert.Equal(reader.LookAt("B3"), reader.LookAt("B4"));
        Assert.Equal(reader.LookAt("D2"), reader.LookAt("E2"));
        Assert.Equal(new Dictionary<string, string> { ["E2"] = "核对", ["B4"] = "日期不存在。", ["C4"] = "人数没有填。" }, reader.Comments);
        Assert.Equal(3, reader.Boxes);
        Assert.Equal((" 邓某 \n二行", "44053", "C3*2", "6"), (reader["A3"], reader["B3"], reader.FormulaAt("D3"), reader["D3"]));
        Assert.Equal([20, 20, 9, 9, 36, 9], Enumerable.Range(1, 6).Select(c => reader.WidthOf(c)));
        Assert.Equal(["A1:D1"], reader.Merges);
        WrittenSheet.AssertValid(copy);
    }

    [Fact]
    public void A_copy_of_a_corrected_copy_bears_the_new_marks_alone()
    {
        var first = Copy(Book(), Marks);

        var second = Copy(first, Marks with { ResultAt = 4, Rows = new Dictionary<int, RowMark> { [3] = new("未变", false, []), [4] = new("拒绝：人数没有填。", true, [new(2, "人数没有填。")]) } });

        using var reader = new CopyReader(second);
        Assert.Equal(["结果", "未变", "拒绝：人数没有填。", "跳过：不是数据行", ""], new[] { "E2", "E3", "E4", "E6", "F2" }.Select(a => reader[a]));
        Assert.Equal(["FFDDEBF7", Bad], new[] { "B4", "C4" }.Select(reader.FillAt));
        Assert.Equal(["C4", "E2"], reader.Comments.Keys.Order());
        Assert.Equal(2, reader.Boxes);
        WrittenSheet.AssertValid(second);

        var third = Copy(second, Marks with { ResultAt = 4, Rows = new Dictionary<int, RowMark> { [3] = new("未变", false, []), [4] = new("更新", false, []) } });
        using var clean = new CopyReader(third);
        Assert.Equal([null, null, null], new[] { "C4", "E4", "A4" }.Select(clean.FillAt));
        Assert.Equal(["E2"], clean.Comments.Keys);
    }

    [Fact]
    public void The_users_own_comment_stays_and_takes_no_second_one()
    {
        var own = Copy(Book(), Marks with { Rows = new Dictionary<int, RowMark>() });
        using (var stream = new MemoryStream())
        {
            stream.Write(own);
            using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            {
                var comments = document.WorkbookPart!.WorksheetParts.Single().WorksheetCommentsPart!.Comments;
                comments.Authors!.Append(new Author("赵某"));
                comments.CommentList!.Elements<Comment>().Single().AuthorId = 1;
                comments.CommentList.Elements<Comment>().Single().Reference = "B4";
            }

            own = stream.ToArray();
        }

        using var reader = new CopyReader(Copy(own, Marks with { ResultAt = 4 }));
        Assert.Equal("核对", reader.Comments["B4"]);
        Assert.Equal(["B4", "C4", "E2"], reader.Comments.Keys.Order());
    }

    [Fact]
    public void A_wrong_cell_inside_a_merged_range_is_marked_where_it_is_seen()
    {
        var rows = """<row r="1"><c r="A1" t="inlineStr"><is><t>村</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲村</t></is></c></row><row r="3"><c r="B3"><v>1</v></c></row>""";
        var book = Raw().WithSheet($"""<sheetData>{rows}</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>""").ToBytes();

        using var reader = new CopyReader(Copy(book, new SheetMarks("台账", 1, null, new Dictionary<int, RowMark> { [3] = new("拒绝：村不在区划中。", true, [new(0, "村不在区划中。")]) }, "跳过", "核对")));

        Assert.Equal([Bad, null], new[] { "A2", "A3" }.Select(reader.FillAt));
        Assert.Equal("村不在区划中。", reader.Comments["A2"]);
    }

    [Fact]
    public void A_workbook_without_styles_or_cell_addresses_gets_its_marks_too()
    {
        var book = Raw().Without("xl/styles.xml").Without("xl/sharedStrings.xml")
            .With("xl/_rels/workbook.xml.rels", RawXlsx.Relations(("s1", "worksheet", "worksheets/sheet1.xml")))
            .WithRows("""<row><c t="inlineStr"><is><t>村</t></is></c></row><row><c t="inlineStr"><is><t>甲村</t></is></c><c><v>7</v></c></row>""").ToBytes();

        var copy = Copy(book, new SheetMarks("台账", 1, null, new Dictionary<int, RowMark> { [2] = new("拒绝：不对。", true, [new(0, "不对。")]) }, "跳过", "核对"));

        using var reader = new CopyReader(copy);
        Assert.Equal(("甲村", "7", "拒绝：不对。", "结果"), (reader["A2"], reader["B2"], reader["C2"], reader["C1"]));
        Assert.Equal([Bad, null, Bad], new[] { "A2", "B2", "C2" }.Select(reader.FillAt));
    }

    [Fact]
    public void Boxes_that_are_no_proper_XML_are_left_as_they_are()
    {
        var book = new RawXlsx().WithStyles(Styles).WithSheet(Sheet.Replace("台账", "表", StringComparison.Ordinal) + """<legacyDrawing r:id="v1"/>""")
            .With("xl/worksheets/_rels/sheet1.xml.rels", RawXlsx.Relations(("v1", "vmlDrawing", "../drawings/old.vml"))).With("xl/drawings/old.vml", "<xml><br></xml>").ToBytes();

        var copy = Copy(book, Marks);

        Assert.Equal("拒绝：日期不存在。人数没有填。", Opening.Rows(copy, "x")[3][4].Raw);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(copy));
        using var boxes = new StreamReader(zip.GetEntry("xl/drawings/old.vml")!.Open());
        Assert.Equal("<xml><br></xml>", boxes.ReadToEnd());
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("GB18030", false)]
    [InlineData("utf-16", true)]
    public void A_csv_keeps_its_encoding_and_its_values(string name, bool hasMark)
    {
        var encoding = name == "GB18030" ? CsvEdit.Gbk : name == "utf-8" ? new UTF8Encoding(hasMark) : Encoding.Unicode;
        byte[] file = [.. encoding.Preamble, .. encoding.GetBytes("台账,,\r\n户主,电话,备注\r\n邓某,=\"0635\",\"甲,\"\"乙\"\"\"\r\n\r\n王某\r\n")];
        var marks = new SheetMarks("户", 2, null, new Dictionary<int, RowMark> { [3] = new("新增", false, []), [5] = new("拒绝：电话没有填。", true, [new(1, "")]) }, "跳过", "核对");

        var copy = Copy(file, marks, "户.csv");

        Assert.Equal(encoding.Preamble.ToArray(), copy.Take(encoding.Preamble.Length));
        Assert.Equal("台账,,\r\n户主,电话,备注,结果\r\n邓某,=\"\"0635\"\"".Replace("=\"\"0635\"\"", "\"=\"\"0635\"\"\"", StringComparison.Ordinal) + ",\"甲,\"\"乙\"\"\",新增\r\n\r\n王某,,,拒绝：电话没有填。\r\n", encoding.GetString(copy.AsSpan(encoding.Preamble.Length)));
        var again = Copy(copy, marks with { ResultAt = 3, Rows = new Dictionary<int, RowMark> { [3] = new("未变", false, []), [5] = new("新增", false, []) } }, "户.csv");
        Assert.Equal(["结果", "未变", "新增"], Opening.Rows(again, "户.csv").Skip(1).Select(r => r[3].Raw));
    }

    [Fact]
    public void A_damaged_file_is_refused_in_a_sentence()
    {
        var fault = Assert.Throws<SheetFaultException>(() => Copy(new RawXlsx().WithSheet("<sheetData><row><c><v>1").ToBytes(), Marks));
        Assert.Equal("文件内容不完整或已损坏。请在 WPS 或 Excel 中打开检查，另存为 .xlsx 后再导入。", fault.Message);
    }

    [Fact]
    public void A_picture_that_unzips_to_more_than_the_limit_stops_the_copy()
    {
        var book = Raw().WithStyles(Styles).WithSheet(Sheet).With("xl/media/image1.png", new byte[4 * 1024 * 1024]).ToBytes();
        var limits = ReadLimits.Web with { UnzippedBytes = 2 * 1024 * 1024 };

        var fault = Assert.Throws<SheetFaultException>(() => AnnotatedCopy.Write(new MemoryStream(book), "x", limits, [Marks], Stream.Null, CancellationToken.None));

        Assert.Equal("文件展开后超过 2 MB。请拆分成几个文件后再导入。", fault.Message);
    }

    [Fact]
    public void A_copy_is_named_after_its_file_once()
    {
        Assert.Equal("户信息-批注.xlsx", AnnotatedCopy.NameOf("户信息.XLSX", ".xlsx"));
        Assert.Equal("户信息-批注.csv", AnnotatedCopy.NameOf("户信息-批注.csv", ".csv"));
    }

    private static byte[] Book() => Raw().WithStyles(Styles).With("xl/worksheets/sheet1.xml", Worksheet(Sheet)).ToBytes();

    /// <summary>With a declaration and a line break before the root, as most programs write.</summary>
    private static string Worksheet(string inner) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{inner}</worksheet>\r\n";

    private static RawXlsx Raw() => new RawXlsx().With("[Content_Types].xml", """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
        <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
        """);

    private static byte[] Copy(byte[] file, SheetMarks marks, string name = "台账.xlsx")
    {
        using var output = new MemoryStream();
        AnnotatedCopy.Write(new MemoryStream(file), name, ReadLimits.Web, [marks], output, CancellationToken.None);
        return output.ToArray();
    }
}
