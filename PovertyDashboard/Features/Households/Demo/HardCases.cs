using System.Globalization;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>
/// 示例 households of 观城镇 with what the other towns of the demo store hardly have: not yet lifted (未脱贫户), a child out of
/// school (失学辍学), people without health insurance (未参加医保), so that the figures of these are not all nought.
/// </summary>
internal static class HardCases
{
    public const long Guancheng = 371522103000;

    private const int Seed = 20_200_824, Families = 12, Poor = 3, Dropouts = 2;

    /// <summary>Under the national line of 2020 (4,000 元 a head).</summary>
    private const long PoorPerHead = 3_650_00;

    public static IReadOnlyList<Household> Make(RegionTree tree, ISet<string> takenIds)
    {
        var random = new Random(Seed);
        var maker = new FamilyMaker(random, new SyntheticIds(random, takenIds));
        var villages = tree.VillagesOf(Guancheng).Take(4).ToList();
        if (villages.Count == 0) return [];
        var names = new HashSet<string>();
        List<Household> families = [.. Enumerable.Range(0, Families).Select(i => maker.Make(villages[i % villages.Count].Key, string.Create(CultureInfo.InvariantCulture, $"3715221039{i:00000}0"), maker.HeadName(names)))];
        foreach (var household in families.Take(Poor)) Impoverish(household);
        foreach (var child in families.SelectMany(h => h.Members).Where(m => m.Student is "小学" or "七年级" or "八年级" or "九年级").OrderBy(m => m.BornOn).Take(Dropouts)) DropOut(child);
        foreach (var member in families.Skip(Poor).SelectMany(h => h.Members.Where(m => m.WorkMonths > 0).Take(1)).Take(4)) Uninsure(member);
        return families;
    }

    private static void Impoverish(Household household)
    {
        (household.Type, household.IdentifiedIn, household.LiftedIn) = ("未脱贫户", 201_912, null);
        household.Attribute = household.Members[0] switch { { IsDestitute: true } => "特困供养贫困户", { OnAllowance: true } => "低保贫困户", _ => "一般贫困户" };
        (household.MonitorKind, household.RiskFoundOn, household.RiskCleared, household.RiskClearedOn) = ("", null, null, null);
        household.OtherTransfer -= Math.Clamp(household.NetIncome!.Value - household.Members.Count * PoorPerHead, 0, household.OtherTransfer!.Value);
        IncomeMaker.AddUp(household);
    }

    private static void DropOut(Member child)
    {
        (child.Student, child.Education, child.DropoutReason) = ("", "小学", "厌学");
        child.Remark = FamilyMaker.Remark + "；已由学校和村“两委”劝返";
    }

    private static void Uninsure(Member member)
    {
        (member.ResidentHealthInsurance, member.SevereIllnessInsurance) = (false, false);
        member.Remark = FamilyMaker.Remark + "；外出务工，2020 年度居民医保未缴费";
    }
}
