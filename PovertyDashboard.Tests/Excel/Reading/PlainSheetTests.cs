using PovertyDashboard.Excel;

namespace PovertyDashboard.Tests.Excel.Reading;

/// <summary>Whether rows are read from their bytes or by the XML parser, they are the same, and what is broken is refused.</summary>
public sealed class PlainSheetTests
{
    private const string Strings = "<si><t>张寨镇</t></si><si><r><t>前</t></r><r><t>王庄</t></r></si>";
    private const string Styles = """<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>""";

    [Theory]
    [InlineData("""<row r="1"><c r="A1" t="inlineStr"><is><t>张寨镇</t></is></c><c r="C1" s="1"><v>44053</v></c></row>""")]
    [InlineData("""<row r="2" ht="20" customHeight="1"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row><row r="5"><c r="B5"><v>12.50</v></c></row>""")]
    [InlineData("""<row><c><v>1</v></c><c/><c s="1"/><c><v>2</v></c></row><row/><row r="9" /><row><c r="A10" /><c r="B10"><v></v></c><c r="C10"><v>3</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>C1</f></c><c r="C1" t="str"><f>"a"</f><v>a</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">1+1</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>4</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="d"><v>2020-08-10</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">  两头有空格 </t></is></c><c r="B1" t="inlineStr"><is><r><t>富</t></r><r><t>文本</t></r></is></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="inlineStr"><is><t>R&amp;D &lt;=5 &quot;x&apos; &amp;lt;</t></is></c><c r="B1" t="inlineStr"><is><t>&#24352;&#x5BE8;</t></is></c></row>""")]
    [InlineData("""<row r="1"><c r="A1" t="inlineStr"><is><t>_x0041_ _x000D_</t></is></c><c r="B1" t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c></row>""")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>一\n二\t三</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>a\r\nb</t></is></c></row>")]
    [InlineData("""<row r="1"><c r="A1"><v>1</v></c></row><!-- </row></sheetData> --><row r="2"><c r="A2"><v>2</v></c></row>""")]
    [InlineData("""<row r='1'><c r='A1'><v>1</v></c></row> <row r="2"> <c r="B2"> <v>2</v> </c> </row>""")]
    public void Both_ways_give_the_same_rows(string rows)
    {
        var plain = Read(rows, "");
        Assert.NotEmpty(plain);
        Assert.Equal(Read(rows, "<!-- only the parser reads what has a comment -->"), plain);
    }

    [Fact]
    public void A_long_sheet_is_read_across_the_ends_of_its_buffer_and_its_merges_are_found_behind_it()
    {
        var rows = string.Concat(Enumerable.Range(1, 5_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" t=\"inlineStr\"><is><t>第{i}户 邓某</t></is></c><c r=\"B{i}\"><v>{i * 7}</v></c></row>"));
        using var workbook = Opening.Of(File(rows, "", "<mergeCells><mergeCell ref=\"A2:A4\"/></mergeCells>")).Workbook!;
        var read = workbook.Sheets[0].Rows(CancellationToken.None).ToList();
        Assert.Equal(Enumerable.Range(1, 5_000).Select(i => (i, $"第{i}户 邓某", $"{i * 7}")), read.Select(r => (r.Number, r[0].Raw, r[1].Raw)));
        Assert.Equal([new CellRange(2, 0, 4, 0)], workbook.Sheets[0].Merges);
    }

    [Theory]
    [InlineData("""<row r="1"><c r="A1"><v>1</v></row>""", "")]
    [InlineData("""<row r="1"><c r="A1"><v>1</v></c></row>""", "<mergeCells>")]
    [InlineData("""<row r="1"><c r="A1"><v>1</v></c></row>""", "<sheetData><row r=\"2\"/></sheetData>")]
    [InlineData("""<row r="0"><c r="A1"><v>1</v></c></row>""", "")]
    [InlineData("""<row r="1"><c r="1A"><v>1</v></c></row>""", "")]
    [InlineData("""<row r="1"><c r="A1" t="inlineStr"><is><t>a & b</t></is></c></row>""", "")]
    [InlineData("""<row r="1"><c r="A1"><v>1</v></c></row><row""", "")]
    public void What_is_no_sound_xml_is_refused(string rows, string after)
    {
        using var workbook = Opening.Of(File(rows, "", after)).Workbook!;
        Assert.Throws<SheetFaultException>(() => workbook.Sheets[0].Rows(CancellationToken.None).ToList());
    }

    private static byte[] File(string rows, string before, string after) =>
        new RawXlsx().WithStrings(Strings).WithStyles(Styles).WithSheet($"{before}<sheetData>{rows}</sheetData>{after}").ToBytes();

    private static List<string> Read(string rows, string before) =>
        [.. Opening.Rows(File(rows, before, ""), "x.xlsx").Select(r => $"{r.Number}: " + string.Join('|', r.Cells.Select(c => $"{c.Kind} {c.Raw} {c.HasFormula} {c.AsDate()}")))];
}
