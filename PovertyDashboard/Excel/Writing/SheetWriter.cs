using System.IO.Compression;

namespace PovertyDashboard.Excel.Writing;

/// <summary>One sheet to be written (一张表): its look, its rows and how a row is written.</summary>
/// <param name="Write">Writes the cells of one row, in the order of the columns.</param>
public sealed record SheetContent<T>(SheetSpec Spec, IAsyncEnumerable<T> Rows, Action<T, RowWriter> Write);

/// <summary>Writes a ledger as xlsx (导出), row by row and in constant memory; the output need not seek.</summary>
public static class SheetWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int FlushBytes = 64 * 1024;

    /// <summary>Writes the sheet and returns the number of data rows. The output stays open.</summary>
    /// <exception cref="SheetFaultException">More rows than a worksheet holds.</exception>
    public static Task<long> WriteAsync<T>(Stream output, SheetSpec spec, IAsyncEnumerable<T> rows, Action<T, RowWriter> write, CancellationToken ct) =>
        WriteAsync(output, [new SheetContent<T>(spec, rows, write)], ct);

    /// <summary>Writes several sheets into one workbook and returns the number of data rows of all. The output stays open.</summary>
    /// <exception cref="SheetFaultException">More rows than a worksheet holds.</exception>
    public static async Task<long> WriteAsync<T>(Stream output, IReadOnlyList<SheetContent<T>> sheets, CancellationToken ct)
    {
        var (package, frames) = SheetFrame.Of([.. sheets.Select(sheet => sheet.Spec)]);
        var staged = new StagedOutput(output);
        var drawn = new List<(SheetGeometry Geometry, CellRange? Filter)>();
        var count = 0L;
        // When the rows fail, the archive's end is not passed on, so that a cut-off file cannot be taken for a whole one.
        using (var zip = new ZipArchive(staged, ZipArchiveMode.Create, leaveOpen: true))
        {
            package.WriteOtherParts(zip);
            // The download begins before the store has put the rows in order.
            await staged.PassOnAsync(ct);
            foreach (var (content, frame) in sheets.Zip(frames))
            {
                var filter = await WriteSheetAsync(zip, staged, content, frame, ct);
                drawn.Add((frame.Geometry, filter));
                count += filter.LastRow - frame.Geometry.LastHeaderRow;
            }
            package.WriteBook(zip, drawn);
        }
        await staged.PassOnAsync(ct);
        return count;
    }

    private static async Task<CellRange> WriteSheetAsync<T>(ZipArchive zip, StagedOutput staged, SheetContent<T> content, SheetFrame frame, CancellationToken ct)
    {
        var spec = content.Spec;
        var writer = new XlsxRowWriter(spec, frame);
        using var sheet = frame.Sheet.Open(zip);
        sheet.Write(frame.Sheet.Split().Head);
        await foreach (var row in content.Rows.WithCancellation(ct))
        {
            writer.BeginRow();
            content.Write(row, writer);
            writer.EndRow();
            if (writer.PendingBytes >= FlushBytes)
            {
                writer.Flush(sheet);
                await staged.PassOnAsync(ct);
            }
        }
        var last = writer.Row;
        int? totalRow = null;
        var lines = new List<int>();
        if (spec.Columns.Any(column => column.Total))
        {
            writer.WriteTotal(frame.TotalStyles);
            totalRow = writer.Row;
        }
        foreach (var line in LinesBelow(spec, last - frame.Geometry.LastHeaderRow, writer.Sums))
        {
            writer.WriteSignOff(line, frame.SignOffStyle);
            lines.Add(writer.Row);
        }
        writer.Flush(sheet);
        var filter = frame.Finish(last, totalRow, lines);
        sheet.Write(frame.Sheet.Split().Tail);
        return filter;
    }

    private static IEnumerable<string> LinesBelow(SheetSpec spec, long count, IReadOnlyList<decimal> sums)
    {
        if (spec.Closing is { } closing)
        {
            yield return closing(count, sums);
        }
        foreach (var line in spec.FootLines)
        {
            yield return line;
        }
        if (spec.SignOff is { Length: > 0 } signOff)
        {
            yield return signOff;
        }
    }
}
