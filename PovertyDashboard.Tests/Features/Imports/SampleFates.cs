using PovertyDashboard.Features.Imports;
using PovertyDashboard.Tests.Support;
using PovertyDashboard.Tests.Excel;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>The fates that the rows of the eight sample ledgers must have, whoever has written the file.</summary>
internal static class SampleFates
{
    /// <summary>All sample ledgers, those of the population first.</summary>
    public static readonly IReadOnlyList<string> Files =
        [.. Directory.GetFiles(Path.GetDirectoryName(Samples.PathOf("x"))!).Select(f => Path.GetFileName(f)!).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Imports the variants of all samples, in the order of <see cref="Files"/>, and compares fates with the answer key and stored values with the variants' own cells.</summary>
    public static async Task<int> KeepAsync(ImportSite site, IReadOnlyList<string> paths)
    {
        Assert.Equal(8, paths.Count);
        var results = await site.ImportAsync([.. paths]);
        var compared = 0;
        foreach (var ((result, file), path) in results.Zip(Files).Zip(paths))
        {
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
