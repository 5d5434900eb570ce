namespace PovertyDashboard.Features.Imports;

/// <summary>The fates of a file's rows as a csv beside it (逐行结果), for people who run the verb.</summary>
public static class ImportReport
{
    public static async Task WriteAsync(IReadOnlyList<FileResult> results, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (var result in results)
        {
            var lines = new List<string> { "工作表,行,结果,列,原因" };
            if (result.Rejection.Length > 0) lines.Add($",,不入库,,{Quote(result.Rejection)}");
            foreach (var sheet in result.Sheets)
                lines.AddRange(sheet.Rows.SelectMany(row => LinesOf(sheet.Sheet, row)));
            await File.WriteAllLinesAsync(Path.Combine(folder, Path.GetFileNameWithoutExtension(result.File) + "-结果.csv"), lines, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), ct);
        }
    }

    /// <summary>The word for a fate, as pages and reports show it.</summary>
    public static string WordOf(RowFate fate) => fate switch { RowFate.Added => "新增", RowFate.Updated => "更新", RowFate.Unchanged => "无变化", _ => "不入库" };

    private static IEnumerable<string> LinesOf(string sheet, RowOutcome row) => row.Faults.Count == 0
        ? [$"{Quote(sheet)},{row.Row},{WordOf(row.Fate)},,"]
        : row.Faults.Select(f => $"{Quote(sheet)},{row.Row},{WordOf(row.Fate)},{Quote(f.Column)},{Quote(f.Message)}");

    private static string Quote(string text) => '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
