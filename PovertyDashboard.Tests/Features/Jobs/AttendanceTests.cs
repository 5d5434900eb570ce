using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Features.Jobs;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using static PovertyDashboard.Tests.Features.Jobs.JobsStore;

namespace PovertyDashboard.Tests.Features.Jobs;

/// <summary>Marks, sums and rules of a month, and the desk that stores tap by tap.</summary>
public sealed class AttendanceTests : IAsyncLifetime
{
    private JobsStore _store = null!;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public void A_tap_goes_round_the_four_marks()
    {
        var mark = MonthMarks.Blank;
        var seen = Enumerable.Range(0, 5).Select(_ => mark = MonthMarks.Next(mark)).ToArray();
        Assert.Equal(['√', '○', '×', '/', '√'], seen);
        Assert.Equal(["出勤", "请假", "旷工", "休息", "未记"], "√○×/ ".Select(MonthMarks.Word));
    }

    [Fact]
    public void Sums_follow_the_days()
    {
        var row = new Attendance { Month = 202_006 };
        foreach (var (day, mark) in new[] { (1, '√'), (2, '○'), (3, '×'), (7, '/'), (14, '/') }) row.Marks = MonthMarks.With(row.Marks, day, mark);
        AttendanceRules.Fill(row);
        Assert.Equal((28, 1, 1, 1), (row.Due, row.Present, row.Leave, row.Absent));
    }

