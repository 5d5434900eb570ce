using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Excel.Writing;

namespace PovertyDashboard.Tests.Excel.Writing;

public sealed class SheetWriterTests
{
    private sealed record Line(string? Village, string Id, long? Fen, long Quantity, DateOnly? Day, int Month);

    private static readonly SheetSpec Spec = new()
    {
        Title = "北城街道用工用料清单",
        HeadLines = ["填报单位：北城街道    填报日期：2020-08-31    单位：元"],
        SheetName = "用工/用料",
        SignOff = "制表人：        审核人：        负责人：",
        Footer = "R&D 办公室 2020-08-31 09:30",
        Columns =
        [
            new() { Header = "村", Width = 14, Required = true },
            new() { Header = "身份证号", Width = 22 },
            new() { Header = "金额", Group = "申报", Format = CellFormat.Money, Total = true },
            new() { Header = "数量", Group = "申报", Format = CellFormat.Decimal(1), Total = true },
            new() { Header = "日期", Format = CellFormat.Date },
            new() { Header = "月份", Format = CellFormat.Month },
        ],
    };

    private static readonly Line[] Lines =
    [
        new("三合村", "371599198001010017", 123_456, 15, new DateOnly(2020, 8, 10), 202008),
        new("=1+1", "00123", -50, 5, new DateOnly(1900, 1, 1), 201912),
        new(null, "_x0041_", null, 0, null, 202001),
    ];

    private static void Write(Line line, RowWriter row)
    {
        row.Text(line.Village);
        row.Text(line.Id);
        if (line.Fen is { } fen)
        {
            row.Number(fen, 2);
        }
        else
        {
            row.Empty();
        }
        row.Number(line.Quantity, 1);
        if (line.Day is { } day)
        {
            row.Date(day);
        }
        else
        {
            row.Empty();
        }
        row.Month(line.Month);
    }

    private static Task<byte[]> File(SheetSpec? spec = null) => WrittenSheet.Xlsx(spec ?? Spec, Lines, Write);

    [Fact]
    public async Task The_own_reader_finds_every_cell()
    {
        var rows = WrittenSheet.Read(await File());

        Assert.Equal(Enumerable.Range(1, 9), rows.Select(row => row.Number));
        Assert.Equal(Spec.Title, rows[0][0].Raw);
        Assert.Equal(Spec.HeadLines[0], rows[1][0].Raw);
        Assert.Equal(["村", "身份证号", "申报", "", "日期", "月份"], rows[2].Cells.Select(cell => cell.Raw));
        Assert.Equal(["", "", "金额", "数量"], rows[3].Cells.Select(cell => cell.Raw));
        Assert.Equal(["三合村", "371599198001010017", "1234.56", "1.5", "44053", "2020-08"], rows[4].Cells.Select(cell => cell.Raw));
        Assert.Equal([CellKind.Text, CellKind.Text, CellKind.Number, CellKind.Number, CellKind.Date, CellKind.Text], rows[4].Cells.Select(cell => cell.Kind));
        Assert.Equal(new DateOnly(1900, 1, 1), rows[5][4].AsDate());
        Assert.Equal("=1+1", rows[5][0].Raw);
        Assert.False(rows[5][0].HasFormula);
        Assert.Equal("_x0041_", rows[6][1].Raw);
        Assert.Equal(["合计", "", "1234.06", "2"], rows[7].Cells.Select(cell => cell.AsDecimalText() ?? cell.Raw));
        Assert.Equal(Spec.SignOff, rows[8][0].Raw);
    }

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
    public async Task A_sheet_without_rows_groups_total_or_sign_off_is_a_header_only()
    {
        var spec = new SheetSpec { Title = "空表", SheetName = "", Columns = [new() { Header = "村" }] };
        var file = await WrittenSheet.Xlsx<Line>(spec, [], Write);
        using var workbook = new XLWorkbook(new MemoryStream(file));

        Assert.Equal(["空表", "村"], WrittenSheet.Read(file).Select(row => row[0].Raw));
        Assert.Equal("台账", workbook.Worksheet(1).Name);
        Assert.Equal("A2:A2", workbook.Worksheet(1).AutoFilter.Range.RangeAddress.ToString());
    }

