using PovertyDashboard.Features.Imports;
using PovertyDashboard.Tests.Excel;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>The fates that the rows of the eight sample ledgers must have, whoever has written the file.</summary>
internal static class SampleFates
{
    /// <summary>All sample ledgers, those of the population first.</summary>
    public static readonly IReadOnlyList<string> Files =
        [.. Directory.GetFiles(Path.GetDirectoryName(Samples.PathOf("x"))!).Select(f => Path.GetFileName(f)!).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Those that a csv can hold: of merged villages it keeps the first row's alone, and the others are rightly refused.</summary>
    public static readonly IReadOnlyList<string> ForCsv = [.. Files.Where(f => !f.StartsWith("公益岗台账", StringComparison.Ordinal))];

    /// <summary>Imports variants of samples, which keep their names but for the extension, and compares fates with the answer key and stored values with the variants' own cells.</summary>
    public static async Task<int> KeepAsync(ImportSite site, IReadOnlyList<string> paths)
    {
        Assert.True(paths.Count >= ForCsv.Count && ForCsv.Count == 7);
        var results = await site.ImportAsync([.. paths]);
        var compared = 0;
        foreach (var (result, path) in results.Zip(paths))
        {
            var file = Files.Single(f => Path.GetFileNameWithoutExtension(f) == Path.GetFileNameWithoutExtension(path));
            Assert.True(result.Rejection.Length == 0, $"{file}: {result.Rejection}");
            var (rows, bad) = Samples.Answer(file);
            var sheet = Assert.Single(result.Sheets);
            Assert.Equal((file, "", rows), (file, sheet.Rejection, sheet.Read));
            foreach (var (row, column, why) in bad)
                Assert.Contains(Assert.Single(sheet.Rows, r => r.Row == row).Faults, f => f.Column == column && f.Message.Contains(why, StringComparison.Ordinal));
            foreach (var other in sheet.Rows.Where(r => r.Fate == RowFate.Refused && bad.All(b => b.Row != r.Row)))
                Assert.True(sheet.Ledger?.Key == "members" && Assert.Single(other.Faults).Message.Contains("户未导入", StringComparison.Ordinal), $"{file}, row {other.Row}: {string.Concat(other.Faults.Select(f => f.Message))}");
            compared += await StoredValues.AssertAreTheFilesAsync(site, path, sheet);
        }

        return compared;
    }

    /// <summary>The sample as xlsx; the one csv as a sheet of text cells.</summary>
    public static string AsXlsx(string file, string folder) => file.EndsWith(".csv", StringComparison.Ordinal)
        ? XlsxEdit.Make(Path.Combine(folder, Path.ChangeExtension(file, ".xlsx")), [.. CsvEdit.Read(Samples.PathOf(file))])
        : Samples.PathOf(file);
}
