using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households;

/// <summary>
/// Rules over the fields of a member (人表内校验): only what makes a row unusable. A birth date that differs from the ID,
/// a wrong sex for the relation and the like are doubts (疑点, domain facts 3.6) and do not refuse a row.
/// </summary>
public static class MemberRules
{
    public const string Healthy = "健康";

    public static IEnumerable<Fault> Check(Member member, RowContext context)
    {
        if (member.Number.Length > 0 && !HouseholdRules.IsNumber(member.Number, 8, 22))
            yield return new Fault("人口编号", $"人口编号：不是 8 至 22 位数字（“{member.Number}”）。请填写系统中的人口编号，例如 371522116100000001；没有编号就不填。");
        if (member.Health.Contains(',') && member.Health.Split(',').Contains(Healthy))
            yield return new Fault("健康状况", $"健康状况：健康不能与其他项同填（“{member.Health}”）。请只填健康，或删去健康。");
        if (member.IdentifiedIn > context.Today.Year * 100 + context.Today.Month) yield return new Fault("人员识别时间", "人员识别时间：在将来。请填写不晚于本月的月份。");
        if (member.LeftOn < member.JoinedOn) yield return new Fault("离开日期", $"离开日期：早于加入日期（{member.JoinedOn:yyyy-MM-dd}）。请核对两个日期。");
        if (member.LeftOn is null != (member.LeaveReason.Length == 0)) yield return new Fault("离开原因", "离开原因：和离开日期要么都填，要么都不填。请补上缺的一项。");
    }

    /// <summary>Stored values that follow from others: the sort key; sex and birth date from the ID where they are not given; the household's place.</summary>
    public static void Fill(Member member)
    {
        member.NameKey = NameSort.Key(member.Name);
        member.BornOn ??= PersonIdNumber.BirthDate(member.IdNumber);
        if (member.Gender.Length == 0) member.Gender = PersonIdNumber.Gender(member.IdNumber) ?? "";
        if (member.Household is { } household && household.Id == member.HouseholdId) member.Region = household.Region;
    }

    /// <summary>Full years (周岁) on the day; null without a birth date.</summary>
    public static int? AgeOn(DateOnly? bornOn, DateOnly day) =>
        bornOn is not { } born || born > day ? null : day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);
}
