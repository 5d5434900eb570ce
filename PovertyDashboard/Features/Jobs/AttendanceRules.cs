using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>Rules of a month of attendance (考勤校验) and its sums; pure.</summary>
public static class AttendanceRules
{
    public static IEnumerable<Fault> Check(Attendance row, RowContext context)
    {
        if (row.LinkFault is { } unknown)
        {
            yield return unknown;
            yield break;
        }

        if (!YearMonth.IsMonth(row.Month)) yield break;
        if (row.Month > YearMonth.Of(context.Today))
        {
            yield return new Fault("月份", $"月份：还没有到（“{YearMonth.Text(row.Month)}”，现在是 {YearMonth.Text(YearMonth.Of(context.Today))}）。请填写不晚于本月的月份。");
            yield break;
        }

        foreach (var fault in OfDays(row, context.Today)) yield return fault;
        foreach (var fault in OfSums(row)) yield return fault;
    }

    /// <summary>Sums follow the days; where a sheet gives sums alone, they stand.</summary>
    public static void Fill(Attendance row)
    {
        if (!YearMonth.IsMonth(row.Month)) return;
        if (MonthMarks.HasAny(row.Marks)) (row.Due, row.Present, row.Leave, row.Absent) = SumsOf(row);
        else (row.Due, row.Present, row.Leave, row.Absent) = (row.WrittenDue ?? row.Due, row.WrittenPresent ?? row.Present, row.WrittenLeave ?? row.Leave, row.WrittenAbsent ?? row.Absent);
        (row.WrittenDue, row.WrittenPresent, row.WrittenLeave, row.WrittenAbsent) = (null, null, null, null);
    }

    /// <summary>Days due are the month's days without rest days: who began or left in the month is paid for his part of them.</summary>
    public static (int Due, int Present, int Leave, int Absent) SumsOf(Attendance row) =>
        (YearMonth.Days(row.Month) - MonthMarks.Count(row.Marks, MonthMarks.Rest), MonthMarks.Count(row.Marks, MonthMarks.Present), MonthMarks.Count(row.Marks, MonthMarks.Leave), MonthMarks.Count(row.Marks, MonthMarks.Absent));

    /// <summary>How many days of the stay up to the day are not marked yet (未记).</summary>
    public static int BlankDays(string marks, int month, Holder holder, DateOnly upTo)
    {
        var blank = 0;
        for (var day = 1; day <= YearMonth.Days(month); day++)
            if (IsWithin(YearMonth.Day(month, day), holder) && YearMonth.Day(month, day) <= upTo && MonthMarks.At(marks, day) == MonthMarks.Blank) blank++;
        return blank;
    }

    public static bool IsWithin(DateOnly day, Holder holder) => day >= holder.StartedOn && (holder.ExitedOn is not { } exit || day <= exit);

    /// <summary>The first day outside the stay on which work is marked; null where there is none.</summary>
    public static DateOnly? DayOutside(Attendance row, Holder holder)
    {
        for (var day = 1; day <= YearMonth.Days(row.Month); day++)
            if (MonthMarks.IsWork(MonthMarks.At(row.Marks, day)) && !IsWithin(YearMonth.Day(row.Month, day), holder)) return YearMonth.Day(row.Month, day);
        return null;
    }

    private static IEnumerable<Fault> OfDays(Attendance row, DateOnly today)
    {
        for (var day = 1; day <= MonthMarks.Length; day++)
        {
            var mark = MonthMarks.At(row.Marks, day);
            if (mark == MonthMarks.Blank) continue;
            if (Wrong(row, day, mark, today) is not { } why) continue;
            var header = day.ToString(CultureInfo.InvariantCulture);
            yield return new Fault(header, $"{header}：{why}");
            yield break;
        }
    }

    private static string? Wrong(Attendance row, int day, char mark, DateOnly today)
    {
        if (day > YearMonth.Days(row.Month)) return $"{YearMonth.Words(row.Month)}没有 {day} 日（“{mark}”）。请清空此格。";
        if (!MonthMarks.IsWork(mark)) return null;
        var date = YearMonth.Day(row.Month, day);
        if (date > today) return $"{date:yyyy-MM-dd} 还没有到，不能记{MonthMarks.Word(mark)}（“{mark}”，今天是 {today:yyyy-MM-dd}）。请到时再记。";
        if (row.Holder is not { } holder || IsWithin(date, holder)) return null;
        return date < holder.StartedOn
            ? $"{date:yyyy-MM-dd} 还没有上岗（“{mark}”，上岗日期 {holder.StartedOn:yyyy-MM-dd}）。请清空此格，或核对上岗日期。"
            : $"{date:yyyy-MM-dd} 已退出，不能再记{MonthMarks.Word(mark)}（“{mark}”，退出日期 {holder.ExitedOn:yyyy-MM-dd}）。请清空此格，或核对退出日期。";
    }

    private static IEnumerable<Fault> OfSums(Attendance row)
    {
        var hasDays = MonthMarks.HasAny(row.Marks);
        var sums = SumsOf(row);
        (string Header, int? Written, int Counted, int Stored)[] all =
        [
            ("应出勤", row.WrittenDue, sums.Due, row.Due), ("实出勤", row.WrittenPresent, sums.Present, row.Present),
            ("请假", row.WrittenLeave, sums.Leave, row.Leave), ("旷工", row.WrittenAbsent, sums.Absent, row.Absent),
        ];
        // An exported sheet in which only days were changed still bears the old sums.
        foreach (var (header, written, counted, stored) in all)
            if (hasDays && written is { } stated && stated != counted && (row.Id == 0 || stated != stored))
                yield return new Fault(header, $"{header}：与每天的记录不符（“{stated}”，按天数是 {counted}）。请核对，或清空此格由系统合计。");
        var (due, present) = hasDays ? (sums.Due, sums.Present) : (row.WrittenDue ?? row.Due, row.WrittenPresent ?? row.Present);
        if (present > due) yield return new Fault("实出勤", $"实出勤：多于应出勤（“{present}”，应出勤 {due}）。请核对后填写。");
        if (due > YearMonth.Days(row.Month)) yield return new Fault("应出勤", $"应出勤：多于当月天数（“{due}”，{YearMonth.Words(row.Month)}有 {YearMonth.Days(row.Month)} 天）。请核对后填写。");
    }
}
