using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households;

/// <summary>The ledger of households (贫困户台账): the national export's columns in its order, with the local ones beside their kin.</summary>
public static class HouseholdLedger
{
    public const string Key = HouseholdLinks.LedgerKey;

    /// <summary>Group of the income columns.</summary>
    public const string IncomeGroup = "年度收入";

    private const string Basics = "基本情况", Causes = "识别与致贫原因", Living = "住房饮水", Production = "生产条件";

    /// <summary>Groups that the household file shows as cards of their own.</summary>
    public static readonly IReadOnlyList<string> FactGroups = [Living, Production, Causes];

    /// <summary>100 million yuan: beyond it a comma has slipped.</summary>
    private const long MaxFen = 10_000_000_000;

    private static readonly Columns<Household> c = new();

    public static readonly Ledger<Household> Ledger = new(Key, "贫困户台账", "户")
    {
        Columns = [.. c.Place(), .. NationalHead(), .. CauseColumns(), .. IncomeColumns(), .. ProductionColumns(), .. LivingColumns(), .. Tail()],
        Rules = HouseholdRules.Check,
        Fill = HouseholdRules.Fill,
        Followers = (db, household) => db.Set<Member>().Where(m => m.HouseholdId == household.Id),
        RowHref = row => $"/households/{row.Id}",
        HasGroupedHeader = false,
        NameOf = row => ((Household)row).HeadName,
        Person = h => PersonTrace.Of(h.HeadName, PersonIdNumber.BirthDate(h.HeadId)),
    };

    public static Column Column(string key) => Ledger.Columns.Single(column => column.Key == key);

    private static IEnumerable<Column> NationalHead() =>
    [
        .. c.Group(
            Basics,
            c.Text("户编号", h => h.Number, 20) with { IsKey = true, Required = true, Searchable = true, MaxLength = 20, Help = "8 至 20 位数字，文本格式。" },
            Hidden(c.Text("户主编号", h => h.HeadNumber, 22) with { MaxLength = 22 }),
            c.PersonName("户主姓名", h => h.HeadName, h => h.NameKey) with { Required = true, Aliases = ["户主"] },
            c.PersonId("户主证件号码", h => h.HeadId) with { Required = true, Aliases = ["户主身份证号", "户主身份证号码", "户主证件号"] },
            c.Integer("家庭人口数", h => h.Size) with { Required = true, Min = 1, Max = 30, Unit = "人", Total = true, Aliases = ["人数", "家庭人口"] }),
        .. c.Group(Living, c.YesNo("是否危房户", h => h.UnsafeHouse) with { Aliases = ["危房户"] }),
        .. c.Group(IncomeGroup, Yuan(c.Money("人均纯收入", h => h.IncomePerHead), mayBeNegative: true) with { Total = false, Shown = true }, Yuan(c.Money("年收入", h => h.AnnualIncome), mayBeNegative: true)),
        .. c.Group(Living, c.YesNo("是否解决安全饮用水", h => h.SafeWater) with { Width = 20, Aliases = ["安全饮用水"] }),
        .. c.Group(
            Basics,
            Hidden(c.Year("年度", h => h.Year)),
            Hidden(c.Phone("村办公电话", h => h.VillagePhone) with { Sensitivity = Sensitivity.None }),
            Hidden(c.Text("开户银行名称", h => h.BankName, 20) with { Aliases = ["开户银行", "开户行"] }),
            Hidden(c.BankCard("银行卡号", h => h.BankCard) with { Aliases = ["银行账号"] })),
    ];

    private static IEnumerable<Column> CauseColumns() => c.Group(
        Causes,
        Hidden(c.Code("识别标准", h => h.Standard, "standard")),
        c.Code("户类型", h => h.Type, "household-type", 18) with { QuickFilter = true },
        Hidden(c.Code("贫困户属性", h => h.Attribute, "poverty-attribute", 18)),
        c.Code("主要致贫原因", h => h.MainCause, "cause", 16) with { QuickFilter = true, Aliases = ["致贫原因", "致贫原因1"] },
        Hidden(c.Codes("次要致贫原因", h => h.OtherCauses, "cause", 20) with { Aliases = ["致贫原因2"], Help = "最多两项，用逗号隔开。" }),
        Hidden(c.Month("首次识别时间", h => h.IdentifiedIn, 14)),
        Hidden(c.Month("脱贫时间", h => h.LiftedIn) with { Aliases = ["脱贫年月"] }),
        c.Code("监测对象类别", h => h.MonitorKind, "monitor-kind", 16) with { QuickFilter = true, Aliases = ["监测对象类型"] },
        Hidden(c.Date("风险识别时间", h => h.RiskFoundOn, 14) with { NotInFuture = true }),
        Hidden(c.YesNo("风险是否消除", h => h.RiskCleared, 14)),
        Hidden(c.Date("风险消除时间", h => h.RiskClearedOn, 14) with { NotInFuture = true }));

