using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PovertyDashboard.Tests.Excel.Annotating;

/// <summary>Looks into one sheet of a workbook as a spreadsheet program shows it: texts, fills, comments, widths, ranges, pictures.</summary>
internal sealed class CopyReader : IDisposable
{
    private readonly SpreadsheetDocument _document;
    private readonly WorksheetPart _sheet;

    public CopyReader(byte[] file, string? sheet = null)
    {
        _document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var tab = Book.Workbook.Sheets!.Elements<Sheet>().First(s => sheet is null || s.Name == sheet);
        _sheet = (WorksheetPart)Book.GetPartById(tab.Id!);
    }

    public IReadOnlyList<string> Sheets => [.. Book.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!)];

    public IReadOnlyList<string> Merges => [.. _sheet.Worksheet.Descendants<MergeCell>().Select(m => m.Reference!.Value!)];

    public int Pictures => _sheet.DrawingsPart?.ImageParts.Count() ?? 0;

    /// <summary>Comments by address; only those that have a box to show them in.</summary>
    public IReadOnlyDictionary<string, string> Comments => _sheet.WorksheetCommentsPart?.Comments.CommentList!.Elements<Comment>().ToDictionary(c => c.Reference!.Value!, c => c.InnerText) ?? [];

    /// <summary>Zero-based row and column of each box, as the drawing says.</summary>
    public int Boxes
    {
        get
        {
            if (_sheet.VmlDrawingParts.FirstOrDefault() is not { } part) return 0;
            using var text = new StreamReader(part.GetStream());
            return text.ReadToEnd().Split("ObjectType=\"Note\"").Length - 1;
        }
    }

    private WorkbookPart Book => _document.WorkbookPart!;

    public string this[string address] => Find(address) is { } cell ? TextOf(cell) : "";

    public string? FormulaAt(string address) => Find(address)?.CellFormula?.Text;

    /// <summary>The colour of a cell's fill, or null.</summary>
    public string? FillAt(string address) => FormatAt(address) is { } format && Styles.Fills!.Elements<Fill>().ElementAt((int)(format.FillId?.Value ?? 0)).PatternFill?.ForegroundColor?.Rgb?.Value is { } colour ? colour : null;

    /// <summary>Everything of a cell's style but its fill.</summary>
    public string? LookAt(string address) => FormatAt(address) is { } f ? $"{f.NumberFormatId} {f.FontId} {f.BorderId} {f.Alignment?.OuterXml}" : null;

    public double? WidthOf(int column) => _sheet.Worksheet.Descendants<Column>().FirstOrDefault(c => c.Min! <= column && column <= c.Max!)?.Width?.Value;

    /// <summary>Address of the last cell in a row with text.</summary>
    public string LastOf(int row) => Row(row).Elements<Cell>().Last(c => TextOf(c).Length > 0).CellReference!.Value!;

    /// <summary>The texts of a row by column letters.</summary>
    public IReadOnlyDictionary<string, string> Texts(int row) => Row(row).Elements<Cell>().ToDictionary(c => c.CellReference!.Value!.TrimEnd([.. "0123456789"]), TextOf);

    public IEnumerable<int> RowNumbers => _sheet.Worksheet.Descendants<Row>().Where(r => r.Elements<Cell>().Any(c => TextOf(c).Length > 0)).Select(r => (int)r.RowIndex!.Value);

    private Stylesheet Styles => Book.WorkbookStylesPart!.Stylesheet;

    public void Dispose() => _document.Dispose();

    private Row Row(int row) => _sheet.Worksheet.Descendants<Row>().First(r => r.RowIndex!.Value == row);

    private CellFormat? FormatAt(string address) => Find(address) is { } cell ? Styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0)) : null;

    private Cell? Find(string address) => _sheet.Worksheet.Descendants<Cell>().FirstOrDefault(c => c.CellReference?.Value == address);

    private string TextOf(Cell cell) => cell.DataType?.Value switch
    {
        CellValues.SharedString => cell.CellValue is { } at ? Book.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().ElementAt(int.Parse(at.Text, CultureInfo.InvariantCulture)).InnerText : "",
        CellValues.InlineString => cell.InlineString?.InnerText ?? "",
        _ => cell.CellValue?.Text ?? "",
    };
}
