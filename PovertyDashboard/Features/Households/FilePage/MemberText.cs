using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>A member in words (成员说明).</summary>
internal static class MemberText
{
    /// <summary>What the member does: post, work place and employer, or school.</summary>
    public static string Doing(Member member)
    {
        if (member.PostKind.Length > 0) return $"公益岗 · {member.PostKind}";
        if (member.Student.Length > 0) return Join(member.School, member.Student);
        if (member.Employer.Length > 0) return member.Employer;
        return member.WorkMonths > 0 ? Join(member.WorkPlace, $"务工 {member.WorkMonths} 个月") : "";
    }

    /// <summary>健康状况 for those who may see illness, else withheld.</summary>
    public static string Health(Member member, UserIdentity user) => MaySee(user) ? member.Health.Replace(",", "、", StringComparison.Ordinal) : Mask.Text(Sensitivity.Health, member.Health);

    /// <summary>三级肢体残疾, or empty.</summary>
    public static string Disability(Member? member, UserIdentity user) =>
        member is { DisabilityKind.Length: > 0 } && MaySee(user) ? $"{member.DisabilityGrade}{member.DisabilityKind}残疾" : "";

    private static bool MaySee(UserIdentity user) => user.MayUnmask(MemberLedger.Ledger) || user.May(Act.ReadHealth);

    private static string Join(string first, string second) => string.Join(" · ", new[] { first, second }.Where(t => t.Length > 0));
}
