using System.Text;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Writing;

namespace PovertyDashboard.Tests.Excel.Writing;

public sealed class CsvSheetWriterTests
{
    private static readonly SheetSpec Spec = new()
    {
        Title = "整改台账",
        HeadLines = ["填报单位：张寨镇"],
        SheetName = "整改台账",
        SignOff = "制表人：",
        Columns = [new() { Header = "村" }, new() { Header = "数量", Group = "申报", Format = CellFormat.Integer, Total = true }, new() { Header = "单价", Group = "申报", Format = CellFormat.Money }],
    };

    [Fact]
    public async Task A_csv_has_header_rows_and_data_only_and_begins_with_the_utf8_mark()
    {
        var file = await WrittenSheet.Csv(Spec, ["三合村", "a,\"b\"\n"], (village, row) =>
        {
            row.Text(village);
            row.Number(3, 0);
            row.Number(-1250, 2);
        });

        Assert.Equal("\uFEFF村,申报,申报\r\n,数量,单价\r\n三合村,3,-12.50\r\n\"a,\"\"b\"\"\n\",3,-12.50\r\n", Encoding.UTF8.GetString(file));
    }

    [Theory]
    [InlineData("00123", true)]
    [InlineData("371599198001010017", true)]
    [InlineData("123456789012", true)]
    [InlineData("12345678901", false)]
    [InlineData("0", false)]
    [InlineData("2020-08", true)]
    [InlineData("1-2", true)]
    [InlineData("1E5", true)]
    [InlineData("3月5日", true)]
    [InlineData("12.50", true)]
    [InlineData("=1+1", true)]
    [InlineData("  =1+1", true)]
    [InlineData("+86", true)]
    [InlineData("-", true)]
    [InlineData("@a", true)]
    [InlineData("\ta", true)]
    [InlineData("\ra", true)]
    [InlineData("＝1+1", true)]
    [InlineData("三合村", false)]
    [InlineData("37159919500101003X", false)]
    [InlineData("a=1", false)]
    [InlineData("", false)]
    public void What_excel_would_spoil_is_guarded(string text, bool guarded)
    {
        var written = CsvGuard.Add(text);

        Assert.Equal(guarded, written != text);
        Assert.Equal(text, CsvGuard.Remove(written));
    }
}
