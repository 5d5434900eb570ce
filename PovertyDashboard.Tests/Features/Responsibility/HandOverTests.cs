using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Responsibility;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Responsibility.ResponsibilityStore;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>A hand-over ends the old row the day before and adds a new one, both or neither.</summary>
public sealed class HandOverTests : IAsyncLifetime
{
    private ResponsibilityStore _store = null!;
    private Assignment _old = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        _old = await _store.AddAsync(AssignmentLedger.Ledger, _store.Helper());
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task The_old_row_ends_and_the_new_one_begins_for_the_same_household()
    {
        Assert.IsType<RowSaved>(await RunAsync(Staff, new(2020, 8, 20), "工作调动", "吴某"));
        var rows = await RowsAsync();
        Assert.Equal([("孙某", (DateOnly?)new DateOnly(2020, 8, 19), "工作调动"), ("吴某", null, "")], rows.Select(r => (r.Helper, r.EndedOn, r.EndReason)));
        Assert.Equal((_old.Region, _old.HouseholdId, AssignmentLevel.Household, new DateOnly(2020, 8, 20)), (rows[1].Region, rows[1].HouseholdId, rows[1].Level, rows[1].StartedOn));
        Assert.Equal(1, await _store.ValueAsync("households.covered"));
        Assert.Equal(1, await _store.ValueAsync("assignments.current"));
        Assert.Equal(1, await _store.ValueAsync("assignments.ended-this-year"));
    }

    [Fact]
    public async Task An_end_without_a_successor_leaves_the_household_uncovered_from_that_day()
    {
        Assert.IsType<RowSaved>(await RunAsync(Staff, new(2020, 8, 20), "退休", null));
        Assert.Equal(0, await _store.ValueAsync("households.covered"));
        Assert.Equal(3, await _store.ValueAsync("households.uncovered"));
        Assert.Equal(1, await _store.ValueAsync("households.covered", day: new(2020, 8, 19)));
    }

    [Theory]
    [InlineData("2019-03-01", "工作调动", "吴某", "交接日期：不晚于开始日期（“2019-03-01”，开始是 2019-03-01）。请填写开始以后的日期。")]
    [InlineData("2020-08-20", "", "吴某", "结束原因：没有选择。请选择为什么结束，例如 工作调动。")]
    [InlineData("2020-08-20", "工作调动", "孙某", "责任人：与原责任人相同（“孙某”）。请填写接任的人。")]
    [InlineData("2020-08-20", "工作调动", "", "责任人：必填项为空。请填写。")]
    public async Task What_is_wrong_is_said_and_nothing_is_changed(string day, string reason, string successor, string sentence)
    {
        var outcome = await RunAsync(Staff, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), reason, successor);
        Assert.Equal(sentence, Assert.IsType<RowInvalid>(outcome).Faults[0].Message);
        Assert.Null(Assert.Single(await RowsAsync()).EndedOn);
    }

    [Fact]
    public async Task A_successor_who_meets_a_later_helper_is_refused_and_the_old_row_stays_open()
    {
        Assert.IsType<RowSaved>(await RunAsync(Staff, new(2020, 6, 1), "退休", null));
        var next = await _store.AddAsync(AssignmentLedger.Ledger, _store.Helper(helper: "郑某", from: new(2020, 10, 1)));
        var open = await _store.AddAsync(AssignmentLedger.Ledger, _store.Helper(helper: "冯某", from: new(2020, 7, 1), until: new(2020, 7, 31)));
        Assert.Equal((new DateOnly(2020, 10, 1), new DateOnly(2020, 7, 31)), (next.StartedOn, open.EndedOn));
        var refused = await _store.WithAsync<HandOverDesk, SaveOutcome>(Staff, d => d.RunAsync(new HandOver(open.Id, open.Version, new(2020, 7, 15), "其他", Successor("陈某")), CancellationToken.None));
        Assert.Equal("这条包联已在 2020-07-31 结束。请在现任责任人的那一行办理。", Assert.IsType<RowRefused>(refused).Sentence);
    }

    [Fact]
    public async Task Who_has_seen_an_older_version_is_told()
    {
        Assert.IsType<RowSaved>(await RunAsync(Staff, new(2020, 8, 20), "工作调动", "吴某"));
        var outcome = await _store.WithAsync<HandOverDesk, SaveOutcome>(Staff, d => d.RunAsync(new HandOver(_old.Id, _old.Version, new(2020, 8, 25), "退休", null), CancellationToken.None));
        Assert.IsType<RowConflict>(outcome);
    }

    [Fact]
    public async Task Leaders_and_other_towns_cannot_hand_over()
    {
        Assert.Contains("只能查看", Assert.IsType<RowRefused>(await RunAsync(Leader, Today, "退休", null)).Sentence, StringComparison.Ordinal);
        Assert.Contains("不在您的管辖范围内", Assert.IsType<RowRefused>(await RunAsync(HanjiStaff, Today, "退休", null)).Sentence, StringComparison.Ordinal);
    }

    private Task<SaveOutcome> RunAsync(UserIdentity user, DateOnly day, string reason, string? successor) => _store.WithAsync<HandOverDesk, SaveOutcome>(
        user, d => d.RunAsync(new HandOver(_old.Id, _old.Version, day, reason, successor is null ? null : Successor(successor)), CancellationToken.None));

    private static Assignment Successor(string name) => new() { Helper = name, Unit = "区人社局", Phone = "13800000033" };

    private Task<List<Assignment>> RowsAsync() => _store.InStoreAsync(UserIdentity.System, db => db.Set<Assignment>().AsNoTracking().OrderBy(a => a.StartedOn).ThenBy(a => a.Id).ToListAsync());
}
