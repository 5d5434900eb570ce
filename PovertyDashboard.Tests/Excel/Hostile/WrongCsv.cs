using System.Text;

namespace PovertyDashboard.Tests.Excel.Hostile;

/// <summary>Text files that are no proper csv.</summary>
internal static class WrongCsv
{
    private const string Head = "县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,户类型\r\n", Row = "高新区,韩集镇,大杨新村,3715901150000929,邓某,371599198001010017,2,未脱贫户\r\n";

    public static IEnumerable<HostileFile> All =>
    [
        Csv("csv with zero bytes at its beginning", () => [.. Bytes(Head), 0, 0, .. Bytes(Row)], "无法识别这个文件"),
        Csv("csv with a zero byte far behind", () => [.. Bytes(Head), .. Bytes(string.Concat(Enumerable.Repeat(Row, 100))), 0], "文字编码"),
        Csv("csv of one line of 9 MB", () => Bytes(new string('a', 9 * 1024 * 1024)), "引号没有成对，或单元格过长"),
        Csv("csv of one line of 4 million commas", () => Bytes(new string(',', 4_000_000)), "引号没有成对，或单元格过长"),
        Csv("csv of one line of half a million cells", () => Bytes(string.Concat(Enumerable.Repeat("a,", 500_000))), "超过 128 列"),
        Csv("csv of 9 million line breaks", () => Bytes(new string('\n', 9_000_000)), "这是空文件"),
        Csv("csv of a header and 9 million line breaks", () => Bytes(Head + new string('\n', 9_000_000)), "超过 1,048,576 行（含空行）"),
        Csv("csv whose quote is never closed", () => Bytes(Head + "高新区,\"韩集镇" + string.Concat(Enumerable.Repeat(Row, 20_000))), "引号没有成对，或单元格过长"),
        Csv("csv of nothing but quotes", () => Bytes(new string('"', 2_000_001)), "引号没有成对，或单元格过长"),
        Csv("csv of 200,000 rows", () => Bytes(Head + string.Concat(Enumerable.Repeat("a\n", 200_000))), "超过 20,000 行"),
        Csv("UTF-16 with half a character", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Head + Row), 0x42, 0xD8], "文字编码"),
        Csv("UTF-16 with an odd number of bytes", () => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Head + Row), 0x42], "文字编码"),
        Csv("UTF-32", () => [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Head + Row)], "文字编码"),
        Csv("only a mark of UTF-16", () => [0xFF, 0xFE], "这是空文件"),
        Csv("bytes that are no text", () => [.. Bytes(Head), 0x81, 0xFF, 0xFE, 0x90, 0x01, 0x02], "文字编码"),
        Csv("csv with formulas for ids", () => Bytes(Head + "高新区,韩集镇,大杨新村,3715901150000937,\"=HYPERLINK(\"\"http://127.0.0.1:9\"\")\",=1+1,=A1,未脱贫户\r\n"), "", HostileEnd.RowsHeld),
        Csv("csv with numbers that have lost digits", () => Bytes(Head + "高新区,韩集镇,大杨新村,3.71590E+15,邓某,3.71599E+17,2,未脱贫户\r\n"), "", HostileEnd.RowsHeld),
    ];

    private static HostileFile Csv(string what, Func<byte[]> content, string says, HostileEnd end = HostileEnd.Refused) => new(what, content, says, end, ".csv");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
