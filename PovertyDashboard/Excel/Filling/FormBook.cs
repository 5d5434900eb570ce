using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Excel.Filling;

/// <summary>A cell of a form as it is drawn (表样单元格).</summary>
/// <param name="Text">What it says; of a formula what it came to when the form was saved.</param>
/// <param name="HasFormula">Whether it is computed.</param>
public readonly record struct FormCell(string Text, bool HasFormula);

/// <summary>A sheet of a form as it is drawn (表样), up to its last rows and columns with content and a little beyond.</summary>
/// <param name="Name">Its tab.</param>
/// <param name="Rows">How many rows are drawn.</param>
/// <param name="Columns">How many columns are drawn.</param>
/// <param name="Cells">Cells with content by row, counting from 1, and column, counting from 0.</param>
/// <param name="Merges">Merged cells.</param>
/// <param name="IsCut">Whether it has more than is drawn.</param>
public sealed record FormSheet(string Name, int Rows, int Columns, IReadOnlyDictionary<(int Row, int Column), FormCell> Cells, IReadOnlyList<CellRange> Merges, bool IsCut)
{
    /// <summary>The merged cells of which the cell is one, or the cell alone.</summary>
    public CellRange Around(int row, int column) =>
        Merges.Where(m => m.FirstRow <= row && row <= m.LastRow && m.FirstColumn <= column && column <= m.LastColumn).Select(m => (CellRange?)m).FirstOrDefault() ?? new CellRange(row, column, row, column);

    /// <summary>What stands at the place, also where merged cells show it.</summary>
    public string TextAt(int row, int column)
    {
        var shown = Around(row, column);
        return Cells.TryGetValue((shown.FirstRow, shown.FirstColumn), out var cell) ? cell.Text : "";
    }

    /// <summary>Why the row cannot be repeated, or null.</summary>
    public string? RefusalOfBlock(int row) =>
        Merges.Where(m => m.FirstRow != m.LastRow && m.FirstRow <= row && row <= m.LastRow).Select(m => FillFaults.BlockInMerge(Name, row, m.ToString())).FirstOrDefault();
}

/// <summary>Reads a form as it is drawn for placing (读取表样).</summary>
public static class FormBook
{
    /// <summary>What is drawn at most.</summary>
    public const int MostRows = 200, MostColumns = 60;

    // Where a form ends without a total, its block row is empty and lies behind the last content.
    private const int RowsBeyond = 3;

    /// <summary>The sheets of the form, hidden ones left out; what cannot be read or filled is refused in a sentence.</summary>
    /// <exception cref="SheetFaultException">The file is no workbook, damaged or over a limit.</exception>
    public static IReadOnlyList<FormSheet> Read(byte[] content, string fileName, ReadLimits limits, CancellationToken ct)
    {
        using var file = new MemoryStream(content, writable: false);
        var opened = SheetReader.Open(file, fileName, limits);
        if (!opened.IsOpen) throw opened.Cause;
        List<FormSheet> sheets;
        using (opened.Workbook)
        {
            if (opened.Workbook.IsCsv) throw new SheetFaultException(FillFaults.NotXlsx);
            sheets = [.. opened.Workbook.Sheets.Where(s => !s.Hidden).Select(s => Draw(s, ct))];
        }

        if (sheets.Count == 0) throw new SheetFaultException(ReadFaults.NoSheet);
        return sheets;
    }

    /// <summary>Tries the form out with nothing to put in, so that one which cannot be filled is refused when it is brought.</summary>
    /// <exception cref="SheetFaultException">It cannot be filled.</exception>
    public static async Task TryAsync(byte[] content, ReadLimits limits, CancellationToken ct)
    {
        using var file = new MemoryStream(content, writable: false);
        using var nowhere = new MemoryStream();
        await FormFiller.WriteAsync(file, limits, [], nowhere, ct);
    }

    private static FormSheet Draw(SheetSource sheet, CancellationToken ct)
    {
        var cells = new Dictionary<(int, int), FormCell>();
        var (lastRow, lastColumn, isCut) = (0, 0, false);
        foreach (var row in sheet.Rows(ct))
        {
            if (row.Number > MostRows)
            {
                isCut = true;
                break;
            }

            for (var column = 0; column < row.Width; column++)
            {
                if (row[column] is { IsEmpty: true, HasFormula: false }) continue;
                (lastRow, lastColumn) = (row.Number, Math.Max(lastColumn, column));
                if (column >= MostColumns) isCut = true;
                else cells[(row.Number, column)] = new FormCell(TextOf(row[column]), row[column].HasFormula);
            }
        }

        var merges = sheet.Merges;
        // A title is often merged over more columns than have content.
        foreach (var merge in merges.Where(m => m.LastRow <= MostRows)) (lastRow, lastColumn) = (Math.Max(lastRow, merge.LastRow), Math.Max(lastColumn, merge.LastColumn));
        return new FormSheet(sheet.Name, Math.Min(MostRows, lastRow + RowsBeyond), Math.Min(MostColumns, lastColumn + 2), cells, merges, isCut);
    }

    private static string TextOf(Cell cell) => cell.AsDate() is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : cell.AsDecimalText() ?? cell.Raw;
}
