using ClosedXML.Excel;
using CsCheck;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Excel.Writing;

namespace PovertyDashboard.Tests.Excel.Writing;

public sealed class RoundTripTests
{
    private const string Alphabet = "0123456789Xx=+-@\t\n\r ,;\"'<>&_年月日/.:%eEＡ１＝　张村√×😀𠮷㐂\u0001\u000B\u001F\uFFFE";

    private static readonly SheetSpec Spec = new()
    {
        Title = "往返",
        SheetName = "往返",
        Columns =
        [
            new() { Header = "文字" },
            new() { Header = "日期", Format = CellFormat.Date },
            new() { Header = "金额", Format = CellFormat.Money },
            new() { Header = "月", Format = CellFormat.Month },
            new() { Header = "尾" },
        ],
    };

    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[18].Select(chars => new string(chars));

    private static readonly Gen<string> Texts = Gen.Frequency(
        (4, Gen.OneOf([.. Runes(Alphabet)]).Array[0, 30].Select(string.Concat)),
        (2, Digits),
        (1, Digits.Select(digits => "00" + digits[..5])),
        (1, Gen.OneOf("_x0041_", "_x005F_", "_xD83D_", "__x0041__", "_x004", "=\"00123\"", "=\"", "\"", "@SUM(A1)", "2020-08", "1E5", "TRUE", "  前后  ", "\r\n", "—")));

    private static readonly Gen<(string Text, DateOnly Day, long Fen, int Month)> Rows = Gen.Select(
        Texts,
        Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber].Select(DateOnly.FromDayNumber),
        Gen.OneOf(Gen.Long[-1_000_000_00L, 1_000_000_000_00L], Gen.Long),
        Gen.Select(Gen.Int[1900, 2100], Gen.Int[1, 12], (year, month) => year * 100 + month));

    private static void Write((string Text, DateOnly Day, long Fen, int Month) row, RowWriter cells)
    {
        cells.Text(row.Text);
        cells.Date(row.Day);
        cells.Number(row.Fen, 2);
        cells.Month(row.Month);
        cells.Text("尾");
    }

    private static IEnumerable<string> Runes(string text) => text.EnumerateRunes().Select(rune => rune.ToString());

    [Fact]
    public Task What_is_written_as_xlsx_is_read_as_it_was() => Rows.Array[1, 10].SampleAsync(async rows =>
    {
        var file = await WrittenSheet.Xlsx(Spec, rows, Write);
        var read = WrittenSheet.Read(file).Skip(2).ToArray();
        using var workbook = new XLWorkbook(new MemoryStream(file));
        Assert.Equal(rows.Length, read.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            Assert.Equal(rows[i].Text, read[i][0].Raw);
            Assert.True(rows[i].Text.Length == 0 || read[i][0].Kind == CellKind.Text);
            Assert.Equal(rows[i].Day, read[i][1].AsDate());
            Assert.Equal(rows[i].Fen, decimal.Parse(read[i][2].Raw, System.Globalization.CultureInfo.InvariantCulture) * 100);
            Assert.Equal(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rows[i].Month / 100}-{rows[i].Month % 100:00}"), read[i][3].Raw);
            AssertSameInClosedXml(rows[i], workbook.Worksheet(1).Row(i + 3));
        }
    }, iter: 50);

    [Fact]
    public Task What_is_written_as_csv_is_read_as_it_was() => Rows.Array[1, 20].SampleAsync(async rows =>
    {
        var read = WrittenSheet.Read(await WrittenSheet.Csv(Spec, rows, Write)).Skip(1).ToArray();
        Assert.Equal(rows.Length, read.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            Assert.Equal(rows[i].Text, read[i][0].Raw);
            Assert.Equal(rows[i].Day.ToString("o", System.Globalization.CultureInfo.InvariantCulture), read[i][1].Raw);
            Assert.Equal(rows[i].Fen, decimal.Parse(read[i][2].Raw, System.Globalization.CultureInfo.InvariantCulture) * 100);
            Assert.Equal("尾", read[i][4].Raw);
        }
    }, iter: 200);

    [Fact]
    public async Task Half_a_surrogate_pair_survives_in_xlsx()
    {
        var read = WrittenSheet.Read(await WrittenSheet.Xlsx(Spec, ["a\uD842b", "\uDFB7\uD842"], (text, row) => row.Text(text)));

        Assert.Equal(["a\uD842b", "\uDFB7\uD842"], read.Skip(2).Select(row => row[0].Raw));
    }

    [Fact]
    public async Task A_sheet_of_20000_rows_and_20_columns_goes_through()
    {
        const int Count = 20_000;
        var spec = Spec with { Columns = [.. Enumerable.Range(0, 20).Select(i => new SheetColumn { Header = $"列{i}", Format = i == 19 ? CellFormat.Integer : CellFormat.Text, Total = i == 19 })] };
        var file = await WrittenSheet.Xlsx(spec, Enumerable.Range(1, Count), (n, row) =>
        {
            for (var column = 0; column < 19; column++)
            {
                row.Text($"371599{n:000000}{column:000000}");
            }
            row.Number(n, 0);
        });

        var read = Opening.Rows(file, "x", ReadLimits.Verb);

        Assert.Equal(Count + 3, read.Count);
        Assert.Equal("371599020000000018", read[Count + 1][18].Raw);
        Assert.Equal(((long)Count * (Count + 1) / 2).ToString(System.Globalization.CultureInfo.InvariantCulture), read[^1][19].Raw);
        Assert.Equal("合计", read[^1][0].Raw);
        var fault = Assert.Throws<PovertyDashboard.Excel.SheetFaultException>(() => Opening.Rows(file, "x"));
        Assert.Contains("20,000 行", fault.Message, StringComparison.Ordinal);
    }

    private static void AssertSameInClosedXml((string Text, DateOnly Day, long Fen, int Month) written, IXLRow row)
    {
        // ClosedXML leaves the escapes of inline strings, which Excel takes off.
        Assert.Equal(written.Text, PovertyDashboard.Excel.XmlText.Decode(row.Cell(1).GetString()));
        if (written.Day >= new DateOnly(1900, 3, 1))
        {
            Assert.Equal(written.Day.ToDateTime(TimeOnly.MinValue), row.Cell(2).GetDateTime());
        }
        Assert.Equal((double)written.Fen / 100, row.Cell(3).GetDouble(), 1e-9 * Math.Abs((double)written.Fen));
    }
}
