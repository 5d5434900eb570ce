using System.Buffers;
using System.Globalization;
using System.Text;

namespace PovertyDashboard.Excel.Writing;

/// <summary>Writes a ledger as csv: header rows and data only, UTF-8 with a mark so that Excel shows Chinese.</summary>
public static class CsvSheetWriter
{
    public const string ContentType = "text/csv; charset=utf-8";
    private const int FlushBytes = 64 * 1024;

    /// <summary>Writes the rows and returns their number. Title, head lines, total and sign-off have no place in a csv. The output stays open.</summary>
    /// <param name="write">Writes the cells of one row, in the order of the columns.</param>
    public static async Task<long> WriteAsync<T>(
        Stream output, SheetSpec spec, IAsyncEnumerable<T> rows, Action<T, RowWriter> write, CancellationToken ct)
    {
        var writer = new CsvRowWriter(spec.Columns.Count);
        WriteHeader(spec, writer);
        var count = 0L;
        await foreach (var row in rows.WithCancellation(ct))
        {
            write(row, writer);
            writer.EndRow();
            count++;
            if (writer.PendingBytes >= FlushBytes)
            {
                await writer.FlushAsync(output, ct);
            }
        }
        await writer.FlushAsync(output, ct);
        return count;
    }

    // A csv has no merged cells, so a group stands over each of its columns.
    private static void WriteHeader(SheetSpec spec, CsvRowWriter writer)
    {
        if (spec.Columns.Any(column => column.Group is not null))
        {
            foreach (var column in spec.Columns)
            {
                writer.Text(column.Group ?? column.Header);
            }
            writer.EndRow();
            foreach (var column in spec.Columns)
            {
                writer.Text(column.Group is null ? null : column.Header);
            }
        }
        else
        {
            foreach (var column in spec.Columns)
            {
                writer.Text(column.Header);
            }
        }
        writer.EndRow();
    }

    private sealed class CsvRowWriter : RowWriter
    {
        private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\t\"\r\n ");
        private readonly ArrayBufferWriter<byte> bytes = new(FlushBytes + 4096);
        private readonly int columns;
        private int column;

        public CsvRowWriter(int columns)
        {
            this.columns = columns;
            bytes.Write(Encoding.UTF8.Preamble);
        }

        public int PendingBytes => bytes.WrittenCount;

        public void EndRow()
        {
            while (column < columns)
            {
                Empty();
            }
            bytes.Write("\r\n"u8);
            column = 0;
        }

        public override void Text(string? value)
        {
            var field = CsvGuard.Add(value ?? "");
            Field(field.AsSpan().ContainsAny(Quoted) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field);
        }

        public override void Number(long scaled, int scale) => Field(Unscale(scaled, scale).ToString(CultureInfo.InvariantCulture));

        // Excel reads this form as a date and loses nothing, so it needs no guard.
        public override void Date(DateOnly value) => Field(DateText(value));

        public override void Month(int yyyymm) => Text(MonthText(yyyymm));

        public override void Empty() => Field("");

        public async Task FlushAsync(Stream output, CancellationToken ct)
        {
            await output.WriteAsync(bytes.WrittenMemory, ct);
            bytes.ResetWrittenCount();
        }

        private void Field(string text)
        {
            if (column >= columns)
            {
                throw new InvalidOperationException("More cells than columns.");
            }
            if (column++ > 0)
            {
                bytes.Write(","u8);
            }
            Encoding.UTF8.GetBytes(text, bytes);
        }
    }
}
