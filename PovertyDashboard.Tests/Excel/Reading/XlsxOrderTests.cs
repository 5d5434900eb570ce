using System.Text;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Tests.Excel.Reading;

/// <summary>A row is called by its number, so rows and cells that do not follow on each other are never read as others than they are.</summary>
public sealed class XlsxOrderTests
{
    [Theory]
    [InlineData("""<row r="1"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>""", 1)]
    [InlineData("""<row r="7"><c><v>1</v></c></row><row r="6"><c><v>2</v></c></row>""", 6)]
    [InlineData("""<row r="7"><c><v>1</v></c></row><row/><row r="8"><c><v>2</v></c></row>""", 8)]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>""", 2)]
    [InlineData("""<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>""", 2)]
    [InlineData("""<row r="2"><c r="B2"><v>1</v></c><c r="A2"/></row>""", 2)]
    [InlineData("""<row r="2"><c r="A3"><v>1</v></c></row>""", 2)]
    [InlineData("""<row><c r="A4"><v>1</v></c></row>""", 1)]
    public void What_is_out_of_order_is_refused_with_its_row(string rows, int row) => Assert.Equal(
        $"工作表「台账」第 {row} 行：行号或单元格重复，或次序颠倒。请在 WPS 或 Excel 中打开检查，另存为 .xlsx 后再导入。",
        Assert.Throws<SheetFaultException>(() => new RawXlsx().WithRows(rows).Rows()).Message);

    [Fact]
    public void Gaps_and_missing_numbers_are_in_order()
    {
        var rows = new RawXlsx().WithRows("""<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="9"><c r="B9"><v>4</v></c></row><row><c><v>5</v></c></row>""").Rows();

        Assert.Equal([1, 9, 10], rows.Select(r => r.Number));
        Assert.Equal(["1", "", "", "2", "3"], rows[0].Cells.Select(c => c.Raw));
        Assert.Equal("4", rows[1][1].Raw);
    }

    [Theory]
    [InlineData("<a b='>'>x</a>")]
    [InlineData("<!-- it's --><a>\"</a>")]
    [InlineData("<a><![CDATA[<b c=']]]]></a>")]
    [InlineData("<?p \"?><!--->--><a/>")]
    [InlineData("<a>x&gt;'\"</a ><b\n/>")]
    public void Bounded_text_passes_on_every_character_however_it_is_cut(string xml)
    {
        for (var block = 1; block <= xml.Length; block++)
        {
            var tags = 0L;
            using var text = new BoundedText(new StringReader(xml), count => tags = count);
            var read = new StringBuilder();
            var buffer = new char[block];
            for (int length; (length = text.Read(buffer, 0, block)) > 0;) read.Append(buffer, 0, length);
            Assert.Equal(xml, read.ToString());
            Assert.True(tags > 0);
        }
    }

    [Theory]
    [InlineData("<a b=\"{0}\"/>", 300_000, false)]
    [InlineData("<a b=\"{0}\"/>", 200_000, true)]
    [InlineData("<a>{0}</a>", 1_200_000, false)]
    [InlineData("<a>{0}</a>", 1_000_000, true)]
    [InlineData("<a><![CDATA[{0}]]></a>", 1_200_000, false)]
    [InlineData("<!--{0}--><a/>", 3_000_000, true)]
    [InlineData("<?p {0}?><a/>", 3_000_000, true)]
    public void Tags_and_texts_are_bounded_whatever_signs_they_hold(string form, int length, bool passes)
    {
        foreach (var sign in new[] { 'a', '>', '字' })
        {
            using var text = new BoundedText(new StringReader(form.Replace("{0}", new string(sign, length), StringComparison.Ordinal)), _ => { });
            if (passes) Assert.NotEmpty(text.ReadToEnd());
            else Assert.Throws<InvalidDataException>(text.ReadToEnd);
        }
    }
}
