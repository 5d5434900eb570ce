using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Excel;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>
/// Another spreadsheet program opens every exported ledger and sees in it what our own csv holds: texts and days to the sign, as
/// they are shown; numbers by their value, since a sheet groups their thousands.
/// </summary>
public sealed class ExportsInLibreOfficeTests(RegisteredLedgerTests.Demo demo) : IClassFixture<RegisteredLedgerTests.Demo>
{
    private const int FewestLedgers = 25;

    [Fact]
    public async Task Every_ledger_is_the_same_in_LibreOffice_as_in_our_csv()
    {
        var exports = new List<(Ledger Ledger, string Xlsx, string Csv)>();
        foreach (var ledger in demo.Site.Services.GetRequiredService<LedgerCatalog>().Ledgers)
            foreach (var (name, query, columns) in await PartsOfAsync(ledger))
                exports.Add((ledger, await ExportAsync(ledger, query, columns, name + ".xlsx"), await ExportAsync(ledger, query, columns, name + ".own.csv")));

        Assert.True(exports.Select(e => e.Ledger).Distinct().Count() >= FewestLedgers);
        var opened = await LibreOffice.ConvertAsync(LibreOffice.Csv, [.. exports.Select(e => e.Xlsx)]);
        var compared = 0;
        foreach (var ((ledger, _, csv), theirs) in exports.Zip(opened)) compared += Compare(ledger, CsvEdit.Read(csv), CsvEdit.Read(theirs));
        Assert.True(compared > 50_000, $"{compared} cells");
    }

    private static int Compare(Ledger ledger, List<string[]> ours, List<string[]> theirs)
    {
        // A group stands over each of its columns.
        var headers = ours[0].Distinct().Count() < ours[0].Length ? 2 : 1;
        var body = ours.Skip(headers).ToList();
        var begin = theirs.FindIndex(row => row.Length > 0 && row[0].TrimEnd('*') == ours[0][0]) + headers;
        Assert.True(begin >= headers, $"{ledger.Key}: LibreOffice shows no header.");
        for (var i = 0; i < body.Count; i++)
        {
            var theirRow = theirs[begin + i];
            for (var column = 0; column < Math.Max(body[i].Length, theirRow.Length); column++)
            {
                var (own, their) = (body[i].ElementAtOrDefault(column) ?? "", theirRow.ElementAtOrDefault(column) ?? "");
                Assert.True(own == their || IsSameNumber(own, their), $"{ledger.Key}, row {i + 1}, column {column + 1}: ours “{own}”, LibreOffice “{their}”");
            }
        }

        return body.Sum(row => row.Length);
    }

    /// <summary>Only what is grouped or padded with zeros is compared by value: 00123 is not 123.</summary>
    private static bool IsSameNumber(string own, string their) =>
        (their + own).AsSpan().ContainsAny(',', '.')
        && decimal.TryParse(own, NumberStyles.Number, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(their, NumberStyles.Number, CultureInfo.InvariantCulture, out var b) && a == b;

    /// <summary>The ledger as a whole, or one part for each of the sheets over which it is spread.</summary>
    private async Task<IReadOnlyList<(string Name, LedgerQuery Query, string[] Columns)>> PartsOfAsync(Ledger ledger)
    {
        if (ledger.SheetsBy is not { } spread) return [(ledger.Key, new LedgerQuery(), [])];
        await using var file = File.OpenRead(await ExportAsync(ledger, new LedgerQuery(), [], ledger.Key + ".all.xlsx"));
        using var workbook = SheetReader.Open(file, "x", ReadLimits.Verb).Workbook!;
        var columns = await demo.Site.InStoreAsync(UserIdentity.System, db => ledger.AllColumnsAsync(db, 0, CancellationToken.None));
        return [.. workbook.Sheets.Select(s => ($"{ledger.Key}-{s.Name}", new LedgerQuery { Filters = [new ColumnFilter(spread.By.Key, s.Name)] },
            columns.Where(c => spread.Has(int.Parse(s.Name.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), c)).Select(c => c.Key).ToArray()))];
    }

    private Task<string> ExportAsync(Ledger ledger, LedgerQuery query, string[] columns, string name) => demo.Site.AsAsync(UserIdentity.System, async services =>
    {
        var path = Path.Combine(demo.Site.Folder, name);
        await using var file = File.Create(path);
        await services.GetRequiredService<LedgerExport>().WriteAsync(ledger, new ExportRequest(query, columns, IsFull: true, "测试"), path.EndsWith(".csv", StringComparison.Ordinal), file, CancellationToken.None);
        return path;
    });
}
