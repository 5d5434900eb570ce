using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Ledgers.LedgerBench;

namespace PovertyDashboard.Tests.Ledgers;

public sealed class LedgerEditorTests : IAsyncLifetime
{
    private LedgerBench _bench = default!;

    public async Task InitializeAsync() => _bench = await OpenAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_new_row_is_saved_stamped_and_audited()
    {
        var saved = Assert.IsType<RowSaved>(await _bench.SaveAsync(Staff, Row("A-1")));

        var stored = await _bench.ReadAsync(saved.Row.Id);
        Assert.Equal((1, "staff", "邓某"), (stored.Version, stored.ChangedBy, stored.NameKey));
        var audit = await _bench.InStoreAsync(UserIdentity.System, db => db.Audit.SingleAsync(a => a.Subject == "samples"));
        Assert.Equal(("新增", "staff", saved.Row.Id), (audit.Action, audit.User, audit.RowId));
        Assert.Equal(Dayang, (await _bench.InStoreAsync(UserIdentity.System, db => db.Changes.SingleAsync(c => c.Ledger == "samples"))).Region);
    }

    [Fact]
    public async Task Saving_an_unchanged_row_writes_nothing()
    {
        var row = (await _bench.AddAsync(Row("A-1")))[0];

        Assert.IsType<RowSaved>(await _bench.SaveAsync(Staff, await _bench.ReadAsync(row.Id), row.Version));

        Assert.Equal(1, (await _bench.ReadAsync(row.Id)).Version);
    }

    [Fact]
    public async Task A_stale_save_is_a_conflict_that_tells_who_and_keeps_the_stored_row()
    {
        var row = (await _bench.AddAsync(Row("A-1")))[0];
        var (mine, theirs) = (await _bench.ReadAsync(row.Id), await _bench.ReadAsync(row.Id));
        await AddAccountAsync("city", "孙主任");
        theirs.Note = "已修";
        Assert.IsType<RowSaved>(await _bench.SaveAsync(CityStaff, theirs, 1));

        mine.Note = "待修";
        var conflict = Assert.IsType<RowConflict>(await _bench.SaveAsync(Staff, mine, 1));

        Assert.Equal(("孙主任", "已修", 2), (conflict.Who, ((SampleRow)conflict.Current).Note, conflict.Current.Version));
        Assert.Equal("已修", (await _bench.ReadAsync(row.Id)).Note);
        Assert.IsType<RowSaved>(await _bench.SaveAsync(Staff, mine, conflict.Current.Version));
        Assert.Equal(("待修", 3), ((await _bench.ReadAsync(row.Id)).Note, (await _bench.ReadAsync(row.Id)).Version));
    }

