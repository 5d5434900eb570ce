namespace PovertyDashboard.Features.Households.Demo;

/// <summary>
/// The household of the page's report on public-welfare posts (S1): 邓某, 40, disabled in the limbs of grade three after a car accident,
/// with wife 赵某 and two children. Names, ages and circumstances are the report's; IDs, income and land are invented.
/// </summary>
internal static class DengFamily
{
    public const long Village = 371502900201;
    public const string Number = "3715029000000001";

    public static Household Make()
    {
        var household = new Household
        {
            Region = Village,
            Number = Number,
            HeadNumber = Person(1),
            HeadName = "邓某",
            HeadId = "371599198001010017",
            Size = 4,
            Year = 2020,
            BankName = "山东省农村信用社",
            BankCard = "6223000012345603308",
            Standard = "省定标准",
            Type = "脱贫享受政策户",
            Attribute = "一般脱贫户",
            MainCause = "因残",
            IdentifiedIn = 201_612,
            LiftedIn = 201_812,
            UnsafeHouse = false,
            HouseGrade = "B级",
            HouseArea = 96_00,
            SafeWater = true,
            SanitaryToilet = true,
            Fuel = "清洁能源",
            RoadDistance = 35,
            RoadType = "水泥路",
            ProductionPower = true,
            LivingPower = true,
            Broadcast = true,
            CropLand = 4_20,
            WaterArea = 0,
            ReturnedForest = 0,
            OrchardLand = 0,
            PastureLand = 0,
            WoodLand = 0,
            InCooperative = false,
            LedByFirm = false,
            LedByPerson = false,
            WageIncome = 30_000_00,
            BusinessIncome = 3_780_00,
            BusinessCost = 1_260_00,
            PropertyIncome = 800_00,
            AssetDividend = 800_00,
            OtherProperty = 0,
            TransferIncome = 1_540_00,
            FamilyPlanningAllowance = 0,
            LivingAllowance = 0,
            DestituteAllowance = 0,
            Pension = 0,
            EcologyAllowance = 0,
            OtherTransfer = 1_540_00,
            Remark = "姓名、年龄、家庭情况据公开报道；证件号码、收入、土地等为示例。",
        };
        household.NetIncome = HouseholdRules.NetIncomeOf(household);
        household.AnnualIncome = household.NetIncome;
        household.IncomePerHead = HouseholdRules.PerHead(household.NetIncome, household.Size);

        var head = Add(household, "邓某", "户主", "男", "371599198001010017");
        (head.Education, head.Labour, head.Health, head.WorkMonths, head.WorkPlace) = ("初中", "弱劳动力或半劳动力", "残疾", 12, "乡（镇）内务工");
        (head.DisabilityKind, head.DisabilityGrade, head.DisabilityNumber, head.DisabilityYear) = ("肢体", "三级", "37159919800101001743", 2010);
        (head.PostKind, head.PostMonths, head.JobChannel) = ("保洁", 12, "区人社局招录");
        head.Remark = "车祸致残；经帮包负责人推荐，2019 年 8 月上岗，村卫生清扫。";

        var wife = Add(household, "赵某", "配偶", "女", "371599198206150021");
        (wife.Education, wife.Labour, wife.WorkMonths, wife.WorkPlace, wife.Employer) = ("初中", "普通劳动力", 12, "乡（镇）内务工", "食品公司（出入货登记）");

        var daughter = Add(household, "邓某某", "之女", "女", "371599200805150023");
        var son = Add(household, "邓某某", "之子", "男", "371599201104120010");
        foreach (var child in new[] { daughter, son }) (child.Student, child.School, child.Labour, child.ResidentPension) = ("小学", "嘉明实验小学", "无劳动力", false);
        return household;
    }

    private static Member Add(Household household, string name, string relation, string gender, string idNumber)
    {
        var member = new Member
        {
            Region = Village,
            Number = Person(household.Members.Count + 1),
            Name = name,
            Relation = relation,
            Gender = gender,
            IdKind = "居民身份证",
            IdNumber = idNumber,
            Ethnicity = "汉族",
            Political = "群众",
            HouseholdPhone = "13800001234",
            Phone = relation is "户主" or "配偶" ? "13800001234" : "",
            Year = 2020,
            Health = MemberRules.Healthy,
            WorkMonths = 0,
            OnAllowance = false,
            IsDestitute = false,
            SpeaksMandarin = true,
            WorksAbroad = false,
            Standard = "省定标准",
            ResidentHealthInsurance = true,
            EmployeeHealthInsurance = false,
            SevereIllnessInsurance = true,
            CommercialHealthInsurance = false,
            SevereIllnessAid = false,
            OtherHealthAid = false,
            ResidentPension = true,
            EmployeePension = false,
        };
        household.Members.Add(member);
        return member;
    }

    private static string Person(int order) => $"{Number[..15]}{order:000}";
}
