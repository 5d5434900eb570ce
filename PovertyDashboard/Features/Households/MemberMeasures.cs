using System.Linq.Expressions;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households;

/// <summary>The measures of household members (家庭成员指标); ages follow the as-of date, so their past is known.</summary>
public static class MemberMeasures
{
    /// <summary>在册成员: those who had come and not gone by the day.</summary>
    public static readonly RowMeasure<Member> All = new("members.all", "家庭成员", MemberLedger.Ledger, (_, today) => Present(today)) { HasHistory = true, IsChip = false };

    /// <summary>已离开: died or moved away (死亡、迁出).</summary>
    private static readonly RowMeasure<Member> Gone = new("members.gone", "已离开", MemberLedger.Ledger, (_, today) => m => m.LeftOn <= today) { HasHistory = true };

    private static readonly RowMeasure<Member> Labour = Count(
        "labour", "有劳动力", GoodDirection.Neutral, m => m.Labour == "普通劳动力" || m.Labour == "技能劳动力" || m.Labour == "弱劳动力或半劳动力");

    private static readonly RowMeasure<Member> Insured = Count(
        "insured", "已参加医保", GoodDirection.Up, m => m.ResidentHealthInsurance == true || m.EmployeeHealthInsurance == true, isChip: false);

    public static IReadOnlyList<Measure> Fixed { get; } =
    [
        All,
        Count("disabled", "残疾人", GoodDirection.Neutral, m => m.Health.Contains("残疾") || m.DisabilityKind != ""),
        Count("chronic", "长期慢性病", GoodDirection.Neutral, m => m.Health.Contains("长期慢性病")),
        Count("severely-ill", "患大病", GoodDirection.Down, m => m.Health.Contains("患有大病")),
        Labour,
        Count("no-labour", "无劳动力", GoodDirection.Neutral, m => m.Labour == "无劳动力" || m.Labour == "丧失劳动力"),
        Count("working", "务工", GoodDirection.Up, m => m.WorkMonths > 0),
        Aged("elders", "60 岁以上", 60, 200),
        Aged("seniors", "80 岁以上", 80, 200),
        Aged("school-age", "6-15 岁", 6, 16),
        Aged("children", "不满 6 岁", 0, 6),
        Count("allowance", "享受低保", GoodDirection.Neutral, m => m.OnAllowance == true),
        Count("destitute", "特困供养", GoodDirection.Neutral, m => m.IsDestitute == true, isChip: false),
        Count("on-post", "在公益岗", GoodDirection.Neutral, m => m.PostKind != "", isChip: false),
        Count("pupils", "在校生", GoodDirection.Neutral, m => m.Student != "" && m.Student != "非在校生" && m.Student != "学龄前儿童", isChip: false),
        Count("dropouts", "失学辍学", GoodDirection.Down, m => m.DropoutReason != ""),
        Count("uninsured", "未参加医保", GoodDirection.Down, m => m.ResidentHealthInsurance != true && m.EmployeeHealthInsurance != true),
        Insured, Gone,
        new RatioMeasure("members.insured-rate", "医保参保率", Insured, All) { Good = GoodDirection.Up, IsChip = false },
        new RatioMeasure("members.labour-rate", "劳动力占比", Labour, All) { IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } =
    [
        new("members.by-labour", All, [MemberLedger.Column(nameof(Member.Labour))]),
        new("members.by-disability", (RowMeasure)Fixed[1], [MemberLedger.Column(nameof(Member.DisabilityKind)), MemberLedger.Column(nameof(Member.DisabilityGrade))]),
        new("members.by-education", All, [MemberLedger.Column(nameof(Member.Education))]),
    ];

    /// <summary>Members of at least <paramref name="from"/> and less than <paramref name="below"/> full years.</summary>
    private static RowMeasure<Member> Aged(string key, string title, int from, int below) =>
        new($"members.{key}", title, MemberLedger.Ledger, (_, today) =>
        {
            var (latest, earliest) = (today.AddYears(-from), today.AddYears(-below));
            return Present(today, m => m.BornOn <= latest && m.BornOn > earliest);
        })
        { HasHistory = true };

    /// <summary>Whether the person belonged to the household on the day.</summary>
    private static Expression<Func<Member, bool>> Present(DateOnly today) => m => (m.JoinedOn == null || m.JoinedOn <= today) && (m.LeftOn == null || m.LeftOn > today);

    private static Expression<Func<Member, bool>> Present(DateOnly today, Expression<Func<Member, bool>> where) => Conditions.Both(Present(today), where);

    private static RowMeasure<Member> Count(string key, string title, GoodDirection good, Expression<Func<Member, bool>> where, bool isChip = true) =>
        new($"members.{key}", title, MemberLedger.Ledger, (_, today) => Present(today, where)) { Good = good, IsChip = isChip };
}
