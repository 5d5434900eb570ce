using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;
using PovertyDashboard.Tests.Support;
using Xunit.Abstractions;

namespace PovertyDashboard.Tests.Features.Imports;

/// <summary>Laws over every ledger and measure that the rooms have registered, on the demo store: later rooms are covered by themselves.</summary>
public sealed class RegisteredLedgerTests(RegisteredLedgerTests.Demo demo, ITestOutputHelper output) : IClassFixture<RegisteredLedgerTests.Demo>
{
    private const long City = 371500000000, Zhangzhai = 371522116000, Dayang = 371590115299;
    private const int FewestCounts = 30;

    private static readonly UserIdentity Staff = new("staff", "赵某", [Roles.Staff], RegionScope.Of([Zhangzhai]));

    [Theory]
    [InlineData(".xlsx")]
    [InlineData(".csv")]
    public async Task Every_importable_ledger_goes_out_in_full_and_comes_back_unchanged(string extension)
    {
        foreach (var ledger in Importable)
        {
            var (path, rows) = await ExportAsync(UserIdentity.System, ledger, new LedgerQuery(), ledger.Key + extension, isFull: true);
            Assert.True(rows > 0, $"{ledger.Key}: the demo store has no row of it.");
            await ComesBackAsync(UserIdentity.System, ledger, path, rows);
        }
    }

    [Fact]
    public async Task Every_importable_ledger_of_a_township_goes_out_masked_and_comes_back_unchanged()
    {
        var compared = 0L;
        // Rows that a masked number identifies (a person on a post) come back from a full export only.
        foreach (var ledger in Importable.Where(l => Staff.MayAny(l.Writers) && !l.Columns.Any(c => c is { IsKey: true, Sensitivity: not Sensitivity.None })))
        {
            var (path, rows) = await ExportAsync(Staff, ledger, new LedgerQuery(), ledger.Key + "-masked.xlsx", isFull: false);
            if (rows > 0) await ComesBackAsync(Staff, ledger, path, rows);
            compared += rows;
        }

        Assert.True(compared > 1000);
    }

    [Fact]
    public async Task Every_sheet_says_how_many_rows_it_has_and_payments_say_their_sum_in_capitals()
    {
        foreach (var ledger in Importable)
        {
            var (path, rows) = await ExportAsync(UserIdentity.System, ledger, new LedgerQuery(), ledger.Key + "-closing.xlsx", isFull: true);
            using var workbook = SheetReader.Open(File.OpenRead(path), path, ReadLimits.Verb).Workbook!;
            var closings = workbook.Sheets.Select(sheet => sheet.Rows(CancellationToken.None).Select(r => r[0].Raw).Last(text => text.StartsWith("共 ", StringComparison.Ordinal))).ToList();
            Assert.Equal(rows, closings.Sum(text => long.Parse(text.Split(' ')[1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));
            Assert.All(closings, text => Assert.Contains($" {ledger.Unit}", text, StringComparison.Ordinal));
            var isPaid = ledger.Key is "wages" or "distributions";
            Assert.All(closings, text => Assert.Equal(isPaid, text.Contains("合计（大写人民币）：", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData(City)]
    [InlineData(Zhangzhai)]
    [InlineData(Dayang)]
    public async Task Every_count_is_the_number_of_rows_of_its_export(long region)
    {
        var (compared, counted) = (0, 0m);
        foreach (var measure in Catalog.Measures.Where(m => m.Kind == MeasureKind.Count))
        {
            var value = await demo.Site.AsAsync(UserIdentity.System, async services =>
            {
                await using var db = await services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
                return await MeasureValue.OfAsync(db, Catalog, measure, region, services.GetRequiredService<Clock>().Today, CancellationToken.None);
            });
            var (path, rows) = await ExportAsync(UserIdentity.System, measure.Ledger, new LedgerQuery { Region = region, Measure = measure.Key }, "list.csv", isFull: true, measure.Ledger.Columns[0].Key);
            Assert.Equal((measure.Key, value.Value, value.Value), (measure.Key, (decimal)rows, (decimal)RowsOf(path)));
            (compared, counted) = (compared + 1, counted + rows);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{compared} measures, {counted} rows"));
        Assert.True(compared >= FewestCounts, $"{compared} measures");
        Assert.True(counted > 0);
    }

    private LedgerCatalog Catalog => demo.Site.Services.GetRequiredService<LedgerCatalog>();

    private IEnumerable<Ledger> Importable => Catalog.Ledgers.Where(l => l.Importable);

    private Task<(string Path, long Rows)> ExportAsync(UserIdentity user, Ledger ledger, LedgerQuery query, string name, bool isFull, params string[] columns) => demo.Site.AsAsync(user, async services =>
    {
        var path = Path.Combine(demo.Site.Folder, name);
        await using var file = File.Create(path);
        return (path, await services.GetRequiredService<LedgerExport>().WriteAsync(ledger, new ExportRequest(query, columns, isFull, "测试"), Path.GetExtension(path) == ".csv", file, CancellationToken.None));
    });

    private async Task ComesBackAsync(UserIdentity user, Ledger ledger, string path, long rows)
    {
        var results = await demo.Site.AsAsync(user, services => services.GetRequiredService<ImportRun>().RunAsync([path], ReadLimits.Verb, new ImportRequest(), CancellationToken.None));
        var result = Assert.Single(results);
        Assert.True(result.Rejection.Length == 0, $"{ledger.Key}: {result.Rejection}");
        // A ledger with columns that data make has a sheet for each of their versions.
        Assert.NotEmpty(result.Sheets);
        Assert.All(result.Sheets, sheet => Assert.Equal((ledger, ""), (sheet.Ledger, sheet.Rejection)));
        var wrong = result.Sheets.SelectMany(s => s.Rows).FirstOrDefault(r => r.Fate != RowFate.Unchanged);
        Assert.True(wrong is null, $"{ledger.Key}, row {wrong?.Row}: {wrong?.Fate} {string.Join(' ', wrong?.Faults.Select(f => f.Message) ?? [])} {string.Join(' ', wrong?.Changes.Select(c => $"{c.Column}: “{c.Old}” → “{c.New}”") ?? [])}");
        Assert.Equal((ledger.Key, rows), (ledger.Key, result.Sheets.Sum(s => (long)s.Unchanged)));
    }

    /// <summary>The rows under the header, as a spreadsheet program counts them; a group stands over each of its columns.</summary>
    private static int RowsOf(string path)
    {
        var rows = Excel.CsvEdit.Read(path);
        return rows.Count - (rows[0].Distinct().Count() < rows[0].Length ? 2 : 1);
    }

    public sealed class Demo : IAsyncLifetime
    {
        public TestSite Site { get; } = new();

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
