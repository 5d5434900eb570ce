using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Ledgers.LedgerBench;

namespace PovertyDashboard.Tests.Ledgers;

/// <summary>Linking a row by hand to the household that its written name means.</summary>
public sealed class HouseholdLinkTests : IAsyncLifetime
{
    private LedgerBench _bench = null!;
    private SampleRow _row = null!;
    private long _household;

    public async Task InitializeAsync()
    {
        _bench = await OpenAsync();
        _household = await AddHouseholdAsync("3715901150001", "邓某", Dayang);
        var row = Row("A-1");
        row.HouseholdName = "邓某某";
        _row = (SampleRow)((RowSaved)await _bench.SaveAsync(Staff, row)).Row;
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task The_link_is_set_and_the_name_stays_as_written()
    {
        Assert.True(HouseholdLinks.IsUnlinked(_row));
        Assert.IsType<RowSaved>(await LinkAsync(Staff, _household));
        var stored = await _bench.ReadAsync(_row.Id);
        Assert.Equal((_household, "邓某某", 2), (stored.HouseholdId, stored.HouseholdName, stored.Version));
        Assert.False(HouseholdLinks.IsUnlinked(stored));
    }

    [Fact]
    public async Task A_later_edit_keeps_the_link_until_the_name_or_the_village_changes()
    {
        await LinkAsync(Staff, _household);
        Assert.Equal(_household, (await EditAsync(r => r.Note = "改")).HouseholdId);
        Assert.Null((await EditAsync(r => r.HouseholdName = "王某")).HouseholdId);
        Assert.Equal(_household, (await EditAsync(r => r.HouseholdName = "邓某")).HouseholdId);
        Assert.Null((await EditAsync(r => r.Region = Hanjixin)).HouseholdId);
    }

    [Fact]
    public async Task The_link_is_taken_back()
    {
        await LinkAsync(Staff, _household);
        Assert.IsType<RowSaved>(await LinkAsync(Staff, null));
        Assert.Null((await _bench.ReadAsync(_row.Id)).HouseholdId);
    }

    [Fact]
    public async Task A_household_of_another_village_is_refused()
    {
        var other = await AddHouseholdAsync("3715901150009", "邓某某", Hanjixin);
        Assert.StartsWith("关联户：", Assert.IsType<RowRefused>(await LinkAsync(Staff, other)).Sentence, StringComparison.Ordinal);
        Assert.Null((await _bench.ReadAsync(_row.Id)).HouseholdId);
    }

    [Fact]
    public async Task Leaders_strangers_and_stale_pages_link_nothing()
    {
        var stranger = new UserIdentity("zhangzhai", "周某", [Roles.Staff], RegionScope.Of([Zhangzhai]));
        Assert.IsType<RowRefused>(await LinkAsync(Leader, _household));
        Assert.Contains("管辖范围", Assert.IsType<RowRefused>(await LinkAsync(stranger, _household)).Sentence, StringComparison.Ordinal);
        Assert.IsType<RowConflict>(await _bench.EditAsync(Staff, editor => editor.LinkAsync(SampleLedger.Ledger, _row.Id, 7, _household, CancellationToken.None)));
        Assert.Equal((null, 1), ((await _bench.ReadAsync(_row.Id)).HouseholdId, (await _bench.ReadAsync(_row.Id)).Version));
    }

    private async Task<SaveOutcome> LinkAsync(UserIdentity user, long? household)
    {
        var version = (await _bench.ReadAsync(_row.Id)).Version;
        return await _bench.EditAsync(user, editor => editor.LinkAsync(SampleLedger.Ledger, _row.Id, version, household, CancellationToken.None));
    }

    private async Task<SampleRow> EditAsync(Action<SampleRow> change)
    {
        var copy = await _bench.ReadAsync(_row.Id);
        change(copy);
        return (SampleRow)Assert.IsType<RowSaved>(await _bench.SaveAsync(Staff, copy, copy.Version)).Row;
    }

    private Task<long> AddHouseholdAsync(string number, string head, long village) => _bench.InStoreAsync(UserIdentity.System, async db =>
    {
        var household = new Household { Number = number, HeadName = head, Region = village };
        db.Add(household);
        await db.SaveChangesAsync();
        return household.Id;
    });
}
