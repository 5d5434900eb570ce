using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Imports;
using PovertyDashboard.Features.Responsibility;
using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Responsibility.ResponsibilityStore;

namespace PovertyDashboard.Tests.Features.Responsibility;

/// <summary>Meetings with their sign-in sheets and tasks hang together; pledges are known by level, parties and year.</summary>
public sealed class MeetingTests : IAsyncLifetime
{
    private ResponsibilityStore _store = null!;
    private Meeting _meeting = null!;

    public async Task InitializeAsync()
    {
        _store = await CreateAsync();
        _meeting = await _store.AddAsync(MeetingLedgers.Meetings, new Meeting { Region = Zhangzhai, HeldOn = new(2020, 8, 24), Title = "周例会" });
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task A_line_belongs_to_the_meeting_that_it_names()
    {
        Assert.Equal(_meeting.Id, (await _store.AddAsync(MeetingLedgers.Attendees, Person("孙某"))).MeetingId);
        var other = Person("吴某");
        other.Meeting = "专题会";
        Assert.Equal("例会名称：2020-08-24 没有这次例会（“专题会”）。请先登记例会，或核对日期、名称和地区。", await _store.RefusedAsync(MeetingLedgers.Attendees, other));
    }

    [Fact]
    public async Task A_meeting_that_is_renamed_or_deleted_takes_sheet_and_tasks_along()
    {
        await _store.AddAsync(MeetingLedgers.Attendees, Person("孙某"));
        await _store.AddAsync(MeetingLedgers.Tasks, Task("遍访", new(2020, 8, 28)));
        (_meeting.Title, _meeting.HeldOn) = ("脱贫攻坚周例会", new(2020, 8, 25));
        var renamed = Assert.IsType<RowSaved>(await _store.SaveAsync(Staff, MeetingLedgers.Meetings, _meeting, _meeting.Version)).Row;
        var (person, task) = await _store.InStoreAsync(UserIdentity.System, async db => (await db.Set<Attendee>().SingleAsync(), await db.Set<MeetingTask>().SingleAsync()));
        Assert.Equal([("脱贫攻坚周例会", new DateOnly(2020, 8, 25)), ("脱贫攻坚周例会", new DateOnly(2020, 8, 25))], new[] { (person.Meeting, person.HeldOn), (task.Meeting, task.HeldOn) });
        await _store.WithAsync<LedgerEditor, SaveOutcome>(Staff, e => e.DeleteAsync(MeetingLedgers.Meetings, renamed.Id, renamed.Version, "重复登记", CancellationToken.None));
        Assert.Equal((0, 0), await _store.InStoreAsync(UserIdentity.System, async db => (await db.Set<Attendee>().CountAsync(), await db.Set<MeetingTask>().CountAsync())));
    }

    [Fact]
    public async Task Ticks_are_stored_and_counted()
    {
        await _store.AddAsync(MeetingLedgers.Attendees, Person("孙某"));
        await _store.AddAsync(MeetingLedgers.Attendees, Person("吴某"));
        await _store.AddAsync(MeetingLedgers.Tasks, Task("遍访", new(2020, 8, 28)));
        Assert.Equal((1, 1), (await _store.ValueAsync("meeting-tasks.open"), await _store.ValueAsync("meeting-tasks.overdue")));
        var sheet = (await _store.WithAsync<MeetingDesk, MeetingSheet?>(Staff, d => d.ReadAsync(_meeting.Id, CancellationToken.None)))!;
        Assert.Null(await _store.WithAsync<MeetingDesk, string?>(Staff, d => d.SignAsync(sheet.People[0], Presence.Present, CancellationToken.None)));
        Assert.Null(await _store.WithAsync<MeetingDesk, string?>(Staff, d => d.FinishAsync(sheet.Tasks[0], true, CancellationToken.None)));
        Assert.Equal((50m, 0m, 100m), (await _store.ValueAsync("meeting-attendees.rate"), await _store.ValueAsync("meeting-tasks.overdue"), await _store.ValueAsync("meeting-tasks.rate")));
        Assert.Contains("刚刚改过", await _store.WithAsync<MeetingDesk, string?>(Staff, d => d.SignAsync(sheet.People[0], Presence.Absent, CancellationToken.None)), StringComparison.Ordinal);
        Assert.Contains("只能查看", await _store.WithAsync<MeetingDesk, string?>(Leader, d => d.SignAsync(sheet.People[1], Presence.Absent, CancellationToken.None)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_has_happened_at_a_meeting_that_is_still_to_come()
    {
        var context = new RowContext(Today, Staff);
        var person = new Attendee { HeldOn = Today.AddDays(1), Presence = Presence.Present };
        Assert.Equal("到会情况：会议在 2020-09-01，还没有开，不能已出席。请改会议日期，或把到会情况留空。", Assert.Single(MeetingRules.Check(person, context)).Message);
        Assert.Contains("还没有开，不能已有决议", Assert.Single(MeetingRules.Check(new Meeting { HeldOn = Today.AddDays(1), Decisions = "遍访" }, context)).Message, StringComparison.Ordinal);
        Assert.Contains("完成时限：早于会议日期", Assert.Single(MeetingRules.Check(new MeetingTask { HeldOn = Today, DueOn = Today.AddDays(-1) }, context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pledge_is_known_by_level_parties_and_year()
    {
        string[] lines = ["村,层级,年度,甲方,乙方,签订日期", ",区-镇,2020,莘县县委,张寨镇,2020-03-01", "前王庄村,镇—村,2020,张寨镇,前王庄村,", "前王庄村,镇-村,2020,张寨镇,前王庄村,2020-03-05"];
        var sheet = await _store.ImportRowsAsync("pledges", lines);
        Assert.Equal([RowFate.Added, RowFate.Added, RowFate.Refused], sheet.Rows.Select(r => r.Fate));
        Assert.Contains("文件内重复（第 3 行已有同样的内容）", sheet.Rows[2].Faults[0].Message, StringComparison.Ordinal);
        Assert.Equal((2, 1, 1, 50m), (await _store.ValueAsync("pledges.year"), await _store.ValueAsync("pledges.unsigned"), await _store.ValueAsync("pledges.no-scan"), await _store.ValueAsync("pledges.signed-rate")));
        Assert.Equal("乙方：与甲方相同（“张寨镇”）。请填写承诺责任的一方。", await _store.RefusedAsync(PledgeLedger.Ledger, new Pledge { Region = Zhangzhai, Level = "区-镇", Year = 2020, PartyA = "张寨镇", PartyB = "张寨镇" }));
    }

    private static Attendee Person(string name) => new() { Region = Zhangzhai, HeldOn = new(2020, 8, 24), Meeting = "周例会", Name = name };

    private static MeetingTask Task(string task, DateOnly due) => new() { Region = Zhangzhai, HeldOn = new(2020, 8, 24), Meeting = "周例会", Task = task, Owner = "孙某", DueOn = due };
}
