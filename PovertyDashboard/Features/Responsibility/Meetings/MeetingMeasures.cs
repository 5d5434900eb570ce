using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Meetings;

/// <summary>The measures of regular meetings, sign-in and tasks (例会指标).</summary>
public static class MeetingMeasures
{
    private const int Week = 7;

    public static readonly RowMeasure<Meeting> OfWeek = new("meetings.week", "近 7 天例会", MeetingLedgers.Meetings, (_, day) =>
    {
        var first = day.AddDays(1 - Week);
        return m => m.HeldOn >= first && m.HeldOn <= day;
    })
    { HasHistory = true };

    public static readonly RowMeasure<Meeting> OfMonth = new("meetings.month", "本月例会", MeetingLedgers.Meetings, (_, day) =>
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return m => m.HeldOn >= first && m.HeldOn <= day;
    })
    { HasHistory = true };

    public static readonly RowMeasure<Attendee> Asked = new("meeting-attendees.asked", "应到", MeetingLedgers.Attendees, (_, day) => a => a.HeldOn <= day) { HasHistory = true };

    public static readonly RowMeasure<Attendee> Present = new("meeting-attendees.present", "出席", MeetingLedgers.Attendees, (_, day) => a => a.Presence == "出席" && a.HeldOn <= day) { HasHistory = true, Good = GoodDirection.Up };

    public static readonly RowMeasure<Attendee> Absent = new("meeting-attendees.absent", "未到会", MeetingLedgers.Attendees, (_, day) => a => a.Presence != "出席" && a.HeldOn <= day) { HasHistory = true, Good = GoodDirection.Down };

    public static readonly RowMeasure<MeetingTask> Open = new("meeting-tasks.open", "未完成任务", MeetingLedgers.Tasks, (_, _) => t => t.DoneOn == null);

    public static readonly RowMeasure<MeetingTask> Late = new("meeting-tasks.overdue", "逾期任务", MeetingLedgers.Tasks, (_, day) => t => t.DoneOn == null && t.DueOn < day) { Good = GoodDirection.Down };

    public static readonly RowMeasure<MeetingTask> Given = new("meeting-tasks.given", "布置任务", MeetingLedgers.Tasks, (_, day) => t => t.HeldOn <= day) { HasHistory = true, IsChip = false };

    public static readonly RowMeasure<MeetingTask> Done = new("meeting-tasks.done", "已完成任务", MeetingLedgers.Tasks, (_, day) => t => t.HeldOn <= day && t.DoneOn <= day) { HasHistory = true, Good = GoodDirection.Up };

    public static IReadOnlyList<Measure> OfMeetings => [OfWeek, OfMonth];

    public static IReadOnlyList<Measure> OfAttendees => [Asked, Present, Absent, new RatioMeasure("meeting-attendees.rate", "例会到会率", Present, Asked) { HasHistory = true, Good = GoodDirection.Up, IsChip = false }];

    public static IReadOnlyList<Measure> OfTasks => [Open, Late, Given, Done, new RatioMeasure("meeting-tasks.rate", "例会任务完成率", Done, Given) { HasHistory = true, Good = GoodDirection.Up, IsChip = false }];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [new("meeting-attendees.by-presence", Asked, [MeetingLedgers.Presence])];
}
