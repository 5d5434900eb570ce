using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs.Demo;

/// <summary>示例 attendance: the weekly rest days, few days of leave, hardly any absence; the same for a person and month at every call.</summary>
internal sealed class ExampleMarks(SettingsDirectory settings)
{
    /// <summary>The month of the person; null where he was not on the post, or left without a date.</summary>
    public Attendance? Of(Holder holder, int month)
    {
        if (holder.StartedOn > YearMonth.Last(month) || (holder.ExitedOn is null && !holder.IsOnPost) || holder.ExitedOn < YearMonth.First(month)) return null;
        var random = new Random((int)((holder.Id * 7919) + month));
        var absents = random.Next(40) == 0;
        var marks = MonthMarks.None;
        for (var day = 1; day <= YearMonth.Days(month); day++)
        {
            var date = YearMonth.Day(month, day);
            var mark = settings.IsRestDay(date) ? MonthMarks.Rest
                : !AttendanceRules.IsWithin(date, holder) ? MonthMarks.Blank
                : random.Next(100) switch { < 3 => MonthMarks.Leave, < 5 when absents => MonthMarks.Absent, _ => MonthMarks.Present };
            marks = MonthMarks.With(marks, day, mark);
        }

        return new Attendance
        {
            Region = holder.Region,
            HolderId = holder.Id,
            Month = month,
            Marks = marks,
            Score = 85 + random.Next(16),
            Assessor = "村党支部书记",
            Remark = JobsDemo.Mark,
        };
    }
}