    [Fact]
    public async Task Cells_that_are_not_written_stay_empty_and_too_many_are_a_fault()
    {
        var rows = WrittenSheet.Read(await WrittenSheet.Xlsx(Spec, Lines, (line, row) => row.Text(line.Id)));

        Assert.Equal(1, rows[4].Width);
        await Assert.ThrowsAnyAsync<Exception>(() => WrittenSheet.Xlsx(Spec, Lines, (line, row) =>
        {
            Write(line, row);
            row.Text("多");
        }));
    }

    [Fact]
    public async Task A_text_where_a_number_belongs_stays_the_text()
    {
        var rows = WrittenSheet.Read(await WrittenSheet.Xlsx(Spec, ["***"], (text, row) =>
        {
            for (var i = 0; i < 6; i++)
            {
                row.Text(text);
            }
        }));

        Assert.All(rows[4].Cells, cell => Assert.Equal((CellKind.Text, "***"), (cell.Kind, cell.Raw)));
    }

    [Fact]
    public async Task Long_texts_make_high_rows_and_texts_over_the_limit_of_excel_are_cut()
    {
        var file = await WrittenSheet.Xlsx(Spec, [new string('长', 40), new string('长', 40_000)], (text, row) => row.Text(text));
        var rows = WrittenSheet.Read(file);
        using var workbook = new XLWorkbook(new MemoryStream(file));

        Assert.InRange(workbook.Worksheet(1).Row(5).Height, 90, 110);
        Assert.Equal(32_767, rows[5][0].Raw.Length);
        Assert.EndsWith("长…", rows[5][0].Raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_keeps_to_the_schema()
    {
        WrittenSheet.AssertValid(await File());
        WrittenSheet.AssertValid(await WrittenSheet.Xlsx<Line>(new SheetSpec { Title = "空", SheetName = "空", Columns = [new() { Header = "村" }] }, [], Write));
    }

    [Fact]
    public async Task When_the_rows_fail_the_file_is_no_workbook()
    {
        using var file = new MemoryStream();
        var rows = Enumerable.Range(0, 50_000).Select(i => i < 49_999 ? Lines[0] : throw new InvalidDataException());

        await Assert.ThrowsAsync<InvalidDataException>(
            () => SheetWriter.WriteAsync(file, Spec, rows.ToAsyncEnumerable(), Write, CancellationToken.None));
        Assert.True(file.Length > 0);
        Assert.Equal(ReadFaults.Damaged, Opening.Fault(file.ToArray()));
    }

    [Fact]
    public void More_rows_than_a_worksheet_holds_are_refused_with_a_sentence()
    {
        var writer = new XlsxRowWriter(Spec, SheetFrame.Of(Spec));
        var fault = Assert.Throws<PovertyDashboard.Excel.SheetFaultException>(() =>
        {
            for (var i = 0; i < 1_048_576; i++)
            {
                writer.BeginRow();
            }
        });

        // Two rows are kept free for 合计 and the sign-off.
        Assert.Equal(1_048_574, writer.Row);
        Assert.Contains("1,048,576 行", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_are_exact()
    {
        var file = await WrittenSheet.Xlsx(Spec, Enumerable.Repeat(long.MaxValue, 3), (fen, row) =>
        {
            row.Empty();
            row.Empty();
            row.Number(fen, 2);
            row.Number(long.MinValue, 4);
        });

        Assert.Equal(["276701161105643274.21", "-2767011611056432.7424"], WrittenSheet.Read(file)[7].Cells.Skip(2).Select(cell => cell.Raw));
    }

    [Fact]
    public async Task Writing_stops_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SheetWriter.WriteAsync(Stream.Null, Spec, Endless(cancel).ToAsyncEnumerable(), Write, cancel.Token));
    }

    [Theory]
    [InlineData("村：a/b\\c?*[x]'", "村：a b c   x")]
    [InlineData("History", "台账")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一")]
    public void Sheet_names_are_made_acceptable(string name, string clean) => Assert.Equal(clean, SheetNames.Clean(name));

    private static IEnumerable<Line> Endless(CancellationTokenSource cancel)
    {
        for (var i = 0; ; i++)
        {
            if (i == 1000)
            {
                cancel.Cancel();
            }
            yield return Lines[0];
        }
    }

    private static string Part(byte[] file, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(path)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
