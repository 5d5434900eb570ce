using System.Linq.Expressions;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>The measures of attendance (考勤指标): rates are days present by days due, so that they add up over places and months.</summary>
public static class AttendanceMeasures
{
    private static readonly Ledger<Attendance> Ledger = AttendanceLedger.Ledger;

    private static readonly RowMeasure<Attendance> Present = Days("attendance.present", "出勤天数", a => a.Present);

    private static readonly RowMeasure<Attendance> Due = Days("attendance.due", "应出勤天数", a => a.Due);

    private static readonly RowMeasure<Attendance> MonthPresent = Days("attendance.month-present", "本月出勤天数", a => a.Present, ofMonth: true);

    private static readonly RowMeasure<Attendance> MonthDue = Days("attendance.month-due", "本月应出勤天数", a => a.Due, ofMonth: true);

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        Of("attendance.month", "本月考勤", month => a => a.Month == month),
        Of("attendance.absent", "本月有旷工", month => a => a.Month == month && a.Absent > 0, GoodDirection.Down),
        Of("attendance.on-leave", "本月有请假", month => a => a.Month == month && a.Leave > 0),
        Of("attendance.full", "本月全勤", month => a => a.Month == month && a.Due > 0 && a.Present == a.Due, GoodDirection.Up),
        Present, Due, MonthPresent, MonthDue,
        new RatioMeasure("attendance.rate", "出勤率", Present, Due) { Good = GoodDirection.Up, IsChip = false },
        new RatioMeasure("attendance.month-rate", "本月出勤率", MonthPresent, MonthDue) { Good = GoodDirection.Up, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("attendance.present-by-month", Present, [AttendanceLedger.Month]),
        new("attendance.due-by-month", Due, [AttendanceLedger.Month]),
    ];

    private static RowMeasure<Attendance> Of(string key, string title, Func<int, Expression<Func<Attendance, bool>>> where, GoodDirection good = GoodDirection.Neutral) =>
        new(key, title, Ledger, (_, day) => where(YearMonth.Of(day))) { Good = good };

    private static RowMeasure<Attendance> Days(string key, string title, Expression<Func<Attendance, long>> sum, bool ofMonth = false) => new(key, title, Ledger, (_, day) =>
    {
        var month = YearMonth.Of(day);
        return ofMonth ? a => a.Month == month : a => a.Month <= month;
    })
    { Sum = sum, Unit = "天", IsChip = false };
}

/// <summary>The measures of pay (工资指标): only what is approved counts as paid; corrections count with the month that they correct.</summary>
public static class WageMeasures
{
    private static readonly Ledger<WageLine> Ledger = WageLedger.Ledger;

    public static readonly RowMeasure<WageLine> Paid = Sum("wages.paid", "审定工资", (_, month) => l => l.State == WageState.Fixed && l.Month <= month);

    private static readonly RowMeasure<WageLine> PaidTimes = new("wages.paid-times", "发放人次", Ledger, (_, day) =>
    {
        var month = YearMonth.Of(day);
        return l => l.State == WageState.Fixed && l.Settled == 0 && l.Month <= month;
    });

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        PaidTimes, Paid,
        Sum("wages.year", "本年审定工资", (year, month) => l => l.State == WageState.Fixed && l.Month > year && l.Month <= month),
        Sum("wages.month", "本月审定工资", (_, month) => l => l.State == WageState.Fixed && l.Month == month),
        Sum("wages.last-month", "上月审定工资", (year, month) =>
        {
            var last = YearMonth.Add(month, -1);
            return l => l.State == WageState.Fixed && l.Month == last;
        }),
        In("wages.draft", "工资草稿", l => l.State == WageState.Draft),
        In("wages.pending", "工资待审核", l => l.State == WageState.Pending),
        In("wages.corrections", "更正", l => l.Batch != ""),
        In("wages.reduced", "有扣款", l => l.Deduction > 0),
        new RatioMeasure("wages.average", "人均月工资", Paid, PaidTimes, "元") { IsChip = false },
    ];

    /// <summary>Sheets that wait for the second pair of eyes.</summary>
    public static readonly RowMeasure<WageSheet> Pending = new("wage-sheets.pending", "待审定", WageLedger.Sheets, (_, _) => s => s.State == WageState.Pending);

    public static IReadOnlyList<Measure> OfSheets { get; } =
    [
        Pending,
        new RowMeasure<WageSheet>("wage-sheets.draft", "草稿", WageLedger.Sheets, (_, _) => s => s.State == WageState.Draft),
        new RowMeasure<WageSheet>("wage-sheets.fixed", "已审定", WageLedger.Sheets, (_, _) => s => s.State == WageState.Fixed),
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("wages.by-month", Paid, [WageLedger.Month]),
        new("wages.people-by-month", PaidTimes, [WageLedger.Month]),
        new("wages.by-kind", Paid, [WageLedger.Kind]),
        new("wages.by-source", Paid, [WageLedger.Source]),
    ];

    /// <param name="where">From the month before the year's first and the day's month, the lines that count.</param>
    private static RowMeasure<WageLine> Sum(string key, string title, Func<int, int, Expression<Func<WageLine, bool>>> where) => new(key, title, Ledger, (_, day) => where(day.Year * 100, YearMonth.Of(day)))
    {
        Sum = l => l.Net,
        Scale = 2,
        Unit = "元",
        IsChip = false,
    };

    private static RowMeasure<WageLine> In(string key, string title, Expression<Func<WageLine, bool>> where) => new(key, title, Ledger, (_, _) => where);
}
