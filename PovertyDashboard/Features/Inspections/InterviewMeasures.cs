using System.Linq.Expressions;
using PovertyDashboard.Attachments;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The measures of interviews (访谈指标): 满意率, 认可度, 错退率 and 漏评率 by domain facts section 10, each with the list of its numerator.</summary>
public static class InterviewMeasures
{
    private static readonly Ledger<Interview> Ledger = InterviewLedger.Ledger;

    public static readonly RowMeasure<Interview> Held = Count("held", "有效访谈", i => i.Way == InterviewWay.Home || i.Call == CallResult.Answered);

    private static readonly RowMeasure<Interview> Approved = Count("approved", "认可", i => i.Approval == Recognition.Yes, isChip: false);

    private static readonly RowMeasure<Interview> Judged = Count("judged", "认可度有效", i => i.Approval != "", isChip: false);

    private static readonly RowMeasure<Interview> WronglyLifted = Sum("wrong-exits", "错退人口", i => i.WronglyLifted > 0, i => i.WronglyLifted ?? 0);

    private static readonly RowMeasure<Interview> Lifted = Sum("lifted-people", "调查脱贫人口", i => i.Class == SurveyClass.Lifted, i => i.People ?? 0, isChip: false);

    private static readonly RowMeasure<Interview> Missed = Sum("missed", "漏评人口", i => i.Missed > 0, i => i.Missed ?? 0);

    private static readonly RowMeasure<Interview> Others = Sum("other-people", "调查非卡人口", i => i.Class == SurveyClass.Other, i => i.People ?? 0, isChip: false);

    /// <summary>满意率 of the results of help stands for the whole; the other three are asked for by their own keys.</summary>
    public static readonly RatioMeasure Satisfied = Rate("results", "满意率", i => i.WithResults == Satisfaction.Very || i.WithResults == Satisfaction.Content, i => i.WithResults != "");

    public static readonly RatioMeasure Approval = new("interviews.approval-rate", "认可度", Approved, Judged) { Good = GoodDirection.Up, HasHistory = true };

    public static readonly RatioMeasure WrongExitRate = new("interviews.wrong-exit-rate", "错退率", WronglyLifted, Lifted) { Good = GoodDirection.Down, HasHistory = true };

    public static readonly RatioMeasure MissedRate = new("interviews.missed-rate", "漏评率", Missed, Others) { Good = GoodDirection.Down, HasHistory = true };

    private static readonly IReadOnlyList<RatioMeasure> Satisfactions =
    [
        Satisfied,
        Rate("helper", "帮扶责任人满意率", i => i.WithHelper == Satisfaction.Very || i.WithHelper == Satisfaction.Content, i => i.WithHelper != ""),
        Rate("team", "工作队满意率", i => i.WithTeam == Satisfaction.Very || i.WithTeam == Satisfaction.Content, i => i.WithTeam != ""),
        Rate("village", "村“两委”满意率", i => i.WithVillage == Satisfaction.Very || i.WithVillage == Satisfaction.Content, i => i.WithVillage != ""),
    ];

    public static IReadOnlyList<Measure> All { get; } =
    [
        Held,
        Count("home", "入户", i => i.Way == InterviewWay.Home),
        Count("phone", "电话接通", i => i.Way == InterviewWay.Phone && i.Call == CallResult.Answered),
        Count("futile", "电话未接通", i => i.Way == InterviewWay.Phone && i.Call != CallResult.Answered),
        .. Satisfactions, Approval, WrongExitRate, MissedRate,
        Count("unhappy", "有不满意", i => Satisfaction.Bad.Contains(i.WithHelper) || Satisfaction.Bad.Contains(i.WithTeam) || Satisfaction.Bad.Contains(i.WithVillage) || Satisfaction.Bad.Contains(i.WithResults), GoodDirection.Down),
        new RowMeasure<Interview>("interviews.unsigned", "入户缺签名", Ledger, (db, day) =>
            i => i.HeldOn <= day && i.Way == InterviewWay.Home && i.Signature == "" && !db.Set<Attachment>().Any(a => a.OwnerLedger == InterviewLedger.Key && a.OwnerId == i.Id))
        { AlsoDependsOn = [nameof(Attachment)], Good = GoodDirection.Down },
        Count("unlinked", "未关联户", i => i.HouseholdId == null && i.Class != SurveyClass.Other, GoodDirection.Down, isChip: false),
        .. Satisfactions.SelectMany(r => new[] { r.Part, r.Whole }), Approved, Judged, WronglyLifted, Lifted, Missed, Others,
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("interviews.by-way", Held, [InterviewLedger.Way]), new("interviews.by-class", Held, [InterviewLedger.Class]), new("interviews.by-results", Satisfied.Whole, [InterviewLedger.WithResults]),
        new("interviews.by-approval", Judged, [InterviewLedger.Approval]),
    ];

    private static RatioMeasure Rate(string key, string title, Expression<Func<Interview, bool>> content, Expression<Func<Interview, bool>> asked) => new(
        $"interviews.{key}-rate", title,
        Count($"{key}-content", $"{title[..^1]}（满意以上）", content, GoodDirection.Up, isChip: false),
        Count($"{key}-asked", $"{title[..^1]}（有效）", asked, isChip: false))
    {
        Good = GoodDirection.Up,
        HasHistory = true,
        IsChip = key == "results",
    };

    private static RowMeasure<Interview> Count(string key, string title, Expression<Func<Interview, bool>> where, GoodDirection good = GoodDirection.Neutral, bool isChip = true) =>
        new($"interviews.{key}", title, Ledger, (_, day) => HeldBy(where, day)) { Good = good, HasHistory = true, IsChip = isChip };

    private static RowMeasure<Interview> Sum(string key, string title, Expression<Func<Interview, bool>> where, Expression<Func<Interview, long>> value, bool isChip = true) =>
        new($"interviews.{key}", title, Ledger, (_, day) => HeldBy(where, day)) { Sum = value, Unit = "人", HasHistory = true, IsChip = isChip, Good = isChip ? GoodDirection.Down : GoodDirection.Neutral };

    /// <summary>Of an earlier day: of the interviews held by then.</summary>
    private static Expression<Func<Interview, bool>> HeldBy(Expression<Func<Interview, bool>> where, DateOnly day)
    {
        Expression<Func<Interview, bool>> held = i => i.HeldOn <= day;
        return Expression.Lambda<Func<Interview, bool>>(Expression.AndAlso(held.Body, SplitQuery.Swap(where, held.Parameters[0])), held.Parameters);
    }
}
