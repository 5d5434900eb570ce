using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Responsibility.Meetings;

/// <summary>The ledgers of regular meetings (例会台账), their sign-in sheets (例会签到) and tasks (例会任务); domain facts section 9.</summary>
public static class MeetingLedgers
{
    public const string MeetingsKey = "meetings", AttendeesKey = "meeting-attendees", TasksKey = "meeting-tasks";

    private static readonly Columns<Meeting> m = new();
    private static readonly Columns<Attendee> a = new();
    private static readonly Columns<MeetingTask> t = new();

    public static readonly Column Presence = a.Code("到会情况", x => x.Presence, "meeting-presence", 10) with { QuickFilter = true, Aliases = ["签到", "是否到会"] };

    public static readonly Column HeldOn = m.Date("会议日期", x => x.HeldOn) with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["例会日期", "日期", "时间"], HeadFacts = ["会议日期", "例会日期"] };

    public static readonly Ledger<Meeting> Meetings = new(MeetingsKey, "例会台账", "次")
    {
        Columns =
        [
            .. Places(m),
            HeldOn,
            m.Text("例会名称", x => x.Title, 22) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, Aliases = ["会议名称", "标题"] },
            m.Text("地点", x => x.Venue, 18) with { MaxLength = 60, Aliases = ["会议地点"] },
            m.PersonName("主持人", x => x.Host),
            m.LongText("议题", x => x.Subjects, 26) with { Searchable = true, Aliases = ["会议议题", "主要内容"] },
            m.LongText("学习文件", x => x.Studied, 22) with { Aliases = ["学习内容"] },
            m.LongText("决议", x => x.Decisions, 26) with { Aliases = ["会议决议", "形成决议"] },
            m.LongText("备注", x => x.Remark, 16) with { Shown = false },
        ],
        KeyWithin = RegionLevel.Township,
        Rules = MeetingRules.Check,
        Followers = (db, meeting) => db.Set<Attendee>().Where(x => x.MeetingId == meeting.Id),
        Repeats = MeetingRules.Repeats,
        DefaultSort = "-" + nameof(Meeting.HeldOn),
        RowHref = row => MeetingAddress.Of(row.Id),
        NameOf = row => ((Meeting)row).Title,
    };

    public static readonly Ledger<Attendee> Attendees = new(AttendeesKey, "例会签到", "人次")
    {
        Columns =
        [
            .. Places(a),
            a.Date("会议日期", x => x.HeldOn) with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["例会日期"], HeadFacts = ["会议日期", "例会日期"] },
            a.Text("例会名称", x => x.Meeting, 22) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, Aliases = ["会议名称"], HeadFacts = ["例会名称", "会议名称"] },
            a.PersonName("姓名", x => x.Name) with { IsKey = true, Required = true, Aliases = ["参会人员"] },
            a.Text("单位职务", x => x.Unit, 18) with { IsKey = true, MaxLength = 60, Aliases = ["单位", "职务"] },
            Presence,
            a.LongText("备注", x => x.Remark, 16),
        ],
        KeyWithin = RegionLevel.Township,
        Rules = MeetingRules.Check,
        Store = MeetingLinks.Of<Attendee>(),
        DefaultSort = "-" + nameof(Attendee.HeldOn),
        NameOf = row => ((Attendee)row).Name,
    };

    public static readonly Ledger<MeetingTask> Tasks = new(TasksKey, "例会任务", "项")
    {
        Columns =
        [
            .. Places(t),
            t.Date("会议日期", x => x.HeldOn) with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["例会日期"], HeadFacts = ["会议日期", "例会日期"] },
            t.Text("例会名称", x => x.Meeting, 22) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true, Aliases = ["会议名称"], HeadFacts = ["例会名称", "会议名称"] },
            t.Text("任务", x => x.Task, 30) with { IsKey = true, Required = true, Searchable = true, Aliases = ["任务内容", "决议事项", "工作任务"] },
            t.PersonName("责任人", x => x.Owner) with { Required = true, QuickFilter = true },
            t.Text("责任单位", x => x.Unit, 16) with { MaxLength = 60 },
            t.Date("完成时限", x => x.DueOn) with { Required = true, QuickFilter = true, MonthEnds = true, Aliases = ["时限"] },
            t.Date("完成日期", x => x.DoneOn) with { NotInFuture = true },
            t.LongText("完成情况", x => x.Result, 24),
        ],
        KeyWithin = RegionLevel.Township,
        Rules = MeetingRules.Check,
        Store = MeetingLinks.Of<MeetingTask>(),
        DefaultSort = nameof(MeetingTask.DueOn),
        NameOf = row => ((MeetingTask)row).Task,
    };

    private static IEnumerable<Column> Places<T>(Columns<T> columns)
        where T : LedgerRow => columns.Place().Select(p => p.Place == RegionLevel.Village ? p with { Required = false, IsKey = true, Help = "镇里开的会不填村。" } : p);
}
