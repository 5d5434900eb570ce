using System.Text;
using CsvHelper;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Excel.Annotating;

/// <summary>Writes the annotated copy of a csv (批注副本): the same values in the same encoding, with 结果 behind them.</summary>
internal static class CsvAnnotator
{
    public static void Write(Stream file, SheetTask task, Stream output, CancellationToken ct)
    {
        var options = CsvWorkbook.OptionsFor(file);
        using var writer = new StreamWriter(output, EncodingOf(file, options.Encoding!), bufferSize: 65536, leaveOpen: true);
        file.Position = 0;
        using var csv = CsvReader.Create(file, options, leaveOpen: true);
        var line = new StringBuilder();
        for (var number = 1; csv.Read(); number++)
        {
            ct.ThrowIfCancellationRequested();
            line.Clear();
            var result = task.ResultOf(number)?.Text;
            var width = result is null && number < task.HeaderRow ? csv.FieldCount : Math.Max(csv.FieldCount, result is null ? 0 : task.ResultAt + 1);
            for (var column = 0; column < width; column++)
            {
                if (column > 0) line.Append(',');
                Append(line, column == task.ResultAt && number >= task.HeaderRow ? result ?? "" : column < csv.FieldCount ? csv.GetString(column) : "");
            }

            writer.Write(line.Append("\r\n"));
        }
    }

    private static void Append(StringBuilder line, string field)
    {
        if (field.AsSpan().ContainsAny("\",\r\n")) line.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else line.Append(field);
    }

    /// <summary>The same encoding, with a mark where the file has one: without it, spreadsheet programs take UTF-8 for GBK.</summary>
    private static Encoding EncodingOf(Stream file, Encoding found)
    {
        if (found is not UTF8Encoding) return found;
        var mark = new byte[3];
        file.Position = 0;
        var length = file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: mark.AsSpan(0, length).SequenceEqual(Encoding.UTF8.Preamble));
    }
}
