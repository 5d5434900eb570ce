using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Ledgers.LedgerBench;

namespace PovertyDashboard.Tests.Ledgers;

/// <summary>What a form may do that a file does too.</summary>
public sealed class LedgerEffectsTests : IAsyncLifetime
{
    private LedgerBench _bench = default!;

    public async Task InitializeAsync() => _bench = await OpenAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task What_follows_from_a_row_of_a_file_follows_from_one_of_a_form_in_the_same_transaction()
    {
        var seen = new List<long>();
        var ledger = new Ledger<SampleRow>("samples", "示例台账", "件")
        {
            Columns = SampleLedger.Ledger.Columns,
            NameOf = SampleLedger.Ledger.NameOf,
            ImportEffects = (rows, context, _) =>
            {
                seen.AddRange(rows.Select(r => r.Id));
                return Task.FromResult<IReadOnlyList<LedgerRow>>([.. rows.Where(r => r.Flag == false).Select(r => Row(r.Number + "-整改", region: r.Region == Dayang ? Dayang : Qianwang))]);
            },
        };
        var failed = Row("A-1");
        failed.Flag = false;
        var saved = Assert.IsType<RowSaved>(await SaveAsync(Staff, failed));
        Assert.Equal(["A-1", "A-1-整改"], await NumbersAsync());
        Assert.Equal([saved.Row.Id], seen);

        // The effect lies outside the user's places: neither it nor the row is saved.
        var (elsewhere, change) = (Row("A-2", region: Hanjixin), await _bench.ReadAsync(saved.Row.Id));
        elsewhere.Flag = false;
        Assert.IsType<RowRefused>(await SaveAsync(Staff, elsewhere));
        change.Note = "改";
        change.Flag = true;
        Assert.IsType<RowSaved>(await SaveAsync(Staff, change, 1));
        Assert.Equal(["A-1", "A-1-整改"], await NumbersAsync());

        Task<SaveOutcome> SaveAsync(UserIdentity user, SampleRow row, int version = 0) => _bench.EditAsync(user, editor => editor.SaveAsync(ledger, row, version, CancellationToken.None));
        Task<List<string>> NumbersAsync() => _bench.InStoreAsync(UserIdentity.System, db => db.Set<SampleRow>().OrderBy(r => r.Id).Select(r => r.Number).ToListAsync());
    }
}
