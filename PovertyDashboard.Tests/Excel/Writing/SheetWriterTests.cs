using ClosedXML.Excel;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Excel.Writing;
using static PovertyDashboard.Tests.Excel.Writing.SampleLedger;

namespace PovertyDashboard.Tests.Excel.Writing;

public sealed class SheetWriterTests
{
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
        var writer = new XlsxRowWriter(Spec, SheetFrame.Of([Spec]).Frames[0]);
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
    public async Task Several_sheets_stand_in_one_workbook_each_with_its_own_columns_and_rows()
    {
        var narrow = Spec with { SheetName = "2020-06", Columns = [.. Spec.Columns.Take(2)], SignOff = null };
        using var file = new MemoryStream();
        var count = await SheetWriter.WriteAsync(
            new ForwardOnlyStream(file),
            [
                new SheetContent<Line>(Spec with { SheetName = "2020-05" }, Lines.ToAsyncEnumerable(), Write),
                new SheetContent<Line>(narrow, Lines.Take(1).ToAsyncEnumerable(), (line, row) => row.Text(line.Id)),
            ],
            CancellationToken.None);
        WrittenSheet.AssertValid(file.ToArray());
        using var workbook = new XLWorkbook(new MemoryStream(file.ToArray()));

        Assert.Equal(Lines.Length + 1, count);
        Assert.Equal(["2020-05", "2020-06"], workbook.Worksheets.Select(sheet => sheet.Name));
        Assert.Equal("A3:B4", workbook.Worksheet(2).AutoFilter.Range.RangeAddress.ToString());
        Assert.Equal(Lines[0].Id, workbook.Worksheet(2).LastRowUsed().Cell(1).GetString());
    }

    [Fact]
    public async Task Lines_below_the_total_stand_before_the_sign_off()
    {
        var rows = WrittenSheet.Read(await WrittenSheet.Xlsx(Spec with { FootLines = ["合计（大写人民币）：零元整"] }, Lines, Write));

        Assert.Equal(["合计", "合计（大写人民币）：零元整", Spec.SignOff], rows.TakeLast(3).Select(row => row[0].Raw));
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
}
