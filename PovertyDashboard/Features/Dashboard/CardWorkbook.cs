using System.Globalization;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Excel.Writing;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>Turns a card's table into the sheet of a workbook (图表数字表): numbers stay numbers.</summary>
public static class CardWorkbook
{
    public static Task<long> WriteAsync(Stream output, FigureSheet sheet, string place, DateOnly day, string footer, CancellationToken ct)
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
        return SheetWriter.WriteAsync(output, spec, rows.ToAsyncEnumerable(), (row, writer) => Write(row, formats, writer), ct);
    }

    private static void Write(IReadOnlyList<FigureCell> row, List<CellFormat> formats, RowWriter writer)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (formats[i].Kind == CellFormatKind.Text) writer.Text(row[i].Text);
            else if (Number(row[i].Text) is { } number) writer.Number((long)(number * (decimal)Math.Pow(10, formats[i].Scale)), formats[i].Scale);
            else writer.Empty();
        }
    }

    /// <summary>Whole numbers, decimals, or text where a cell is neither number nor blank (21/38).</summary>
    private static CellFormat FormatOf(IEnumerable<string> texts)
    {
        var written = texts.Where(t => t is not ("" or FigureText.None)).ToList();
        if (written.Any(t => Number(t) is null)) return CellFormat.Text;
        var scale = written.Select(t => t.TrimEnd('%')).Select(t => t.IndexOf('.', StringComparison.Ordinal) is var at and >= 0 ? t.Length - at - 1 : 0).DefaultIfEmpty(0).Max();
        return scale == 0 ? CellFormat.Integer : CellFormat.Decimal(scale);
    }

    /// <summary>The per cent sign goes from the cells into the head.</summary>
    private static string HeadOf(FigureColumn column, IEnumerable<string> texts) =>
        column.IsNumber && texts.Any(t => t.EndsWith('%')) ? column.Title + "（%）" : column.Title;

    private static decimal? Number(string text) =>
        decimal.TryParse(text.TrimEnd('%').Replace('−', '-'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
