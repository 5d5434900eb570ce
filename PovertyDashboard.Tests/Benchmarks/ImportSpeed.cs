using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PovertyDashboard.Data;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Security;
using PovertyDashboard.Tests.Features.Imports;

namespace PovertyDashboard.Tests.Benchmarks;

/// <summary>
/// A household sheet of 20,000 rows and all columns, handed in, checked, confirmed and written as on the page, held against reading it
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
        _file = await BenchmarkStore.FileAsync(site, HouseholdLedger.Ledger.Columns, _rows);
    }

    [IterationSetup]
    public void Open()
    {
        _site = new ImportSite();
        _ = _site.Site.Services;
    }

    [IterationCleanup]
    public void Close() => _site.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark, IterationCount(3), WarmupCount(1), Bar(4, nameof(ReadAndInsert_20_000))]
    public Task<int> Import_20_000() => WholeAsync(_site, _file);

    [Benchmark, IterationCount(3), WarmupCount(1)]
    public Task<int> ReadAndInsert_20_000()
    {
        using (var workbook = SheetReader.Open(new MemoryStream(_file), "x.xlsx", ReadLimits.Web).Workbook!)
            if (workbook.Sheets[0].Rows(CancellationToken.None).Count() < Rows) throw new InvalidOperationException("Rows are missing.");
        return _site.Site.InStoreAsync(UserIdentity.System, InsertAsync);
    }

    internal static async Task<int> WholeAsync(ImportSite site, byte[] file)
    {
        var batch = await site.HandInAsync(UserIdentity.System, "莘县户信息.xlsx", file);
        if (batch.State != BatchState.Checked) throw new InvalidOperationException(batch.Rejection);
        batch = await site.GoOnAsync(UserIdentity.System, batch.Batch, desk => desk.ConfirmAsync(batch.Batch, CancellationToken.None));
        var added = batch.Rows.Count(r => r.Fate == RowFate.Added);
        return added == Rows ? added : throw new InvalidOperationException($"Only {added} rows were added. {batch.Rejection}");
    }

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
