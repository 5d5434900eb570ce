using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Responsibility.Demo;

/// <summary>示例 meetings of a township week by week with sign-in sheet and tasks, and its pledges (示例例会、责任状).</summary>
internal static class DemoMeetings
{
    private const int Weeks = 4, People = 9;

    private static readonly string[] Tasks =
        ["遍访本村贫困户和边缘户，更新手册", "完成住房和饮水雨后排查", "补齐走访记录的户主签名", "公示牌更新责任人照片和电话", "核对公益岗考勤", "整改督查反馈的问题"];

    public static IReadOnlyList<Meeting> MeetingsOf(long town, RegionTree tree, DateOnly today)
    {
        // The Monday of this week and those before it.
        var monday = today.AddDays(-((int)today.DayOfWeek + 6) % 7);
        return [.. Enumerable.Range(0, Weeks).Select(week => new Meeting
        {
            Region = town,
            HeldOn = monday.AddDays(-7 * week),
            Title = "脱贫攻坚周例会",
            Venue = $"{tree.NameOf(town)}政府会议室",
            Host = DemoPeople.NameOf(week + 2),
            Subjects = "通报上周走访、整改进度；安排本周工作",
            Studied = week % 2 == 0 ? "脱贫攻坚普查工作方案" : "防止返贫监测帮扶文件",
            Decisions = "本周遍访全覆盖，问题当周交办",
            Remark = DemoPeople.Mark,
        })];
    }

    /// <summary>The sign-in sheet and the tasks of a meeting that has its id.</summary>
    public static IEnumerable<LedgerRow> LinesOf(Meeting meeting, int week, string township, DateOnly today)
    {
        for (var i = 0; i < People; i++)
            yield return new Attendee
            {
                Region = meeting.Region,
                HeldOn = meeting.HeldOn,
                Meeting = meeting.Title,
                MeetingId = meeting.Id,
                Name = DemoPeople.NameOf(i + 2),
                Unit = i < 3 ? $"{township}扶贫办" : $"第 {i - 2} 片村",
                Presence = (i + week) % 7 == 5 ? Presence.OnLeave : (i + week) % 11 == 8 ? Presence.Absent : Presence.Present,
                Remark = DemoPeople.Mark,
            };
        for (var i = 0; i < 2; i++)
        {
            var due = meeting.HeldOn.AddDays(i == 0 ? 4 : 7);
            var isDone = week > 0 && (week + i) % 4 != 2;
            yield return new MeetingTask
            {
                Region = meeting.Region,
                HeldOn = meeting.HeldOn,
                Meeting = meeting.Title,
                MeetingId = meeting.Id,
                Task = Tasks[(week * 2 + i) % Tasks.Length],
                Owner = DemoPeople.NameOf(week + i + 4),
                Unit = $"{township}扶贫办",
                DueOn = due,
                DoneOn = isDone && due <= today ? due : null,
                Result = isDone && due <= today ? "已按时完成" : "",
            };
        }
    }

    /// <summary>区-镇, then 镇-村 with each village and 村-片 in it; some of the last are not signed yet.</summary>
    public static IEnumerable<Pledge> PledgesOf(long town, IReadOnlyList<long> villages, RegionTree tree)
    {
        var county = tree.NameAt(town, RegionLevel.County) ?? "区";
        yield return Of("区-镇", town, $"{county}脱贫攻坚领导小组", $"{tree.NameOf(town)}党委政府", 0, new(2020, 2, 28));
        foreach (var (village, i) in villages.Select((v, i) => (v, i)))
        {
            yield return Of("镇-村", village, $"{tree.NameOf(town)}党委政府", $"{tree.NameOf(village)}党支部", i + 1, new(2020, 3, 6));
            yield return Of("村-片", village, $"{tree.NameOf(village)}党支部", "东片包片干部", i + 7, i % 5 == 2 ? null : new(2020, 3, 12));
        }
    }

    private static Pledge Of(string level, long region, string partyA, string partyB, int person, DateOnly? signedOn) => new()
    {
        Region = region,
        Level = level,
        Year = 2020,
        PartyA = partyA,
        PartyB = partyB,
        Signatory = DemoPeople.NameOf(person),
        SignedOn = signedOn,
        Content = "责任到人、走访到户、问题清零",
        Remark = DemoPeople.Mark,
    };
}
