using CsvHelper;

namespace PovertyDashboard.Excel.Reading;

/// <summary>A csv file read as a workbook with one sheet; a row's number counts records, as Excel shows them.</summary>
internal static class CsvWorkbook
{
    // A quote that is never closed swallows the rest of the file; no honest record is as long as this.
    private const int LongestRecord = 1024 * 1024;

    public static Workbook Open(Stream file, string fileName, ReadLimits limits)
    {
        var options = OptionsFor(file);
        var name = Path.GetFileNameWithoutExtension(fileName);
        var sheet = new SheetSource(name, hidden: false, ct => Rows(file, options, name, limits, ct), () => []);
        return new Workbook([sheet], owned: null);
    }

    /// <summary>How the file is read, so that its copy counts records alike.</summary>
    public static CsvReaderOptions OptionsFor(Stream file) => new()
    {
        Encoding = TextEncodings.Detect(file),
        HasHeader = false,
        // Excel shows blank lines as rows, so they count.
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Recover,
        MaxRecordSize = LongestRecord,
        // Values may be personal data; messages end up in logs.
        IncludeValuesInExceptions = false,
    };

    private static IEnumerable<SheetRow> Rows(
        Stream file, CsvReaderOptions options, string name, ReadLimits limits, CancellationToken ct)
    {
        file.Position = 0;
        using var csv = CsvReader.Create(file, options, leaveOpen: true);
        var cells = new Cell[limits.Columns];
        var (rowsWithContent, widest) = (0, 0);
        for (var number = 1; Read(csv, number); number++)
        {
            ct.ThrowIfCancellationRequested();
            if (number > CellRange.MaxRows)
            {
                throw new SheetFaultException(ReadFaults.TooManyLines);
            }
            if (RowOf(csv, number, cells, ref widest, name, limits) is not { } row)
            {
                continue;
            }
            if (++rowsWithContent > limits.Rows)
            {
                throw new SheetFaultException(ReadFaults.TooManyRows(name, limits));
            }
            yield return row;
        }
    }

    private static SheetRow? RowOf(CsvReader csv, int number, Cell[] cells, ref int widest, string name, ReadLimits limits)
    {
        // A file of line breaks has millions of rows; only what was written is cleared.
        Array.Clear(cells, 0, Math.Min(cells.Length, Math.Max(1, widest)));
        widest = Math.Max(widest, csv.FieldCount);
        for (var column = 0; column < csv.FieldCount; column++)
        {
            var cell = Cell.Text(CsvGuard.Remove(csv.GetString(column)), limits.CellCharacters);
            if (column < cells.Length)
            {
                cells[column] = cell;
            }
            else if (!cell.IsEmpty)
            {
                throw new SheetFaultException(ReadFaults.TooManyColumns(name, number, limits));
            }
        }
        return SheetRow.Of(number, cells);
    }

    private static bool Read(CsvReader csv, int number)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException e)
        {
            throw new SheetFaultException(ReadFaults.OpenQuote(number), e);
        }
    }
}
