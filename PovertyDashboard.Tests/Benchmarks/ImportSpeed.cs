using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Imports;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>
/// A household sheet of 20,000 rows and all columns, checked, confirmed and written as on the page, held against reading it
/// once and inserting the same rows by one prepared statement. Each round has an empty store of its own.
/// </summary>
public class ImportSpeed
{
    private const int Rows = 20_000;
    private ImportSite _site = null!;
    private byte[] _file = [];
    private List<Household> _rows = null!;

    [GlobalSetup]
    public async Task MakeFileAsync()
    {
        await using var site = BenchmarkStore.Site();
        _rows = BenchmarkStore.Households(site, Rows);
        _file = SheetXml.Repacked(await BenchmarkStore.FileAsync(site, HouseholdLedger.Ledger.Columns, _rows));
    }

    [IterationSetup]
    public void Open()
    {
        _site = new ImportSite();
        _ = _site.Site.Services;
    }

    [IterationCleanup]
    public void Close() => _site.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark, IterationCount(7), WarmupCount(3), Bar(4, nameof(ReadAndInsert_20_000))]
    public Task<int> Import_20_000() => WholeAsync(_site, _file);

    [Benchmark, IterationCount(7), WarmupCount(3)]
    public Task<int> ReadAndInsert_20_000()
    {
        using (var workbook = SheetReader.Open(new MemoryStream(_file), "x.xlsx", ReadLimits.Verb).Workbook!)
            if (workbook.Sheets[0].Rows(CancellationToken.None).Count() < Rows) throw new InvalidOperationException("Rows are missing.");
        return _site.Site.InStoreAsync(UserIdentity.System, InsertAsync);
    }

    /// <summary>What the page and its queue do with a file: check it, keep the report, and once confirmed check it again and write it, with its journal for an undo.</summary>
    internal static async Task<int> WholeAsync(ImportSite site, byte[] file)
    {
        var check = await ImportAsync(site, file, writes: false);
        _ = BatchReport.Of(check, DateTime.UnixEpoch).Write();
        var result = await ImportAsync(site, file, writes: true);
        _ = BatchReport.Of(result, DateTime.UnixEpoch).Write();
        var added = result.Sheets.Sum(s => s.Added);
        return added == Rows ? added : throw new InvalidOperationException($"Only {added} rows were added. {result.Rejection}");
    }

    // The caps of the command line: on the page a sheet of 20,000 rows and a title has one row too many.
    private static Task<FileResult> ImportAsync(ImportSite site, byte[] file, bool writes) => site.Site.AsAsync(UserIdentity.System, services =>
    {
        if (writes) services.GetRequiredService<WriteJournal>().Batch = 1;
        return services.GetRequiredService<Importer>().ImportAsync(new MemoryStream(file), "莘县户信息.xlsx", ReadLimits.Verb, new ImportRequest(DryRun: !writes), progress: null, CancellationToken.None);
    });

    private async Task<int> InsertAsync(AppDbContext db)
    {
        var shape = new RowShape(db.Model.FindEntityType(typeof(Household))!);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using var insert = shape.Insert((SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction)transaction.GetDbTransaction());
        var id = 0;
        foreach (var row in _rows)
        {
            row.Id = ++id;
            shape.Fill(insert, row);
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return id;
    }
}
