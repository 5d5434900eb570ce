using System.Linq.Expressions;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation;

/// <summary>
/// Measures of the remediation ledger (整改指标). On a day: found = found by then; closed = found and closed by then
/// (closed without a date counts as closed always); open = found and not closed; so found = open + closed on every day.
/// </summary>
public static class ProblemMeasures
{
    private static readonly Ledger<Problem> Ledger = ProblemLedger.Ledger;

    public static readonly RowMeasure<Problem> Found = Dated("problems.found", "发现问题", day => p => p.FoundOn <= day, isChip: false);

    public static readonly RowMeasure<Problem> Open = Dated("problems.open", "未销号",
        day => p => p.FoundOn <= day && (p.State != ProblemState.Closed || p.ClosedOn > day), GoodDirection.Down);

    /// <summary>What was open the evening before, for the day's change by place and category.</summary>
    public static readonly RowMeasure<Problem> OpenYesterday = Dated("problems.open-yesterday", "昨日未销号", OpenBefore, GoodDirection.Down, isChip: false);

    public static readonly RowMeasure<Problem> Overdue = Dated("problems.overdue", "逾期",
        day => p => p.FoundOn <= day && (p.State != ProblemState.Closed || p.ClosedOn > day) && p.DueOn < day, GoodDirection.Down);

    /// <summary>Open and not late: with <see cref="Overdue"/> it makes up <see cref="Open"/>, so charts can cut the late ones out of each state.</summary>
    public static readonly RowMeasure<Problem> InTime = new("problems.in-time", "未逾期", Ledger,
        (_, day) => p => p.FoundOn <= day && (p.State != ProblemState.Closed || p.ClosedOn > day) && (p.DueOn == null || p.DueOn >= day))
    { HasHistory = true, IsChip = false };

    public static readonly RowMeasure<Problem> DueSoon = Dated("problems.due-soon", "3 天内到期", DueWithin, GoodDirection.Down);

    public static readonly RowMeasure<Problem> Closed = Dated("problems.closed", "已销号",
        day => p => p.FoundOn <= day && p.State == ProblemState.Closed && (p.ClosedOn == null || p.ClosedOn <= day), GoodDirection.Up);

    public static readonly RowMeasure<Problem> Waiting = InState("problems.waiting", "待交办", ProblemState.Waiting);

    public static readonly RowMeasure<Problem> Rectifying = InState("problems.rectifying", "整改中", ProblemState.Rectifying);

    public static readonly RowMeasure<Problem> Verifying = InState("problems.verifying", "待核验", ProblemState.Verifying);

    public static readonly RowMeasure<Problem> Extensions = Present("problems.extensions", "延期待审批", p => p.ExtensionTo != null && p.State != ProblemState.Closed);

    /// <summary>销号率 = 已销号 ÷ 全部发现的问题.</summary>
    public static readonly RatioMeasure ClosingRate = new("problems.closing-rate", "销号率", Closed, Found) { Good = GoodDirection.Up, HasHistory = true };

    public static readonly Breakdown ByCategoryAndState = new("problems.by-category-and-state", Found, [ProblemLedger.Category, ProblemLedger.State]);

    public static readonly Breakdown OverdueByCategory = new("problems.overdue-by-category", Overdue, [ProblemLedger.Category]);

    /// <summary>What is to be cut out of each state's segment in charts.</summary>
    public static readonly Breakdown OverdueByCategoryAndState = new("problems.overdue-by-category-and-state", Overdue, [ProblemLedger.Category, ProblemLedger.State]);

    public static readonly Breakdown OpenByCategory = new("problems.open-by-category", Open, [ProblemLedger.Category]);

    public static readonly Breakdown OpenYesterdayByCategory = new("problems.open-yesterday-by-category", OpenYesterday, [ProblemLedger.Category]);

    public static readonly Breakdown BySource = new("problems.by-source", Found, [ProblemLedger.Source]);

    public static readonly IReadOnlyList<Measure> All =
    [
        Found, Open, OpenYesterday, Overdue, InTime, DueSoon,
        Waiting, Rectifying, Verifying,
        InState("problems.shelved", "挂账", ProblemState.Shelved, isChip: false),
        Closed, ClosingRate,
        Dated("problems.found-this-week", "本周发现", Found7, isChip: false),
        Dated("problems.closed-this-week", "本周销号", Closed7, GoodDirection.Up, isChip: false),
        Extensions,
        Present("problems.returned", "退回过", p => p.Returns > 0 && p.State != ProblemState.Closed, isChip: false),
        new RowMeasure<Problem>("problems.rechecks", "销号待复查", Ledger,
            (db, today) => p => p.FoundOn <= today && p.State == ProblemState.Closed && db.Set<Recheck>().Any(r => r.ProblemId == p.Id && r.DoneOn == null))
        {
            AlsoDependsOn = [Recheck.LedgerKey],
            Good = GoodDirection.Down,
        },
        Present("problems.unlinked", "未关联户", p => p.HouseholdName != "" && p.HouseholdId == null),
    ];

    public static readonly IReadOnlyList<Breakdown> Breakdowns = [ByCategoryAndState, OverdueByCategory, OverdueByCategoryAndState, OpenByCategory, OpenYesterdayByCategory, BySource];

    /// <summary>Monday of the day's week: the office reports by week from Monday.</summary>
    public static DateOnly WeekStart(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static Expression<Func<Problem, bool>> OpenBefore(DateOnly day)
    {
        var yesterday = day.AddDays(-1);
        return p => p.FoundOn <= yesterday && (p.State != ProblemState.Closed || p.ClosedOn > yesterday);
    }

    private static Expression<Func<Problem, bool>> DueWithin(DateOnly day)
    {
        var last = day.AddDays(ProblemDeadline.SoonDays);
        return p => p.FoundOn <= day && (p.State != ProblemState.Closed || p.ClosedOn > day) && p.DueOn >= day && p.DueOn <= last;
    }

    private static Expression<Func<Problem, bool>> Found7(DateOnly day)
    {
        var monday = WeekStart(day);
        return p => p.FoundOn >= monday && p.FoundOn <= day;
    }

    private static Expression<Func<Problem, bool>> Closed7(DateOnly day)
    {
        var monday = WeekStart(day);
        return p => p.FoundOn <= day && p.State == ProblemState.Closed && p.ClosedOn >= monday && p.ClosedOn <= day;
    }

    private static RowMeasure<Problem> Dated(string key, string title, Func<DateOnly, Expression<Func<Problem, bool>>> on, GoodDirection good = GoodDirection.Neutral, bool isChip = true) =>
        new(key, title, Ledger, (_, day) => on(day)) { Good = good, HasHistory = true, IsChip = isChip };

    /// <summary>A measure of what stands in the rows now; its past is not in them.</summary>
    private static RowMeasure<Problem> Present(string key, string title, Expression<Func<Problem, bool>> where, bool isChip = true) =>
        new(key, title, Ledger, (_, _) => where) { Good = GoodDirection.Down, IsChip = isChip };

    private static RowMeasure<Problem> InState(string key, string title, string state, bool isChip = true) =>
        new(key, title, Ledger, (_, day) => p => p.FoundOn <= day && p.State == state) { Good = GoodDirection.Down, IsChip = isChip };
}
