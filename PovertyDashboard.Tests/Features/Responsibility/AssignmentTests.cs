using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Responsibility;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Responsibility.ResponsibilityStore;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>One household, part or village has one person at a time, in forms and in files, and what has ended stays as it was.</summary>
public sealed class AssignmentTests : IAsyncLifetime
{
    private static readonly Ledger Ledger = AssignmentLedger.Ledger;

    private ResponsibilityStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_helper_of_a_household_is_linked_to_it()
    {
        var saved = await _store.AddAsync(Ledger, _store.Helper());
        Assert.Equal(_store.Homes["邓某"].Id, saved.HouseholdId);
    }

    [Fact]
    public async Task A_second_helper_at_the_same_time_is_refused_with_the_first_one_s_name()
    {
        await _store.AddAsync(Ledger, _store.Helper());
        Assert.Equal(
            "开始日期：邓某这一户2019-03-01 起已由“孙某”包户，与这一行（“2020-06-01”）重叠。请用“交接”换人，或改起止日期。",
            await _store.RefusedAsync(Ledger, _store.Helper(helper: "吴某", from: new(2020, 6, 1))));
    }

    [Theory]
    [InlineData("2019-12-31", true)]
    [InlineData("2020-01-01", false)]
    public async Task Terms_may_follow_each_other_but_the_last_day_counts(string until, bool fits)
    {
        await _store.AddAsync(Ledger, _store.Helper(until: DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)));
        var outcome = await _store.SaveAsync(Staff, Ledger, _store.Helper(helper: "吴某", from: new(2020, 1, 1)));
        Assert.Equal(fits, outcome is RowSaved);
    }

    [Fact]
    public async Task A_village_has_one_leader_and_each_part_its_own_cadre()
    {
        await _store.AddAsync(Ledger, Of(AssignmentLevel.Village, "李某"));
        Assert.Contains("这个村2019-03-01 起已由“李某”包村", await _store.RefusedAsync(Ledger, Of(AssignmentLevel.Village, "周某")), StringComparison.Ordinal);
        await _store.AddAsync(Ledger, Of(AssignmentLevel.Area, "郑某", "东片"));
        await _store.AddAsync(Ledger, Of(AssignmentLevel.Area, "冯某", "西片"));
        Assert.Contains("东片2019-03-01 起已由“郑某”包片", await _store.RefusedAsync(Ledger, Of(AssignmentLevel.Area, "陈某", "东片")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AssignmentLevel.Household, "", "", "户主：层级是包户，没有写包的是哪一户。请填写户主。")]
    [InlineData(AssignmentLevel.Village, "", "邓某", "户主：层级是包村，不用填写（“邓某”）。请删去户主，或把层级改为包户。")]
    [InlineData(AssignmentLevel.Area, "", "", "片区：层级是包片，没有写是哪一片。请填写片区，例如 东片。")]
    [InlineData(AssignmentLevel.Clerk, "东片", "", "片区：层级是扶贫专干，不用填写（“东片”）。请删去片区，或把层级改为包片。")]
    public void What_is_answered_for_fits_the_level(string level, string area, string household, string sentence)
    {
        var row = new Assignment { Level = level, Area = area, HouseholdName = household, StartedOn = Today };
        Assert.Equal(sentence, Assert.Single(AssignmentRules.Check(row, new RowContext(Today, Staff))).Message);
    }

    [Fact]
    public void An_end_comes_after_the_beginning_and_a_reason_with_an_end()
    {
        var row = new Assignment { Level = AssignmentLevel.Clerk, StartedOn = Today, EndedOn = Today.AddDays(-1) };
        Assert.Equal("结束日期：早于开始日期（“2020-08-30”，开始是 2020-08-31）。请核对后填写。", Assert.Single(AssignmentRules.Check(row, new RowContext(Today, Staff))).Message);
        (row.EndedOn, row.EndReason) = (null, "退休");
        Assert.Equal("结束原因：没有结束日期，不用填写（“退休”）。请删去，或填写结束日期。", Assert.Single(AssignmentRules.Check(row, new RowContext(Today, Staff))).Message);
    }

    [Fact]
    public async Task A_file_may_end_one_helper_and_begin_the_next_in_two_rows()
    {
        await _store.AddAsync(Ledger, _store.Helper());
        var sheet = await _store.ImportRowsAsync(
            "assignments", "村,层级,户主,责任人,单位,开始日期,结束日期", "前王庄村,包户,邓某,孙某,区人社局,2019-03-01,2020-05-31", "前王庄村,包户,邓某,吴某,镇政府,2020-06-01,", "前王庄村,包户,邓某,郑某,镇政府,2020-07-01,");
        Assert.Equal([RowFate.Updated, RowFate.Added, RowFate.Refused], sheet.Rows.Select(r => r.Fate));
        Assert.Contains("已由“吴某”包户", sheet.Rows[2].Faults[0].Message, StringComparison.Ordinal);
        var rows = await RowsAsync();
        Assert.Equal([("孙某", new DateOnly(2020, 5, 31)), ("吴某", (DateOnly?)null)], rows.Select(r => (r.Helper, r.EndedOn)));
    }

    [Fact]
    public async Task A_file_does_not_open_what_has_ended()
    {
        await _store.AddAsync(Ledger, _store.Helper(until: new(2020, 5, 31)));
        var sheet = await _store.ImportRowsAsync("assignments", "村,层级,户主,责任人,开始日期,结束日期", "前王庄村,包户,邓某,孙某,2019-03-01,2020-08-31");
        Assert.Equal("结束日期：这段包联已在 2020-05-31 结束，不能改为“2020-08-31”。请另加一行写新的起止日期。", Assert.Single(sheet.Rows).Faults[0].Message);
        Assert.Equal(new DateOnly(2020, 5, 31), Assert.Single(await RowsAsync()).EndedOn);
    }

    [Fact]
    public async Task A_form_changes_neither_the_person_nor_the_term()
    {
        var saved = await _store.AddAsync(Ledger, _store.Helper());
        var copy = (Assignment)PovertyDashboard.Components.Shared.Ledgers.RowCopy.Of(Ledger, saved);
        (copy.Helper, copy.StartedOn, copy.EndedOn, copy.Phone) = ("吴某", new(2018, 1, 1), Today, "13800000022");
        Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, Ledger, copy, saved.Version));
        var row = Assert.Single(await RowsAsync());
        Assert.Equal(("孙某", new DateOnly(2019, 3, 1), (DateOnly?)null, "13800000022"), (row.Helper, row.StartedOn, row.EndedOn, row.Phone));
    }

    private Task<List<Assignment>> RowsAsync() => _store.InStoreAsync(UserIdentity.System, db => db.Set<Assignment>().AsNoTracking().OrderBy(a => a.StartedOn).ThenBy(a => a.Id).ToListAsync());

    private static Assignment Of(string level, string helper, string area = "") => new() { Region = Qianwang, Level = level, Area = area, Helper = helper, StartedOn = new(2019, 3, 1) };
}