    [Fact]
    public async Task Two_saves_at_the_same_time_leave_one_winner_and_one_conflict()
    {
        var row = (await _bench.AddAsync(Row("A-1")))[0];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            var copy = await _bench.ReadAsync(row.Id);
            copy.Note = $"第 {i} 人";
            return await Task.Run(() => _bench.SaveAsync(Staff, copy, 1));
        }));

        Assert.Single(outcomes.OfType<RowSaved>());
        Assert.Equal(5, outcomes.OfType<RowConflict>().Count());
    }

    [Fact]
    public async Task A_key_that_is_taken_in_the_township_is_refused_and_one_of_another_township_is_not()
    {
        await _bench.AddAsync(Row("A-1", "王某"));

        var invalid = Assert.IsType<RowInvalid>(await _bench.SaveAsync(CityStaff, Row("A-1", region: Hanjixin)));

        Assert.Equal(new Fault("编号", "编号：与已有的“A-1 王某”相同。请核对后修改，或打开那一行修改。"), Assert.Single(invalid.Faults));
        Assert.IsType<RowSaved>(await _bench.SaveAsync(CityStaff, Row("A-1", region: Qianwang)));
    }

    [Fact]
    public async Task A_deleted_row_frees_its_key_and_then_cannot_be_restored()
    {
        var first = (await _bench.AddAsync(Row("A-1")))[0];
        Assert.IsType<RowSaved>(await DeleteAsync(first, "重复登记"));
        Assert.IsType<RowSaved>(await _bench.SaveAsync(Staff, Row("A-1")));

        var invalid = Assert.IsType<RowInvalid>(await RestoreAsync(first.Id));

        Assert.Contains("相同", invalid.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_come_in_the_sentences_of_the_import()
    {
        var row = Row("", "");
        row.Kind = "交通";
        row.Day = new DateOnly(2020, 9, 1);
        row.IdNumber = "371599198001010018";

        var invalid = Assert.IsType<RowInvalid>(await _bench.SaveAsync(Staff, row));

        Assert.Equal(["编号：必填项为空。请填写。", "姓名：必填项为空。请填写。", "类别：不在代码表（“交通”）。请从列表中选择。", "发现日期：日期在将来（2020-09-01，今天是 2020-08-31）。请填写不晚于今天的日期。"],
            invalid.Faults.Where(f => f.Column != "证件号码").Select(f => f.Message));
        Assert.Contains(invalid.Faults, f => f.Column == "证件号码");
    }

    [Fact]
    public async Task A_rule_of_the_ledger_refuses_the_row()
    {
        var row = Row("A-1");
        (row.Heads, row.Amount) = (0, 5000);

        Assert.Equal("金额：没有人数却有金额。请先填写人数。", Assert.IsType<RowInvalid>(await _bench.SaveAsync(Staff, row)).Faults.Single().Message);
    }

    [Fact]
    public async Task A_row_of_a_foreign_region_is_neither_saved_nor_told_about()
    {
        var foreign = (await _bench.AddAsync(Row("B-1", region: Qianwang)))[0];
        var copy = await _bench.ReadAsync(foreign.Id);
        copy.Note = "改";

        Assert.Contains("管辖范围", Assert.IsType<RowRefused>(await _bench.SaveAsync(Staff, Row("B-2", region: Qianwang))).Sentence, StringComparison.Ordinal);
        Assert.Contains("没有这一行", Assert.IsType<RowRefused>(await _bench.SaveAsync(Staff, copy, 1)).Sentence, StringComparison.Ordinal);
        Assert.Contains("没有这一行", Assert.IsType<RowRefused>(await DeleteAsync(foreign, "试")).Sentence, StringComparison.Ordinal);
        Assert.Equal(1, (await _bench.ReadAsync(foreign.Id)).Version);
    }

    [Fact]
    public async Task A_row_may_not_be_moved_out_of_the_users_region()
    {
        var row = (await _bench.AddAsync(Row("A-1")))[0];
        var copy = await _bench.ReadAsync(row.Id);
        copy.Region = Qianwang;

        Assert.IsType<RowRefused>(await _bench.SaveAsync(Staff, copy, 1));
        Assert.Equal(Dayang, (await _bench.ReadAsync(row.Id)).Region);
    }

    [Fact]
    public async Task A_leader_may_neither_save_nor_delete_nor_restore()
    {
        var row = (await _bench.AddAsync(Row("A-1")))[0];

        foreach (var outcome in new[] { await _bench.SaveAsync(Leader, Row("A-2")), await DeleteAsync(row, "试", Leader), await RestoreAsync(row.Id, Leader) })
            Assert.Equal("您的账号只能查看，不能修改。", Assert.IsType<RowRefused>(outcome).Sentence);
    }

    [Fact]
    public async Task Deleting_asks_for_a_reason_leaves_the_lists_and_is_taken_back()
    {
        var row = (await _bench.AddAsync(Row("A-1")))[0];

        Assert.Contains("请写明", Assert.IsType<RowInvalid>(await DeleteAsync(row, "  ")).Faults.Single().Message, StringComparison.Ordinal);
        Assert.IsType<RowSaved>(await DeleteAsync(row, "重复登记"));
        Assert.Equal(0, await _bench.InStoreAsync(Staff, db => db.Set<SampleRow>().CountAsync()));
        Assert.Equal((true, "重复登记", 2), ((await _bench.ReadAsync(row.Id)).IsDeleted, (await _bench.ReadAsync(row.Id)).DeleteReason, (await _bench.ReadAsync(row.Id)).Version));

        Assert.IsType<RowSaved>(await RestoreAsync(row.Id));
        Assert.Equal(1, await _bench.InStoreAsync(Staff, db => db.Set<SampleRow>().CountAsync()));
        Assert.Equal("", (await _bench.ReadAsync(row.Id)).DeleteReason);
        Assert.Equal(["新增", "删除", "恢复"], await _bench.InStoreAsync(UserIdentity.System, db => db.Audit.Where(a => a.Subject == "samples").OrderBy(a => a.Id).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task Deleting_a_row_that_somebody_has_changed_is_a_conflict()
    {
        var row = (await _bench.AddAsync(Row("A-1")))[0];
        var copy = await _bench.ReadAsync(row.Id);
        copy.Note = "改";
        await _bench.SaveAsync(CityStaff, copy, 1);

        Assert.IsType<RowConflict>(await DeleteAsync(row, "重复登记"));
    }

    [Fact]
    public async Task Saving_a_row_that_has_been_deleted_says_who_deleted_it_and_why()
    {
        var row = (await _bench.AddAsync(Row("A-1")))[0];
        var copy = await _bench.ReadAsync(row.Id);
        await DeleteAsync(row, "重复登记");
        copy.Note = "改";

        var sentence = Assert.IsType<RowRefused>(await _bench.SaveAsync(Staff, copy, 1)).Sentence;

        Assert.StartsWith("这一行已由 staff 于 ", sentence, StringComparison.Ordinal);
        Assert.EndsWith("删除，原因：重复登记。您的修改没有保存。", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_household_is_linked_when_village_and_name_match_exactly_one()
    {
        var id = await AddHouseholdAsync("3715901150001", "邓某", Dayang);
        await AddHouseholdAsync("3715901150002", "王某", Dayang);
        await AddHouseholdAsync("3715901150003", "王某", Dayang);
        var (one, two, none) = (Row("A-1"), Row("A-2"), Row("A-3", region: Hanjixin));
        (one.HouseholdName, two.HouseholdName, none.HouseholdName) = ("邓某", "王某", "邓某");

        Assert.Equal([id, null, null], new[] { await LinkOfAsync(one), await LinkOfAsync(two), await LinkOfAsync(none) });
    }

    [Fact]
    public async Task A_chosen_household_of_two_with_the_same_name_stays_and_a_foreign_one_does_not()
    {
        await AddHouseholdAsync("3715901150002", "王某", Dayang);
        var second = await AddHouseholdAsync("3715901150003", "王某", Dayang);
        var (chosen, wrong) = (Row("A-1"), Row("A-2"));
        (chosen.HouseholdName, chosen.HouseholdId) = ("王某", second);
        (wrong.HouseholdName, wrong.HouseholdId) = ("赵某", second);

        Assert.Equal(second, await LinkOfAsync(chosen));
        Assert.Null(await LinkOfAsync(wrong));
    }

    private Task<SaveOutcome> DeleteAsync(SampleRow row, string reason, UserIdentity? user = null) =>
        _bench.EditAsync(user ?? Staff, editor => editor.DeleteAsync(SampleLedger.Ledger, row.Id, 1, reason, CancellationToken.None));

    private Task<SaveOutcome> RestoreAsync(long id, UserIdentity? user = null) =>
        _bench.EditAsync(user ?? Staff, editor => editor.RestoreAsync(SampleLedger.Ledger, id, CancellationToken.None));

    private async Task<long?> LinkOfAsync(SampleRow row) => ((SampleRow)Assert.IsType<RowSaved>(await _bench.SaveAsync(Staff, row)).Row).HouseholdId;

    private Task<long> AddHouseholdAsync(string number, string head, long village) => _bench.InStoreAsync(UserIdentity.System, async db =>
    {
        var household = new Household { Number = number, HeadName = head, Region = village };
        db.Add(household);
        await db.SaveChangesAsync();
        return household.Id;
    });

    private Task<int> AddAccountAsync(string account, string name) => _bench.InStoreAsync(UserIdentity.System, async db =>
    {
        db.Add(new AppUser { UserName = account, DisplayName = name });
        return await db.SaveChangesAsync();
    });
}
