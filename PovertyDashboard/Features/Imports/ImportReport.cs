using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Annotating;
using PovertyDashboard.Excel.Reading;

namespace PovertyDashboard.Features.Imports;

/// <summary>The annotated copy of each imported file in a folder (逐行结果), for people who run the verb.</summary>
public static class ImportReport
{
    /// <summary>Writes the copies; of a file that was not taken in as a whole there is none. The sentences say of which files a copy could not be made.</summary>
    public static async Task<IReadOnlyList<string>> WriteAsync(IEnumerable<(string Path, FileResult Result)> files, ReadLimits limits, string folder, DateTime at, BatchState state, ILogger log, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var faults = new List<string>();
        foreach (var (path, result) in files.Where(f => f.Result.Sheets.Count > 0))
        {
            var unnamed = Path.Combine(folder, Path.GetRandomFileName());
            try
            {
                string extension;
                await using (var source = File.OpenRead(path))
                await using (var copy = File.Create(unnamed))
                    extension = AnnotatedCopy.Write(source, result.File, limits, BatchMarks.Of(BatchReport.Of(result, at), state), copy, ct);
                File.Move(unnamed, Path.Combine(folder, AnnotatedCopy.NameOf(result.File, extension)), overwrite: true);
            }
            catch (SheetFaultException fault)
            {
                fault.LogTo(log);
                faults.Add($"{result.File}：没有批注副本。{fault.Message}");
            }
            finally
            {
                File.Delete(unnamed);
            }
        }

        return faults;
    }

    /// <summary>The word for a fate, as pages show it.</summary>
    public static string WordOf(RowFate fate) => fate switch { RowFate.Added => "新增", RowFate.Updated => "更新", RowFate.Unchanged => "无变化", _ => "不入库" };
}
