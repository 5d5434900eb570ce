using System.Globalization;
using System.Text;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Tests.Excel;

/// <summary>Reads sheets as plain texts and writes them as csv, as a spreadsheet program saves them.</summary>
internal static class CsvEdit
{
    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>The texts of the first sheet, row by row; rows without content are kept, so that row numbers stay.</summary>
    public static List<string[]> Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var workbook = SheetReader.Open(stream, path, ReadLimits.Verb).Workbook!;
        var texts = new List<string[]>();
        foreach (var row in workbook.Sheets[0].Rows(CancellationToken.None))
        {
            while (texts.Count < row.Number - 1) texts.Add([]);
            texts.Add([.. row.Cells.Select(TextOf)]);
        }

        return texts;
    }

    public static void Write(string path, IEnumerable<string[]> rows, Encoding encoding) =>
        File.WriteAllLines(path, rows.Select(texts => string.Join(',', texts.Select(Quote))), encoding);

    /// <summary>Changes one value in the file; the row counts from the first one under the header.</summary>
    public static string Set(string path, int row, string header, string value)
    {
        var rows = Read(path);
        var head = rows.FindLastIndex(r => r.Contains(header));
        var column = Array.IndexOf(rows[head], header);
        // Under a group row the header row has the sub-headers only.
        var first = head + 1 < rows.Count && rows[head].Distinct().Count() < rows[head].Length ? head + 2 : head + 1;
        var texts = rows[first + row];
        Array.Resize(ref texts, Math.Max(texts.Length, column + 1));
        (texts[column], rows[first + row]) = (value, texts);
        Write(path, rows.Select(r => r.Select(t => t ?? "").ToArray()), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return path;
    }

    /// <summary>Excel writes dates by their format and long numbers with an exponent.</summary>
    private static string TextOf(Cell cell) => cell.Kind switch
    {
        CellKind.Date => cell.AsDate()?.ToString("yyyy-M-d", CultureInfo.InvariantCulture) ?? cell.Raw,
        CellKind.Number when cell.Raw.Length > 15 && !cell.Raw.Contains('.', StringComparison.Ordinal) => double.Parse(cell.Raw, CultureInfo.InvariantCulture).ToString("0.#####E+00", CultureInfo.InvariantCulture),
        CellKind.Number => cell.AsDecimalText() ?? cell.Raw,
        _ => cell.Raw,
    };

    private static string Quote(string text) => text.AsSpan().ContainsAny("\",\r\n ") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
