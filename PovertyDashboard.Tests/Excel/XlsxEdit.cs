using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PovertyDashboard.Tests.Attachments;
using Draw = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace PovertyDashboard.Tests.Excel;

/// <summary>Changes the first sheet of an xlsx file as a spreadsheet program does; everything that is not touched stays as it was.</summary>
internal sealed class XlsxEdit : IDisposable
{
    private readonly SpreadsheetDocument _document;
    private readonly WorksheetPart _sheet;
    private readonly string[] _strings;

    private XlsxEdit(string path)
    {
        _document = SpreadsheetDocument.Open(path, isEditable: true);
        _sheet = (WorksheetPart)Book.GetPartById(Book.Workbook.Sheets!.Elements<Sheet>().First().Id!);
        _strings = [.. Book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText) ?? []];
    }

    private WorkbookPart Book => _document.WorkbookPart!;

    private IEnumerable<Row> Rows => _sheet.Worksheet.GetFirstChild<SheetData>()!.Elements<Row>();

    /// <summary>A new file with one sheet of text cells.</summary>
    public static string Make(string path, params string[][] rows)
    {
        using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var sheet = book.AddNewPart<WorksheetPart>();
        sheet.Worksheet = new Worksheet(SheetOf(rows));
        book.Workbook = new Workbook(new Sheets(new Sheet { Name = "台账", SheetId = 1, Id = book.GetIdOfPart(sheet) }));
        return path;
    }

    public static string Change(string path, Action<XlsxEdit> change)
    {
        using var edit = new XlsxEdit(path);
        change(edit);
        return path;
    }

    /// <summary>A changed copy of the file, of the same name, in a folder of its own.</summary>
    public static string Copy(string path, string folder, Action<XlsxEdit> change)
    {
        var copy = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName, Path.GetFileName(path));
        File.Copy(path, copy);
        return Change(copy, change);
    }

    /// <summary>The number of the row, from the top, that stands <paramref name="below"/> rows under the header.</summary>
    public int RowBelow(string header, int below) => (int)Head(header).Row + below;

    public string this[int row, string header]
    {
        get => CellAt(row, Head(header).Column) is { } cell ? TextOf(cell) : "";
        set => Put(CellAt(row, Head(header).Column) ?? Add(row, Head(header).Column), value);
    }

    /// <summary>Changes every text cell from the row on; numbers and dates stay.</summary>
    public void ChangeTexts(Func<string, string> change, int firstRow = 1, int lastRow = int.MaxValue)
    {
        foreach (var cell in Rows.Where(r => r.RowIndex! >= firstRow && r.RowIndex! <= lastRow).SelectMany(r => r.Elements<Cell>()).Where(IsText))
            if (TextOf(cell) is var text && change(text) is var changed && changed != text) Put(cell, changed);
    }

    /// <summary>Another order of the columns; those under one group header stay together.</summary>
    public void ShuffleColumns(int seed)
    {
        var width = Rows.Max(r => r.Elements<Cell>().Max(ColumnOf)) + 1;
        var merges = _sheet.Worksheet.GetFirstChild<MergeCells>()?.Elements<MergeCell>().ToList() ?? [];
        var groups = merges.Select(RangeOf).Where(r => r.Last > r.First && r.Last - r.First + 1 < width).ToList();
        var blocks = Enumerable.Range(0, width).GroupBy(c => groups.Find(g => g.First <= c && c <= g.Last) is { Last: > 0 } g ? g.First : c).Select(g => g.ToList()).ToArray();
        new Random(seed).Shuffle(blocks);
        var place = blocks.SelectMany(b => b).Select((old, now) => (old, now)).ToDictionary(p => p.old, p => p.now);
        foreach (var row in Rows)
        {
            var cells = row.Elements<Cell>().ToList();
            // A title stands in the first column, whatever stands below it.
            if (cells.Count(c => TextOf(c).Length > 0) < 2) continue;
            foreach (var cell in cells) cell.CellReference = Reference(place[ColumnOf(cell)], row.RowIndex!);
            row.RemoveAllChildren<Cell>();
            row.Append(cells.OrderBy(ColumnOf));
        }

        foreach (var merge in merges.Where(m => RangeOf(m) is var r && r.Last - r.First + 1 < width))
        {
            var (range, ends) = (RangeOf(merge), merge.Reference!.Value!.Split(':'));
            merge.Reference = $"{Reference(place[range.First], RowOf(ends[0]))}:{Reference(place[range.First] + range.Last - range.First, RowOf(ends[1]))}";
        }
    }

    public void AddPicture()
    {
        var drawing = _sheet.AddNewPart<DrawingsPart>();
        using (var picture = new MemoryStream(TestPictures.Png(8, 8))) drawing.AddImagePart(ImagePartType.Png).FeedData(picture);
        drawing.WorksheetDrawing = new Draw.WorksheetDrawing();
        var after = _sheet.Worksheet.Elements<PageSetup>().LastOrDefault();
        var link = new Drawing { Id = _sheet.GetIdOfPart(drawing) };
        if (after is null) _sheet.Worksheet.Append(link);
        else _sheet.Worksheet.InsertAfter(link, after);
    }

    public void AddSheet(string name, params string[][] rows)
    {
        var part = Book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(SheetOf(rows));
        var sheets = Book.Workbook.Sheets!;
        sheets.Append(new Sheet { Name = name, SheetId = sheets.Elements<Sheet>().Max(s => s.SheetId!.Value) + 1, Id = Book.GetIdOfPart(part) });
    }

    public void Dispose() => _document.Dispose();

    private static SheetData SheetOf(string[][] rows) => new(rows.Select((texts, at) =>
        new Row(texts.Select((text, column) => Put(new Cell { CellReference = Reference(column, (uint)at + 1) }, text))) { RowIndex = (uint)at + 1 }));

    private static Cell Put(Cell cell, string text)
    {
        (cell.DataType, cell.CellValue, cell.CellFormula) = (CellValues.InlineString, null, null);
        cell.InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return cell;
    }

    /// <summary>The last row of the header cell, which may reach over two, and its column.</summary>
    private (uint Row, int Column) Head(string header)
    {
        var cell = Rows.Take(8).SelectMany(r => r.Elements<Cell>()).First(c => IsText(c) && TextOf(c).TrimEnd('*') == header);
        var reaches = _sheet.Worksheet.GetFirstChild<MergeCells>()?.Elements<MergeCell>().Select(m => m.Reference!.Value!).FirstOrDefault(r => r.Split(':')[0] == cell.CellReference!.Value);
        return (reaches is null ? RowOf(cell.CellReference!.Value!) : RowOf(reaches.Split(':')[1]), ColumnOf(cell));
    }

    private Cell? CellAt(int row, int column) => Rows.First(r => r.RowIndex!.Value == row).Elements<Cell>().FirstOrDefault(c => ColumnOf(c) == column);

    private Cell Add(int row, int column)
    {
        var cell = new Cell { CellReference = Reference(column, (uint)row) };
        var own = Rows.First(r => r.RowIndex!.Value == row);
        own.InsertBefore(cell, own.Elements<Cell>().FirstOrDefault(c => ColumnOf(c) > column));
        return cell;
    }

    private string TextOf(Cell cell) => cell.DataType?.Value switch
    {
        CellValues.SharedString => cell.CellValue is { } at ? _strings[int.Parse(at.Text, CultureInfo.InvariantCulture)] : "",
        CellValues.InlineString => cell.InlineString?.InnerText ?? "",
        _ => cell.CellValue?.Text ?? "",
    };

    private static bool IsText(Cell cell) => cell.DataType?.Value is CellValues.SharedString or CellValues.InlineString;

    private static (int First, int Last) RangeOf(MergeCell merge) => merge.Reference!.Value!.Split(':') is [var from, var to] ? (ColumnOf(from), ColumnOf(to)) : default;

    private static int ColumnOf(Cell cell) => ColumnOf(cell.CellReference!.Value!);

    private static int ColumnOf(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1) - 1;

    private static uint RowOf(string reference) => uint.Parse(string.Concat(reference.SkipWhile(char.IsAsciiLetter)), CultureInfo.InvariantCulture);

    private static string Reference(int column, uint row)
    {
        var letters = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26) letters = (char)('A' + ((left - 1) % 26)) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}
