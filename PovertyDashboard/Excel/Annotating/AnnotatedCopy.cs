using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Excel.Writing;

namespace PovertyDashboard.Excel.Annotating;

/// <summary>
/// Gives a user his own file back (批注副本), as he made it, with what became of its rows: wrong cells coloured and commented, and a
/// column 结果. See ADR 0021.
/// </summary>
public static class AnnotatedCopy
{
    private const string Suffix = "-批注", Csv = ".csv";

    /// <summary>Writes the copy; what cannot be read is refused in a sentence, within the same limits as when it was imported.</summary>
    /// <param name="source">The file, from its beginning; it must be seekable.</param>
    /// <param name="fileName">Names the one sheet of a csv.</param>
    /// <param name="limits">What the file may cost.</param>
    /// <param name="sheets">The marks of each sheet that was read; other sheets go over as they are.</param>
    /// <param name="output">Takes the copy; written synchronously and left open.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>The extension of the copy, which follows from what the file is and not from its name.</returns>
    /// <exception cref="SheetFaultException">The file is damaged or over a limit.</exception>
    public static string Write(Stream source, string fileName, ReadLimits limits, IReadOnlyList<SheetMarks> sheets, Stream output, CancellationToken ct)
    {
        var opened = SheetReader.Open(source, fileName, limits);
        if (!opened.IsOpen) throw opened.Cause;
        List<SheetTask> tasks = [];
        var isCsv = opened.Workbook.IsCsv;
        using (opened.Workbook)
        {
            foreach (var sheet in opened.Workbook.Sheets)
                if (sheets.FirstOrDefault(m => m.Sheet == sheet.Name) is { } marks) tasks.Add(new SheetTask(sheet, marks, ct));
        }

        return ReadGuard.Run(() =>
        {
            if (!isCsv) XlsxAnnotator.Write(source, limits, tasks, output, ct);
            else foreach (var only in tasks) CsvAnnotator.Write(source, only, output, ct);
            return isCsv ? Csv : ".xlsx";
        });
    }

    /// <summary>「户信息-批注.xlsx」; a copy of a copy keeps its name.</summary>
    public static string NameOf(string fileName, string extension)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        return (name.EndsWith(Suffix, StringComparison.Ordinal) ? name : name + Suffix) + extension;
    }

    /// <summary>The content type of a copy with the extension.</summary>
    public static string ContentTypeOf(string extension) => extension == Csv ? CsvSheetWriter.ContentType : SheetWriter.ContentType;
}
