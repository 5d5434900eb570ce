using System.IO.Compression;

namespace PovertyDashboard.Excel.Writing;

/// <summary>Writes a ledger as xlsx (导出), row by row and in constant memory; the output need not seek.</summary>
public static class SheetWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int FlushBytes = 64 * 1024;

    /// <summary>Writes the sheet and returns the number of data rows. The output stays open.</summary>
    /// <param name="write">Writes the cells of one row, in the order of the columns.</param>
    /// <exception cref="SheetFaultException">More rows than a worksheet holds.</exception>
    public static async Task<long> WriteAsync<T>(
        Stream output, SheetSpec spec, IAsyncEnumerable<T> rows, Action<T, RowWriter> write, CancellationToken ct)
    {
        var frame = SheetFrame.Of(spec);
        var staged = new StagedOutput(output);
        CellRange filter;
        // When the rows fail, the archive's end is not passed on, so that a cut-off file cannot be taken for a whole one.
        using (var zip = new ZipArchive(staged, ZipArchiveMode.Create, leaveOpen: true))
        {
            frame.Package.WriteOtherParts(zip);
            filter = await WriteSheetAsync(zip, staged, spec, frame, rows, write, ct);
            frame.Package.WriteBook(zip, frame.Geometry, filter);
        }
        await staged.PassOnAsync(ct);
        return filter.LastRow - frame.Geometry.LastHeaderRow;
    }

    private static async Task<CellRange> WriteSheetAsync<T>(
        ZipArchive zip, StagedOutput staged, SheetSpec spec, SheetFrame frame, IAsyncEnumerable<T> rows, Action<T, RowWriter> write, CancellationToken ct)
    {
        var writer = new XlsxRowWriter(spec, frame);
        using var sheet = frame.Package.OpenSheet(zip);
        sheet.Write(frame.Package.SplitSheet().Head);
        await foreach (var row in rows.WithCancellation(ct))
        {
            writer.BeginRow();
            write(row, writer);
            writer.EndRow();
            if (writer.PendingBytes >= FlushBytes)
            {
                writer.Flush(sheet);
                await staged.PassOnAsync(ct);
            }
        }
        var last = writer.Row;
        int? totalRow = null;
        int? signOffRow = null;
        if (spec.Columns.Any(column => column.Total))
        {
            writer.WriteTotal(frame.TotalStyles);
            totalRow = writer.Row;
        }
        if (spec.SignOff is { Length: > 0 } signOff)
        {
            writer.WriteSignOff(signOff, frame.SignOffStyle);
            signOffRow = writer.Row;
        }
        writer.Flush(sheet);
        var filter = frame.Finish(last, totalRow, signOffRow);
        sheet.Write(frame.Package.SplitSheet().Tail);
        return filter;
    }
}
