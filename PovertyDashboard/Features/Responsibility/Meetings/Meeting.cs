using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Meetings;

/// <summary>A regular meeting (例会) of a township or village: its subjects, what was studied and decided.</summary>
public sealed class Meeting : LedgerRow, IReadableBelow, IOfficeRow
{
    public DateOnly HeldOn { get; set; }

    /// <summary>例会名称.</summary>
    public string Title { get; set; } = "";

    public string Venue { get; set; } = "";

    /// <summary>主持人.</summary>
    public string Host { get; set; } = "";

    /// <summary>议题.</summary>
    public string Subjects { get; set; } = "";

    /// <summary>学习文件.</summary>
    public string Studied { get; set; } = "";

    /// <summary>决议.</summary>
    public string Decisions { get; set; } = "";

    public string Remark { get; set; } = "";
}

/// <summary>A row that belongs to a meeting (例会附表行) and names it by place, day and title.</summary>
public interface IMeetingRow
{
    long Region { get; }

    DateOnly HeldOn { get; set; }

    /// <summary>例会名称.</summary>
    string Meeting { get; set; }

    long MeetingId { get; set; }
}

/// <summary>How somebody took part (到会情况), texts of code list meeting-presence.</summary>
public static class Presence
{
    public const string Present = "出席";
    public const string Absent = "缺席";
    public const string OnLeave = "请假";
}

/// <summary>One line of a meeting's sign-in sheet (例会签到).</summary>
public sealed class Attendee : LedgerRow, IMeetingRow, IReadableBelow, IOfficeRow
{
    public DateOnly HeldOn { get; set; }

    public string Meeting { get; set; } = "";

    public long MeetingId { get; set; }

    public string Name { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>到会情况; empty before the meeting.</summary>
    public string Presence { get; set; } = "";

    public string Remark { get; set; } = "";
}

/// <summary>A task that a meeting has given to somebody (例会任务), with a deadline.</summary>
public sealed class MeetingTask : LedgerRow, IMeetingRow, IReadableBelow, IOfficeRow
{
    public DateOnly HeldOn { get; set; }

    public string Meeting { get; set; } = "";

    public long MeetingId { get; set; }

    /// <summary>任务.</summary>
    public string Task { get; set; } = "";

    public string Owner { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>完成时限.</summary>
    public DateOnly DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    public string Result { get; set; } = "";
}
