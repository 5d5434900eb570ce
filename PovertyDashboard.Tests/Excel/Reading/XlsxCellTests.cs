using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Tests.Excel.Reading;

public sealed class XlsxCellTests
{
    private const string DateStyle = """<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>""";

    private static Cell Only(string cell, string strings = "") =>
        new RawXlsx().WithStrings(strings).WithStyles(DateStyle).WithRows($"<row r=\"1\">{cell}</row>").Rows()[0][0];

    [Theory]
    [InlineData("371599198001010050")]
    [InlineData("3.71599E+17")]
    [InlineData("0.30000000000000004")]
    public void A_number_keeps_the_text_it_is_stored_as(string raw)
    {
        var cell = Only($"<c r=\"A1\"><v>{raw}</v></c>");

        Assert.Equal(CellKind.Number, cell.Kind);
        Assert.Equal(raw, cell.Raw);
    }

    [Theory]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("12.50", "12.5")]
    [InlineData("1E3", "1000")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("1234.5600000000001", "1234.56")]
    [InlineData("371599198001010050", "371599198001010050")]
    [InlineData("3.71599E+17", "371599000000000000")]
    [InlineData("1E+300", null)]
    public void A_number_reads_as_a_plain_decimal(string raw, string? plain) =>
        Assert.Equal(plain, Only($"<c><v>{raw}</v></c>").AsDecimalText());

    [Theory]
    [InlineData(1, "44053", "2020-08-10")]
    [InlineData(2, "44044", "2020-08-01")]
    [InlineData(1, "44053.75", "2020-08-10")]
    [InlineData(1, "1", "1900-01-01")]
    [InlineData(1, "59", "1900-02-28")]
    [InlineData(1, "60", null)]
    [InlineData(1, "61", "1900-03-01")]
    [InlineData(1, "0.5", null)]
    [InlineData(1, "-3", null)]
    [InlineData(1, "2958465", "9999-12-31")]
    [InlineData(1, "2958466", null)]
    public void A_number_in_a_date_style_is_a_date(int style, string raw, string? expected)
    {
        var cell = Only($"<c s=\"{style}\"><v>{raw}</v></c>");

        Assert.Equal(CellKind.Date, cell.Kind);
        Assert.Equal(expected, cell.AsDate()?.ToString("o", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_workbook_may_count_days_from_1904()
    {
        var file = new RawXlsx().WithStyles(DateStyle).WithRows("""<row><c s="1"><v>42591</v></c></row>""")
            .WithWorkbook("""<workbookPr date1904="1"/><sheets><sheet name="a" sheetId="1" r:id="s1"/></sheets>""");

        Assert.Equal(new DateOnly(2020, 8, 10), file.Rows()[0][0].AsDate());
    }

    [Fact]
    public void An_iso_date_cell_is_a_date() =>
        Assert.Equal(new DateOnly(2020, 8, 10), Only("""<c t="d"><v>2020-08-10T00:00:00</v></c>""").AsDate());

    [Theory]
    [InlineData("General", false)]
    [InlineData("0.00_);[Red](0.00)", false)]
    [InlineData("#,##0.00\"元/day\"", false)]
    [InlineData("0.00E+00", false)]
    [InlineData("@", false)]
    [InlineData("\\d0", false)]
    [InlineData("[$-804]yyyy\"年\"m\"月\"d\"日\";@", true)]
    [InlineData("yyyy-mm-dd", true)]
    [InlineData("[h]:mm", true)]
    [InlineData("yyyymm", true)]
    public void Date_formats_are_told_from_number_formats(string code, bool isDate) =>
        Assert.Equal(isDate, DateStyles.IsDateFormat(code));

    [Theory]
    [InlineData("""<c t="inlineStr"><is><t>张三</t></is></c>""", CellKind.Text, "张三")]
    [InlineData("""<c t="str"><f>A2</f><v>张三</v></c>""", CellKind.Text, "张三")]
    [InlineData("""<c t="b"><v>1</v></c>""", CellKind.Boolean, "1")]
    [InlineData("""<c t="e"><v>#N/A</v></c>""", CellKind.Error, "#N/A")]
    [InlineData("""<c t="s"><v>0</v></c>""", CellKind.Text, "张 三")]
    [InlineData("""<c t="s"><v>1</v></c>""", CellKind.Text, "李四五")]
    [InlineData("""<c t="s"><v>2</v></c>""", CellKind.Text, "AA\r_x0041_")]
    [InlineData("""<c t="s"><v>3</v></c>""", CellKind.Text, "  前后有空格 ")]
    [InlineData("""<c t="s"><v>4</v></c>""", CellKind.Text, "第一行\n第二行")]
    [InlineData("""<c t="s"><v>5</v></c>""", CellKind.Text, " ")]
    public void Each_kind_of_cell_is_read(string xml, CellKind kind, string raw)
    {
        const string Strings = """
            <si><t>张 三</t></si><si><r><rPr><b/></rPr><t>李</t></r><r><t>四五</t></r><rPh sb="0" eb="1"><t>リ</t></rPh><phoneticPr fontId="1"/></si>
            <si><t>_x0041_A_x000D__x005F_x0041_</t></si><si><t xml:space="preserve">  前后有空格 </t></si><si><t>第一行
            第二行</t></si><si><t xml:space="preserve"> </t></si>
            """;
        var cell = Only(xml, Strings.Replace("            ", "", StringComparison.Ordinal));

        Assert.Equal(kind, cell.Kind);
        Assert.Equal(raw, cell.Raw);
    }

    [Fact]
    public void A_formula_is_marked_and_one_without_a_value_still_makes_a_row()
    {
        var rows = new RawXlsx().WithRows("<row><c><f>1+1</f><v>2</v></c></row><row><c><f>NOW()</f></c></row>").Rows();

        Assert.True(rows[0][0].HasFormula);
        Assert.Equal("2", rows[0][0].Raw);
        Assert.True(rows[1][0].HasFormula);
        Assert.True(rows[1][0].IsEmpty);
    }

    [Fact]
    public void Text_cells_without_a_value_are_empty_and_rows_without_content_are_left_out()
    {
        var rows = new RawXlsx().WithRows("""<row r="1"><c r="A1" t="s"/><c r="B1" s="3"/></row><row r="2"/><row r="5"><c r="C5"><v>7</v></c></row>""").Rows();

        Assert.Equal(5, Assert.Single(rows).Number);
        Assert.Equal(3, rows[0].Width);
        Assert.True(rows[0][0].IsEmpty);
        Assert.True(rows[0][99].IsEmpty);
    }

    [Fact]
    public void Cells_and_rows_without_references_count_on()
    {
        var rows = new RawXlsx().WithRows("""<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="7"><c><v>1</v></c></row><row><c><v>2</v></c></row>""").Rows();

        Assert.Equal([1, 7, 8], rows.Select(row => row.Number));
        Assert.Equal(["1", "", "", "4", "5"], rows[0].Cells.Select(cell => cell.Raw));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    [InlineData(100_000, true)]
    public void A_text_over_the_limit_is_cut_and_marked(int length, bool tooLong)
    {
        var cell = Only($"<c t=\"inlineStr\"><is><t>{new string('长', length)}</t></is></c>");

        Assert.Equal(tooLong, cell.TooLong);
        Assert.Equal(500, cell.Raw.Length);
    }

    [Fact]
    public void A_cut_never_splits_a_rare_character()
    {
        var cell = Only($"<c t=\"inlineStr\"><is><t>{new string('a', 499)}𠮷𠮷</t></is></c>");

        Assert.True(cell.TooLong);
        Assert.Equal(new string('a', 499), cell.Raw);
    }
}
