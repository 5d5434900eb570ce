using System.Text;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Tests.Excel.Reading;

public sealed class CsvReadingTests
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static List<SheetRow> Read(string text, Encoding? encoding = null, ReadLimits? limits = null)
    {
        encoding ??= new UTF8Encoding(false);
        return Opening.Rows([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], "整改台账.csv", limits);
    }

    private static string[][] Cells(List<SheetRow> rows) => [.. rows.Select(row => row.Cells.Select(cell => cell.Raw).ToArray())];

    public static TheoryData<string> Encodings => new("utf-8", "utf-8-bom", "gb18030", "utf-16", "utf-16BE");

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_usual_encoding_is_recognised(string name)
    {
        var encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8-bom" => new UTF8Encoding(true),
            "gb18030" => Gbk,
            "utf-16" => Encoding.Unicode,
            _ => Encoding.BigEndianUnicode,
        };

        var rows = Read("村,户主\r\n前王庄村,𠮷某\r\n", encoding);

        Assert.Equal([["村", "户主"], ["前王庄村", "𠮷某"]], Cells(rows));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_separator_is_found(char separator)
    {
        var text = string.Join(separator, "村", "户主", "说明") + "\r\n" + string.Join(separator, "三合村", "邓某", "\"有, 有; 也有\t的\"") + "\r\n";

        Assert.Equal(["三合村", "邓某", "有, 有; 也有\t的"], Cells(Read(text))[1]);
    }

    [Fact]
    public void A_title_line_without_separators_does_not_mislead()
    {
        var rows = Read("张寨镇整改台账\n填报单位：张寨镇，单位：户\n村;户主\n三合村;邓某\n");

        Assert.Equal([1, 2, 3, 4], rows.Select(row => row.Number));
        Assert.Equal(["三合村", "邓某"], Cells(rows)[3]);
    }

    [Fact]
    public void Row_numbers_count_records_as_excel_shows_them()
    {
        var rows = Read("村,说明\r\n三合村,\"第一行\r\n第二行\"\r\n\r\n,,\r\n尚庄,末行");

        Assert.Equal([1, 2, 5], rows.Select(row => row.Number));
        Assert.Equal("第一行\r\n第二行", rows[1][1].Raw);
    }

    [Theory]
    [InlineData("\"=\"\"00123\"\"\"", "00123")]
    [InlineData("=\"00123\"", "00123")]
    [InlineData("=\"\"", "")]
    [InlineData("\"=\"\"a\"\"\"\"b\"\"\"", "a\"b")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("\"他说\"\"好\"\"\"", "他说\"好\"")]
    [InlineData("12\" 管", "12\" 管")]
    public void Guards_and_quotes_are_taken_off(string written, string read) =>
        Assert.Equal(read, Read($"甲,乙,丙\n1,{written},3\n")[1][1].Raw);

    [Fact]
    public void A_byte_that_fits_no_encoding_is_refused() =>
        Assert.Equal(ReadFaults.Encoding, Opening.Fault([0xB4, 0xE5, 0x2C, 0xFF, 0xFF, 0x0A], "a.csv"));

    [Fact]
    public void Trailing_empty_columns_do_no_harm_but_wide_content_is_refused()
    {
        Assert.Equal(2, Read("a,b" + new string(',', 200) + "\n")[0].Width);
        var fault = Assert.Throws<SheetFaultException>(() => Read("a,b" + new string(',', 200) + "c\n"));
        Assert.Contains("超过 128 列", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_rows_are_refused_but_blank_ones_do_not_count()
    {
        var limits = ReadLimits.Web with { Rows = 3 };

        Assert.Equal(3, Read("a\n\n\n\nb\n\nc\n", limits: limits).Count);
        Assert.Contains("超过 3 行", Assert.Throws<SheetFaultException>(() => Read("a\nb\nc\nd\n", limits: limits)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_named_with_its_row()
    {
        var text = "村,说明\n三合村,\"" + string.Concat(Enumerable.Repeat("没有结束的引号,1\n", 200_000));

        var fault = Assert.Throws<SheetFaultException>(() => Read(text));
        Assert.StartsWith("第 2 行：", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_one_sheet_is_named_after_the_file()
    {
        using var workbook = Opening.Of("村\n"u8.ToArray(), "整改台账-北城街道.csv").Workbook!;

        Assert.Equal("整改台账-北城街道", Assert.Single(workbook.Sheets).Name);
        Assert.Empty(workbook.Sheets[0].Merges);
    }
}
