using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Households.Incomes;

/// <summary>The ledger of income by year (年度收入台账): the lines of domain facts 3.4 under their totals; known by 户编号 and year, else by 户主 and year.</summary>
public static class IncomeLedger
{
    public const string Key = "incomes";

    /// <summary>100 million yuan: beyond it a comma has slipped.</summary>
    private const long MaxFen = 10_000_000_000;

    private const string Basics = "基本情况", Sum = "合计";

    private static readonly Columns<Income> c = new();

    public static readonly Column Year = c.Year("年度", i => i.Year) with { IsKey = true, Required = true, Group = Basics, HeadFacts = ["年度", "收入年度"], Aliases = ["收入年度", "年份"], QuickFilter = true };

    public static readonly Ledger<Income> Ledger = new(Key, "年度收入台账", "户")
    {
        Columns =
        [
            .. c.Place(),
            .. c.Group(
                Basics,
                Hidden(c.Text("户编号", i => i.HouseholdNumber, 20)) with { IsKey = true, MaxLength = 20, Editing = FormEditing.ByActs, Help = "同村有重名的户主时填写。" },
                c.HouseholdName("户主", i => i.HouseholdName) with { Required = true, Aliases = ["户主姓名"] }),
            Year,
            .. c.Group(Basics, c.Integer("家庭人口数", i => i.Size) with { Required = true, Min = 1, Max = 30, Unit = "人", Aliases = ["人数", "家庭人口"] }),
            .. c.Group(Basics, Hidden(c.Date("填报日期", i => i.ReportedOn)) with { NotInFuture = true, HeadFacts = ["填报日期"] }),
            .. Wages(), .. Business(), .. Property(), .. Transfers(),
            .. c.Group(
                Sum,
                Total(c.Money("纯收入", i => i.NetIncome), isNegative: true) with { Help = "工资性 + 生产经营性 + 财产性 + 转移性 − 生产经营性支出；不填由系统计算。" },
                Total(c.Money("人均纯收入", i => i.PerHead), isNegative: true) with { Total = false, Help = "纯收入 ÷ 家庭人口数；不填由系统计算。" },
                Hidden(c.LongText("备注", i => i.Remark))),
        ],
        KeyWithin = RegionLevel.Village,
        AlternateKey = ["户主", "年度"],
        DefaultSort = "-" + nameof(Income.Year),
        Rules = IncomeRules.Check,
        Fill = IncomeSums.Fill,
        Store = new StoreRules<Income> { Link = NumberedRows.LinkAsync, Check = IncomeRules.CheckTogetherAsync, Prepare = NumberedRows.PrepareAsync },
        Consequences = IncomeToHousehold.OfAsync,
        NameOf = row => $"{((Income)row).HouseholdName} {((Income)row).Year} 年度收入",
    };

    public static Column Column(string key) => Ledger.Columns.Single(column => column.Key == key);

    private static IEnumerable<Column> Wages() => c.Group(
        "工资性收入",
        Line(c.Money("务工收入", i => i.Labour)) with { Aliases = ["务工"] }, Line(c.Money("行业部门公益岗", i => i.DepartmentPost, 16)),
        Line(c.Money("乡镇公益岗", i => i.TownshipPost)), Line(c.Money("村级公益岗", i => i.VillagePost)),
        Total(c.Money("工资性收入", i => i.WageIncome)));

    private static IEnumerable<Column> Business() => c.Group(
        "生产经营性收支",
        Line(c.Money("种植收入", i => i.Crops)), Line(c.Money("养殖收入", i => i.Livestock)), Line(c.Money("林果收入", i => i.Orchard)),
        Line(c.Money("其他经营收入", i => i.OtherBusiness, 14)), Total(c.Money("生产经营性收入", i => i.BusinessIncome, 16)),
        Line(c.Money("种植支出", i => i.CropCost)), Line(c.Money("养殖支出", i => i.LivestockCost)), Line(c.Money("林果支出", i => i.OrchardCost)),
        Line(c.Money("其他经营支出", i => i.OtherCost, 14)), Total(c.Money("生产经营性支出", i => i.BusinessCost, 16)));

    private static IEnumerable<Column> Property() => c.Group(
        "财产性收入",
        Line(c.Money("资产收益扶贫分红收入", i => i.Dividend, 22)) with { Aliases = ["分红", "资产收益扶贫分红", "分红收入"] }, Line(c.Money("土地流转收入", i => i.LandRent, 14)) with { Aliases = ["土地流转"] },
        Line(c.Money("其他财产性收入", i => i.OtherProperty, 16)), Total(c.Money("财产性收入", i => i.PropertyIncome)));

    private static IEnumerable<Column> Transfers() => c.Group(
        "转移性收入",
        Line(c.Money("计划生育金", i => i.FamilyPlanning)), Line(c.Money("低保金", i => i.LivingAllowance)), Line(c.Money("特困供养金", i => i.Destitute)) with { Aliases = ["五保金"] },
        Line(c.Money("养老保险金", i => i.Pension)), Line(c.Money("生态补偿金", i => i.Ecology)), Line(c.Money("地力补贴", i => i.SoilSubsidy)) with { Aliases = ["耕地地力补贴", "地力保护补贴"] },
        Line(c.Money("高龄补贴", i => i.OldAge)), Line(c.Money("残疾补贴", i => i.Disability)), Line(c.Money("教育资助", i => i.SchoolAid)), Line(c.Money("赡养费", i => i.Support)),
        Line(c.Money("优抚金", i => i.Veterans)), Line(c.Money("取暖补贴", i => i.Heating)), Line(c.Money("临时救助", i => i.Relief)) with { Aliases = ["临时救助/救灾", "救灾"] },
        Line(c.Money("其他转移性收入", i => i.OtherTransfer, 16)), Total(c.Money("转移性收入", i => i.TransferIncome)));

    private static Column Line(Column column) => Hidden(column) with { Total = true, Min = 0, Max = MaxFen };

    private static Column Total(Column column, bool isNegative = false) => column with { Total = true, Min = isNegative ? -MaxFen : 0, Max = MaxFen, Help = column.Help ?? "不填由系统按明细合计。" };

    private static Column Hidden(Column column) => column with { Shown = false };
}