    [Theory]
    [InlineData(202_006, 31, '/', "2020 年 6 月没有 31 日")]
    [InlineData(201_907, 20, '√', "还没有上岗")]
    [InlineData(202_008, 16, '√', "已退出，不能再记出勤")]
    public void Days_outside_month_and_stay_are_refused(int month, int day, char mark, string says)
    {
        var row = new Attendance
        {
            Month = month,
            Marks = MonthMarks.With(MonthMarks.None, day, mark),
            Holder = new Holder { StartedOn = new(2019, 8, 1), ExitedOn = new(2020, 8, 15) },
        };
        var fault = Assert.Single(AttendanceRules.Check(row, new RowContext(Today, Staff)));
        Assert.Equal(day.ToString(System.Globalization.CultureInfo.InvariantCulture), fault.Column);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.Contains("请", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_to_come_and_a_month_to_come_are_refused()
    {
        var context = new RowContext(new DateOnly(2020, 8, 20), Staff);
        var row = new Attendance { Month = 202_008, Marks = MonthMarks.With(MonthMarks.None, 21, '√'), Holder = new Holder { StartedOn = new(2019, 8, 1) } };
        Assert.Contains("2020-08-21 还没有到", Assert.Single(AttendanceRules.Check(row, context)).Message, StringComparison.Ordinal);
        Assert.Contains("月份：还没有到", Assert.Single(AttendanceRules.Check(new Attendance { Month = 202_009 }, context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_tap_begins_the_month_with_its_sundays_and_is_stored_at_once()
    {
        var holder = await _store.AddHolderAsync();
        var outcome = await TickAsync(Staff, new(holder.Id, 202_008, 3, ' ', '√'));
        Assert.True(outcome.IsDone, outcome.Message);
        var row = await RowAsync(holder.Id);
        Assert.Equal(('√', '/', ' '), (MonthMarks.At(row.Marks, 3), MonthMarks.At(row.Marks, 2), MonthMarks.At(row.Marks, 4)));
        Assert.Equal((26, 1, Qianwang), (row.Due, row.Present, row.Region));
    }

    [Fact]
    public async Task A_tap_on_what_another_has_changed_is_a_conflict_and_a_repeated_one_is_not()
    {
        var holder = await _store.AddHolderAsync();
        await TickAsync(Staff, new(holder.Id, 202_008, 3, ' ', '√'));
        Assert.True((await TickAsync(Colleague, new(holder.Id, 202_008, 3, ' ', '√'))).IsDone);
        var conflict = await TickAsync(Colleague, new(holder.Id, 202_008, 3, ' ', '×'));
        Assert.Contains("已被别人记为出勤", conflict.Message, StringComparison.Ordinal);
        Assert.Equal('√', await _store.MarkAsync(holder.Id, 202_008, 3));
        // Another day of the same month is no conflict.
        Assert.True((await TickAsync(Colleague, new(holder.Id, 202_008, 4, ' ', '○'))).IsDone);
    }

    [Fact]
    public async Task Attendance_after_the_exit_is_refused_and_the_stored_month_stays()
    {
        var holder = await _store.AddHolderAsync(change: h => (h.State, h.ExitedOn, h.ExitReason) = (HolderState.Left, new DateOnly(2020, 8, 10), "自主就业"));
        Assert.True((await TickAsync(Staff, new(holder.Id, 202_008, 10, ' ', '√'))).IsDone);
        var late = await TickAsync(Staff, new(holder.Id, 202_008, 11, ' ', '√'));
        Assert.StartsWith("11：2020-08-11 已退出", late.Message, StringComparison.Ordinal);
        Assert.Equal(' ', MonthMarks.At(late.Row!.Marks, 11));
        Assert.Equal(' ', await _store.MarkAsync(holder.Id, 202_008, 11));
    }

    [Fact]
    public async Task Filling_marks_every_open_day_and_leaves_what_is_there()
    {
        var holder = await _store.AddHolderAsync(change: h => h.StartedOn = new DateOnly(2020, 7, 16));
        await _store.TickMonthAsync(holder.Id, 202_007, (20, '○'));
        var row = await RowAsync(holder.Id);
        // Days before the first day stay blank but are due: half a month is paid for half a month.
        Assert.Equal((27, 13, 1, 0), (row.Due, row.Present, row.Leave, row.Absent));
        Assert.Equal(0, AttendanceRules.BlankDays(row.Marks, 202_007, holder, YearMonth.Last(202_007)));
    }

    [Fact]
    public async Task A_score_is_signed_by_who_gives_it_and_lies_between_0_and_100()
    {
        var holder = await _store.AddHolderAsync();
        Assert.True((await ScoreAsync(holder.Id, 95)).IsDone);
        Assert.Contains("0 到 100", (await ScoreAsync(holder.Id, 101)).Message, StringComparison.Ordinal);
        var row = await RowAsync(holder.Id);
        Assert.Equal((95, "赵某"), (row.Score, row.Assessor));
    }

    [Fact]
    public async Task Only_staff_of_the_place_tick()
    {
        var holder = await _store.AddHolderAsync();
        var tick = new AttendanceTick(holder.Id, 202_008, 3, ' ', '√');
        Assert.Contains("只能查看", (await TickAsync(Leader, tick)).Message, StringComparison.Ordinal);
        Assert.Contains("只能查看", (await TickAsync(Inspector, tick)).Message, StringComparison.Ordinal);
        Assert.Contains("管辖范围", (await TickAsync(HanjiStaff, tick)).Message, StringComparison.Ordinal);
        Assert.Contains("还没有到", (await TickAsync(Staff, tick with { Month = 202_009 })).Message, StringComparison.Ordinal);
        Assert.Contains("请刷新", (await TickAsync(Staff, tick with { Mark = '?' })).Message, StringComparison.Ordinal);
        Assert.Equal(0, await _store.InStoreAsync(UserIdentity.System, db => db.Set<Attendance>().CountAsync()));
    }

    [Fact]
    public async Task Who_left_without_a_date_is_not_ticked()
    {
        var result = await _store.ImportRowsAsync(Staff, HolderLedger.Key, "村,岗位类别,岗位来源,姓名,身份证号,上岗日期,在岗状态", $"前王庄村,保洁,扶贫,邓某,{Deng},2019-08-01,退出");
        Assert.Equal(1, result.Accepted);
        var holder = await _store.InStoreAsync(UserIdentity.System, db => db.Set<Holder>().SingleAsync());
        Assert.Contains("没有填写退出日期", (await TickAsync(Staff, new(holder.Id, 202_008, 3, ' ', '√'))).Message, StringComparison.Ordinal);
    }

    private Task<AttendanceOutcome> TickAsync(UserIdentity user, AttendanceTick tick) => _store.WithAsync<AttendanceDesk, AttendanceOutcome>(user, d => d.TickAsync(tick, CancellationToken.None));

    private Task<AttendanceOutcome> ScoreAsync(long holder, int score) => _store.WithAsync<AttendanceDesk, AttendanceOutcome>(Staff, d => d.ScoreAsync(holder, 202_008, score, CancellationToken.None));

    private Task<Attendance> RowAsync(long holder) => _store.InStoreAsync(UserIdentity.System, db => db.Set<Attendance>().AsNoTracking().SingleAsync(a => a.HolderId == holder));
}
