using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>
/// The ledger of attendance (考勤台账). One row is one person and month; the days are columns that the month makes, and an export
/// has one sheet for each month. Name, number and post are the holder's: a sheet's row finds him by them.
/// </summary>
public static class AttendanceLedger
{
    public const string Key = "attendance";

    /// <summary>Code list of the marks of a day.</summary>
    public const string Marks = "attendance-mark";

    private const string DayKey = "Day.", Days = "考勤（√ 出勤　○ 请假　× 旷工　/ 休息）";

    private static readonly Columns<Attendance> c = new();

    public static readonly Column Month = c.Month("月份", a => a.Month) with { IsKey = true, Required = true, QuickFilter = true, HeadFacts = ["月份", "考勤月份", "所属月份"], Aliases = ["考勤月份", "年月"] };

    private static readonly Column IdNumber = c.PersonId("身份证号", a => a.Holder!.IdNumber) with
    {
        IsKey = true,
        Required = true,
        Aliases = ["身份证号码", "证件号码"],
        Get = row => ((Attendance)row).Holder?.IdNumber ?? ((Attendance)row).WrittenId,
        Set = (row, value) => ((Attendance)row).WrittenId = (string?)value ?? "",
    };

    private static readonly Column PostName = c.Text("岗位名称", a => a.Holder!.PostName, 20) with
    {
        IsKey = true,
        Aliases = ["岗位"],
        Get = row => ((Attendance)row).Holder?.PostName ?? ((Attendance)row).WrittenPost,
        Set = (row, value) => ((Attendance)row).WrittenPost = (string?)value ?? "",
    };

    /// <summary>A column for each day; those that a month does not have stay empty in it.</summary>
    private static readonly IReadOnlyList<Column> DayColumns = [.. Enumerable.Range(1, MonthMarks.Length).Select(DayColumn)];

    public static readonly Ledger<Attendance> Ledger = new(Key, "公益岗考勤台账", "人月")
    {
        Columns =
        [
            .. c.Place(),
            Month,
            c.PersonName("姓名", a => a.Holder!.Name, a => a.Holder!.NameKey) with
            {
                Required = true,
                Get = row => ((Attendance)row).Holder?.Name ?? ((Attendance)row).WrittenName,
                Set = (row, value) => ((Attendance)row).WrittenName = (string?)value ?? "",
            },
            IdNumber,
            PostName,
            c.Integer("应出勤", a => a.Due) with { Get = row => ((Attendance)row).WrittenDue ?? ((Attendance)row).Due, Set = (row, value) => ((Attendance)row).WrittenDue = (int?)value, Min = 0, Max = 31, Unit = "天", Aliases = ["应出勤天数"] },
            c.Integer("实出勤", a => a.Present) with { Get = row => ((Attendance)row).WrittenPresent ?? ((Attendance)row).Present, Set = (row, value) => ((Attendance)row).WrittenPresent = (int?)value, Min = 0, Max = 31, Unit = "天", Aliases = ["出勤天数", "实出勤天数"] },
            c.Integer("请假", a => a.Leave) with { Get = row => ((Attendance)row).WrittenLeave ?? ((Attendance)row).Leave, Set = (row, value) => ((Attendance)row).WrittenLeave = (int?)value, Min = 0, Max = 31, Unit = "天", Aliases = ["请假天数"] },
            c.Integer("旷工", a => a.Absent) with { Get = row => ((Attendance)row).WrittenAbsent ?? ((Attendance)row).Absent, Set = (row, value) => ((Attendance)row).WrittenAbsent = (int?)value, Min = 0, Max = 31, Unit = "天", Aliases = ["旷工天数", "缺勤"] },
            c.Integer("考核得分", a => a.Score) with { Min = 0, Max = 100, Unit = "分", Aliases = ["得分"] },
            c.Text("考核人", a => a.Assessor, 10) with { MaxLength = 50, Shown = false, Aliases = ["考核人签字"] },
            c.LongText("备注", a => a.Remark, 16) with { Shown = false },
        ],
        DataColumns = (_, _, _) => Task.FromResult(DayColumns),
        DataColumnsAfter = PostName.Key,
        SheetsBy = new SheetSplit(Month, (month, column) => !column.Key.StartsWith(DayKey, StringComparison.Ordinal) || int.Parse(column.Header, CultureInfo.InvariantCulture) <= YearMonth.Days((int)month)),
        With = rows => rows.Include(a => a.Holder),
        Rules = AttendanceRules.Check,
        Fill = AttendanceRules.Fill,
        Store = new StoreRules<Attendance> { Link = AttendanceLinks.LinkAsync, Prepare = AttendanceLinks.PrepareAsync, RefuseDelete = AttendanceLinks.RefuseDeleteAsync },
        RowHref = row => string.Create(CultureInfo.InvariantCulture, $"/jobs/attendance?region={row.Region}&month={YearMonth.Text(((Attendance)row).Month)}"),
        DefaultSort = "-" + nameof(Attendance.Month),
        NameOf = row => $"{((Attendance)row).Holder?.Name ?? ((Attendance)row).WrittenName} {YearMonth.Text(((Attendance)row).Month)} 考勤",
    };

    private static Column DayColumn(int day)
    {
        var header = day.ToString(CultureInfo.InvariantCulture);
        return new Column
        {
            Key = DayKey + header,
            Header = header,
            Group = Days,
            Aliases = [header + "日", header + "号"],
            Kind = ColumnKind.Code,
            CodeList = Marks,
            ValueType = typeof(string),
            Nullable = true,
            Width = 4,
            Get = row => MonthMarks.At(((Attendance)row).Marks, day) is var mark && mark == MonthMarks.Blank ? "" : mark.ToString(),
            Set = (row, value) => ((Attendance)row).Marks = MonthMarks.With(((Attendance)row).Marks, day, value is string { Length: 1 } text ? text[0] : MonthMarks.Blank),
        };
    }
}