    private static IEnumerable<Column> IncomeColumns() => c.Group(
        IncomeGroup,
        Yuan(c.Money("工资性收入", h => h.WageIncome)),
        Yuan(c.Money("生产经营性收入", h => h.BusinessIncome, 16)),
        Yuan(c.Money("财产性收入", h => h.PropertyIncome)),
        Yuan(c.Money("转移性收入", h => h.TransferIncome)),
        Yuan(c.Money("计划生育金", h => h.FamilyPlanningAllowance)),
        Yuan(c.Money("低保金", h => h.LivingAllowance)),
        Yuan(c.Money("五保金", h => h.DestituteAllowance)) with { Aliases = ["特困供养金"] },
        Yuan(c.Money("养老保险金", h => h.Pension)),
        Yuan(c.Money("生态补偿金", h => h.EcologyAllowance)),
        Yuan(c.Money("其他转移性收入", h => h.OtherTransfer, 16)),
        Yuan(c.Money("生产经营性支出", h => h.BusinessCost, 16)),
        Yuan(c.Money("纯收入", h => h.NetIncome), mayBeNegative: true),
        Yuan(c.Money("资产收益扶贫分红收入", h => h.AssetDividend, 22)),
        Yuan(c.Money("其他财产性收入", h => h.OtherProperty, 16)));

    private static IEnumerable<Column> ProductionColumns() => c.Group(
        Production,
        Area("耕地面积（亩）", c.Decimal("耕地面积", h => h.CropLand, 2, 14)),
        Area("水面面积", c.Decimal("水面面积", h => h.WaterArea, 2)),
        Hidden(c.YesNo("是否加入农民专业合作组织", h => h.InCooperative, 26)),
        Area("退耕还林面积（亩）", c.Decimal("退耕还林面积", h => h.ReturnedForest, 2, 18)),
        Area("林果面积（亩）", c.Decimal("林果面积", h => h.OrchardLand, 2, 14)),
        Area("牧草地面积", c.Decimal("牧草地面积", h => h.PastureLand, 2)),
        Area("林地面积（亩）", c.Decimal("林地面积", h => h.WoodLand, 2, 14)),
        Hidden(c.YesNo("是否通生产用电", h => h.ProductionPower, 16)),
        Hidden(c.YesNo("是否通生活用电", h => h.LivingPower, 16)),
        Hidden(c.YesNo("是否通广播电视", h => h.Broadcast, 16)),
        Hidden(c.Decimal("与村主干路距离", h => h.RoadDistance, 2, 16) with { Unit = "公里", Min = 0, Max = 100_00 }),
        Hidden(c.Code("入户路类型", h => h.RoadType, "road")));

    private static IEnumerable<Column> LivingColumns() =>
    [
        .. c.Group(
            Living,
            Hidden(c.Decimal("住房面积", h => h.HouseArea, 2) with { Unit = "平方米", Min = 0, Max = 10_000_00 }),
            c.YesNo("是否有卫生厕所", h => h.SanitaryToilet, 16),
            Hidden(c.Code("主要燃料类型", h => h.Fuel, "fuel", 14)),
            Hidden(c.Code("危房级别", h => h.UnsafeGrade, "unsafe-grade", 10)),
            Hidden(c.Code("住房等级", h => h.HouseGrade, "house-grade", 10) with { Help = "危房鉴定等级 A-D，A、B 级为安全住房。" })),
        .. c.Group(
            Production,
            Hidden(c.YesNo("是否有龙头企业带动", h => h.LedByFirm, 20)),
            Hidden(c.YesNo("是否有创业致富带头人带动", h => h.LedByPerson, 26))),
    ];

    private static IEnumerable<Column> Tail() => c.Group(
        Basics,
        Hidden(c.Text("自然村", h => h.Hamlet)),
        Hidden(c.Date("迁入日期", h => h.CameOn)) with { NotInFuture = true, Help = "整户迁入或分户的日期；由变动登记写入。" },
        Hidden(c.Date("终止日期", h => h.EndedOn)) with { NotInFuture = true, Help = "整户迁出或并户后不再在册的日期；由变动登记写入。" },
        Hidden(c.Code("终止原因", h => h.EndReason, "leave-reason")),
        Hidden(c.LongText("备注", h => h.Remark)));

    private static Column Hidden(Column column) => column with { Shown = false };

    private static Column Yuan(Column column, bool mayBeNegative = false) =>
        column with { Shown = false, Total = true, Min = mayBeNegative ? -MaxFen : 0, Max = MaxFen };

    /// <summary>The national header stands as it is, with or without its bracketed unit.</summary>
    private static Column Area(string header, Column column) =>
        column with { Header = header, Shown = false, Min = 0, Max = 1_000_00, Unit = header.EndsWith('）') ? null : "亩" };
}
