using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Meetings;

/// <summary>Rules over meetings, their sign-in sheets and tasks (例会表内校验); pure.</summary>
public static class MeetingRules
{
    public static IEnumerable<Fault> Check(Meeting meeting, RowContext context)
    {
        if (meeting.Decisions.Length > 0 && meeting.HeldOn > context.Today)
            yield return new Fault("决议", $"决议：会议在 {meeting.HeldOn:yyyy-MM-dd}，还没有开，不能已有决议。请改会议日期，或删去决议。");
    }

    public static IEnumerable<Fault> Check(Attendee row, RowContext context)
    {
        if (row.Presence == Presence.Present && row.HeldOn > context.Today)
            yield return new Fault("到会情况", $"到会情况：会议在 {row.HeldOn:yyyy-MM-dd}，还没有开，不能已出席。请改会议日期，或把到会情况留空。");
    }

    public static IEnumerable<Fault> Check(MeetingTask task, RowContext context)
    {
        if (task.DueOn < task.HeldOn) yield return new Fault("完成时限", $"完成时限：早于会议日期（“{task.DueOn:yyyy-MM-dd}”，会议在 {task.HeldOn:yyyy-MM-dd}）。请核对后填写。");
        if (task.DoneOn < task.HeldOn) yield return new Fault("完成日期", $"完成日期：早于会议日期（“{task.DoneOn:yyyy-MM-dd}”，会议在 {task.HeldOn:yyyy-MM-dd}）。请核对后填写。");
    }

    /// <summary>Sign-in sheet and tasks repeat day and title: a correction of the meeting corrects them too.</summary>
    public static Action<LedgerRow>? Repeats(Meeting before, Meeting after)
    {
        if ((before.HeldOn, before.Title) == (after.HeldOn, after.Title)) return null;
        return row =>
        {
            if (row is IMeetingRow line) (line.HeldOn, line.Meeting) = (after.HeldOn, after.Title);
        };
    }
}
