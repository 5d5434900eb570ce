using System.Globalization;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Excel.Writing;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>Turns a card's table into the sheet of a workbook (图表数字表): numbers stay numbers.</summary>
public static class CardWorkbook
{
    public static Task<long> WriteAsync(Stream output, FigureSheet sheet, string place, DateOnly day, string footer, CancellationToken ct) => WriteAsync(output, [sheet], place, day, footer, ct);

    /// <summary>Several tables, a sheet each.</summary>
    public static Task<long> WriteAsync(Stream output, IReadOnlyList<FigureSheet> sheets, string place, DateOnly day, string footer, CancellationToken ct) =>
        SheetWriter.WriteAsync(output, [.. sheets.Select(sheet => Content(sheet, place, day, footer))], ct);

    private static SheetContent<IReadOnlyList<FigureCell>> Content(FigureSheet sheet, string place, DateOnly day, string footer)
    {
        var rows = sheet.Total is null ? sheet.Rows : [.. sheet.Rows, sheet.Total];
        var formats = sheet.Columns.Select((column, i) => column.IsNumber ? FormatOf(rows.Select(r => r[i].Text)) : CellFormat.Text).ToList();
        var spec = new SheetSpec
        {
            Title = place + sheet.Title,
            HeadLines = [$"填报单位：{place}　　填报日期：{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{(sheet.Unit.Length == 0 ? "" : $"　　单位：{sheet.Unit}")}"],
            SheetName = sheet.Title,
            Columns = [.. sheet.Columns.Select((column, i) => new SheetColumn { Header = HeadOf(column, rows.Select(r => r[i].Text)), Width = i == 0 ? 20 : 14, Format = formats[i] })],
            Footer = footer,
        };
        return new(spec, rows.ToAsyncEnumerable(), (row, writer) => Write(row, formats, writer));
    }

    private static void Write(IReadOnlyList<FigureCell> row, List<CellFormat> formats, RowWriter writer)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (formats[i].Kind == CellFormatKind.Text) writer.Text(row[i].Text);
            else if (Number(row[i].Text) is { } number) Write(number, formats[i], writer);
            else writer.Empty();
        }
    }

    private static void Write(decimal number, CellFormat format, RowWriter writer)
    {
        var scale = format.Kind == CellFormatKind.Number ? number.Scale : format.Scale;
        writer.Number((long)(number * (decimal)Math.Pow(10, scale)), scale);
    }

    /// <summary>Whole numbers, decimals, numbers as they come where their places differ, or text where a cell is neither number nor blank (21/38).</summary>
    private static CellFormat FormatOf(IEnumerable<string> texts)
    {
        var written = texts.Where(t => t is not ("" or FigureText.None)).ToList();
        if (written.Any(t => Number(t) is null)) return CellFormat.Text;
        var scales = written.Select(t => (int)Number(t)!.Value.Scale).Distinct().ToList();
        return scales switch { [] or [0] => CellFormat.Integer, [var scale] => CellFormat.Decimal(scale), _ => CellFormat.Number };
    }

    /// <summary>The per cent sign goes from the cells into the head.</summary>
    private static string HeadOf(FigureColumn column, IEnumerable<string> texts) =>
        column.IsNumber && texts.Any(t => t.EndsWith('%')) ? column.Title + "（%）" : column.Title;

    private static decimal? Number(string text) =>
        decimal.TryParse(text.TrimEnd('%').Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
