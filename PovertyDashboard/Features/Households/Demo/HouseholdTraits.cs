using System.Globalization;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>Gives 示例 households type, cause, dates, land and dwelling.</summary>
internal sealed class HouseholdTraits(Random random)
{
    private static readonly (string Text, int Weight)[] Types = [("脱贫享受政策户", 54), ("脱贫不享受政策户", 24), ("边缘易致贫户", 13), ("即时帮扶户", 9)];

    private static readonly (string Text, int Weight)[] Causes =
        [("因病", 40), ("因残", 29), ("缺劳力", 11), ("因学", 7), ("缺技术", 5), ("缺资金", 4), ("自身发展动力不足", 2), ("因灾", 2)];

    public void SetCause(Household household)
    {
        household.Type = Pick(Types);
        household.MainCause = Pick(Causes);
        household.OtherCauses = random.Next(100) < 30 && Pick(Causes) is var other && other != household.MainCause ? other : "";
        household.Standard = "省定标准";
        household.IdentifiedIn = household.Type switch
        {
            "即时帮扶户" => random.Next(201_909, 201_913),
            "边缘易致贫户" => random.Next(202_002, 202_007),
            _ => random.Next(2014, 2018) * 100 + 12,
        };
        household.LiftedIn = household.Type.StartsWith("脱贫", StringComparison.Ordinal) ? random.Next(Math.Max(2016, household.IdentifiedIn.Value / 100), 2019) * 100 + 12 : null;
    }

    public void Set(Household household)
    {
        household.BankName = "山东省农村信用社";
        household.BankCard = string.Create(CultureInfo.InvariantCulture, $"62230000{random.NextInt64(100_000_000_000):00000000000}");
        household.CropLand = random.Next(0, 900);
        (household.WaterArea, household.ReturnedForest, household.OrchardLand, household.PastureLand, household.WoodLand) = (0, 0, random.Next(100) < 8 ? random.Next(50, 300) : 0, 0, 0);
        (household.ProductionPower, household.LivingPower, household.Broadcast) = (true, true, true);
        household.RoadDistance = random.Next(5, 180);
        household.RoadType = Pick([("水泥路", 55), ("沥青路", 30), ("砂石路", 15)]);
        household.HouseArea = random.Next(42, 125) * 100;
        household.Fuel = Pick([("清洁能源", 45), ("煤炭", 30), ("柴草", 25)]);
        household.InCooperative = random.Next(100) < 35;
        (household.LedByFirm, household.LedByPerson) = (random.Next(100) < 6, random.Next(100) < 12);
        household.HouseGrade = Pick([("A级", 62), ("B级", 35), ("C级", 3)]);
        household.UnsafeHouse = household.HouseGrade == "C级";
        household.UnsafeGrade = household.UnsafeHouse == true ? "C级" : "";
        household.SafeWater = random.Next(100) >= 1;
        household.SanitaryToilet = random.Next(100) >= 5;
        SetSupport(household);
    }

    /// <summary>Monitored are the households at the edge and those lifted ones whose income stays under 1.5 times the national line (国开发〔2020〕6号).</summary>
    public void SetMonitoring(Household household)
    {
        var isEdge = household.Type == "边缘易致贫户";
        if (!isEdge && (!household.Type.StartsWith("脱贫", StringComparison.Ordinal) || household.IncomePerHead >= 6_000_00)) return;
        household.MonitorKind = isEdge ? "边缘易致贫户" : "脱贫不稳定户";
        household.RiskFoundOn = new DateOnly(2020, random.Next(3, 8), random.Next(1, 29));
        household.RiskCleared = household.IncomePerHead >= 8_000_00;
        if (household.RiskCleared == true) household.RiskClearedOn = household.RiskFoundOn.Value.AddDays(random.Next(15, 32));
    }

    /// <summary>低保 goes to households, 特困供养 to elders who live alone.</summary>
    private void SetSupport(Household household)
    {
        var head = household.Members[0];
        var destitute = household.Members.Count == 1 && head.Labour == "无劳动力" && random.Next(100) < 45;
        var onAllowance = !destitute && household.Type != "脱贫不享受政策户" && random.Next(100) < 48;
        foreach (var member in household.Members) (member.IsDestitute, member.OnAllowance) = (destitute, onAllowance);
        household.Attribute = household.Type is "边缘易致贫户" or "即时帮扶户" ? "" : destitute ? "特困供养脱贫户" : onAllowance ? "低保脱贫户" : "一般脱贫户";
    }

    private string Pick((string Text, int Weight)[] texts)
    {
        var at = random.Next(texts.Sum(t => t.Weight));
        return texts.First(t => (at -= t.Weight) < 0).Text;
    }
}
