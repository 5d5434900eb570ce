namespace PovertyDashboard.Features.Households.Demo;

/// <summary>Gives 示例 households an income of the year whose sums agree (domain facts 3.4).</summary>
internal sealed class IncomeMaker(Random random)
{
    public void Set(Household h)
    {
        var members = h.Members;
        h.WageIncome = members.Sum(m => (long)(m.WorkMonths ?? 0) * (m.PostKind.Length > 0 ? 500_00 : random.Next(1_400_00, 2_300_00)));
        var farms = members.Any(m => m.Labour is "普通劳动力" or "技能劳动力" or "弱劳动力或半劳动力") && h.CropLand > 0;
        h.BusinessIncome = farms ? h.CropLand!.Value * random.Next(700, 1_100) : 0;
        h.BusinessCost = h.BusinessIncome * random.Next(25, 45) / 100;

        h.AssetDividend = random.Next(100) < 80 ? random.Next(300_00, 1_600_00) : 0;
        h.OtherProperty = farms || h.CropLand == 0 ? 0 : h.CropLand!.Value * 800;
        h.PropertyIncome = h.AssetDividend + h.OtherProperty;

        var elders = members.Count(m => MemberRules.AgeOn(m.BornOn, FamilyMaker.Day) >= 60);
        h.FamilyPlanningAllowance = elders > 0 && random.Next(100) < 12 ? 960_00 : 0;
        h.LivingAllowance = members[0].OnAllowance == true ? members.Count * (long)random.Next(2_400_00, 4_300_00) : 0;
        h.DestituteAllowance = members[0].IsDestitute == true ? random.Next(6_500_00, 8_200_00) : 0;
        h.Pension = elders * 1_704_00L;
        h.EcologyAllowance = 0;
        h.OtherTransfer = h.CropLand!.Value * 125 + random.Next(200_00, 1_800_00) + (members.Count(m => m.DisabilityGrade is "一级" or "二级") * 1_440_00L);
        AddUp(h);
        // Lifted households stand above the line: grown-up children pay (赡养费); those at the edge may fall below it.
        var missing = members.Count * (long)random.Next(4_300_00, 6_500_00) - h.NetIncome!.Value;
        if (h.Type != "边缘易致贫户" && missing > 0)
        {
            h.OtherTransfer += missing;
            AddUp(h);
        }
    }

    /// <summary>The sums that follow from the parts.</summary>
    public static void AddUp(Household h)
    {
        h.TransferIncome = h.FamilyPlanningAllowance + h.LivingAllowance + h.DestituteAllowance + h.Pension + h.EcologyAllowance + h.OtherTransfer;
        h.NetIncome = HouseholdRules.NetIncomeOf(h);
        h.AnnualIncome = h.NetIncome;
        h.IncomePerHead = HouseholdRules.PerHead(h.NetIncome, h.Size);
    }
}
