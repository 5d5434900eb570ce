using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>The ledger of screenings (两不愁三保障摸排台账): one row is one household and day, known by 户编号 and date, else by 户主 and date.</summary>
public static class ScreeningLedger
{
    public const string Key = "screenings";

    private const string Visit = "摸排";

    private static readonly Columns<Screening> c = new();

    public static readonly Column ScreenedOn = c.Date("摸排日期", s => s.ScreenedOn) with
    {
        IsKey = true,
        Required = true,
        NotInFuture = true,
        QuickFilter = true,
        Group = Visit,
        HeadFacts = ["摸排日期"],
        Aliases = ["排查日期"],
    };

    public static readonly Ledger<Screening> Ledger = new(Key, "两不愁三保障摸排台账", "户次")
    {
        Columns =
        [
            .. c.Place(),
            .. VisitColumns(),
            .. ScreeningItem.All.SelectMany(OfItem),
            .. c.Group("备注", Hidden(c.LongText("备注", s => s.Remark))),
        ],
        KeyWithin = RegionLevel.Village,
        AlternateKey = ["户主", "摸排日期"],
        Writers = [Act.Write, Act.Tick],
        DefaultSort = "-" + nameof(Screening.ScreenedOn),
        Rules = ScreeningRules.Check,
        Fill = ScreeningRules.Fill,
        ByThresholds = ScreeningRules.Rate,
        Store = new StoreRules<Screening> { Link = NumberedRows.LinkAsync, Check = ScreeningChecks.CheckAsync, Prepare = NumberedRows.PrepareAsync },
        Consequences = ScreeningProblems.OfAsync,
        NameOf = row => $"{((Screening)row).HouseholdName} {((Screening)row).ScreenedOn:yyyy-MM-dd} 摸排",
    };

    public static Column Column(string key) => Ledger.Columns.Single(column => column.Key == key);

    private static IEnumerable<Column> VisitColumns() =>
    [
        Hidden(c.Text("户编号", s => s.HouseholdNumber, 20)) with { IsKey = true, MaxLength = 20, Editing = FormEditing.ByActs, Group = Visit, Help = "同村有重名的户主时填写。" },
        c.HouseholdName("户主", s => s.HouseholdName) with { Required = true, Aliases = ["户主姓名"], Group = Visit },
        ScreenedOn,
        c.Text("摸排人", s => s.Screener, 10) with { MaxLength = 50, Searchable = true, Aliases = ["排查人", "帮扶责任人"], Group = Visit },
        c.Integer("未达标项", s => s.FailedCount) with { Set = null, Group = Visit },
    ];

    private static IEnumerable<Column> OfItem(ScreeningItem item) => c.Group(
        item.Name,
        [
            item.Column with { QuickFilter = item.Code is "water" or "housing", Width = 10, Aliases = AliasesOf(item), Help = item.MayBeNotApplicable ? "没有 6 至 15 周岁的孩子填不适用；不填按所填情况判定。" : "不填按所填情况判定。" },
            .. FactsOf(item).Select(Hidden),
            Hidden(c.Text(item.BasisHeader, BasisOf(item), 24)) with { MaxLength = 300 },
        ]);

    private static System.Linq.Expressions.Expression<Func<Screening, string?>> BasisOf(ScreeningItem item) => item.Code switch
    {
        "income" => s => s.IncomeBasis,
        "food" => s => s.FoodBasis,
        "clothing" => s => s.ClothingBasis,
        "schooling" => s => s.SchoolingBasis,
        "medical" => s => s.MedicalBasis,
        "housing" => s => s.HousingBasis,
        _ => s => s.WaterBasis,
    };

    private static IReadOnlyList<string> AliasesOf(ScreeningItem item) => item.Code switch
    {
        "income" => ["收入达标", "收入是否达标"],
        "housing" => ["住房", "住房安全有保障"],
        "water" => ["饮水", "安全饮水", "安全饮用水"],
        "medical" => ["医疗", "基本医疗有保障"],
        "schooling" => ["教育", "义务教育有保障"],
        _ => [],
    };

    private static IReadOnlyList<Column> FactsOf(ScreeningItem item) => item.Code switch
    {
        "income" => [c.Money("人均纯收入", s => s.IncomePerHead) with { Min = -100_000_000_00, Max = 100_000_000_00 }],
        "food" => [c.YesNo("平常吃得饱", s => s.EatsEnough, 12), c.YesNo("能吃到肉蛋奶豆", s => s.HasProtein, 14)],
        "clothing" => [c.YesNo("有应季衣服", s => s.HasSeasonClothes, 12), c.YesNo("有换季被褥和鞋", s => s.HasBedding, 14)],
        "schooling" =>
        [
            People(c.Integer("学龄人数", s => s.SchoolAge, 10)) with { Help = "6 至 15 周岁的人数，没有填 0。" }, People(c.Integer("在校人数", s => s.InSchool, 10)),
            People(c.Integer("送教上门人数", s => s.TaughtAtHome, 14)),
            People(c.Integer("休学缓学人数", s => s.Excused, 14)) with { Help = "身体原因不具备学习条件、休学、延缓入学，且已经批准的。" }, People(c.Integer("失学辍学人数", s => s.Dropouts, 14)),
        ],
        "medical" => [People(c.Integer("未参保人数", s => s.Uninsured, 12)), c.YesNo("看病有保障", s => s.AffordsCare, 12) with { Help = "常见病、慢性病看得上、看得起。" }, c.YesNo("家庭医生签约", s => s.HasFamilyDoctor, 14)],
        "housing" =>
        [
            c.Code("住房等级", s => s.HouseGrade, "house-grade", 10) with { Help = "A、B 级为安全住房。" }, c.Date("鉴定日期", s => s.AppraisedOn) with { NotInFuture = true },
            c.Text("鉴定单位", s => s.Appraiser, 16) with { MaxLength = 60 }, c.Code("其他安全住房", s => s.SafeDwelling, "safe-dwelling", 18),
        ],
        _ => WaterFacts(),
    };

    private static IReadOnlyList<Column> WaterFacts() =>
    [
        c.Code("水源", s => s.WaterSource, "water-source", 10),
        c.Integer("用水量", s => s.WaterAmount, 10) with { Min = 0, Max = 1000, Unit = "升/人·日" },
        c.Code("水质", s => s.WaterQuality, "water-quality", 8) with { Help = "集中供水看检测报告；分散供水看有无杂质、异色、异味。" },
        c.Text("水质检测报告号", s => s.WaterReport, 16) with { MaxLength = 40 },
        c.YesNo("供水入户", s => s.PipedIn, 10) with { Aliases = ["是否入户"] },
        c.Integer("取水时间", s => s.FetchMinutes, 10) with { Min = 0, Max = 600, Unit = "分钟", Help = "没有入户的填往返一次的时间。" },
        c.Integer("取水水平距离", s => s.FetchDistance, 14) with { Min = 0, Max = 20_000, Unit = "米" },
        c.Integer("取水垂直距离", s => s.FetchHeight, 14) with { Min = 0, Max = 2_000, Unit = "米" },
        c.Decimal("供水保证率", s => s.WaterReliability, 1, 12) with { Min = 0, Max = 100_0, Unit = "%", Help = "一年里有水的天数占比；90% 相当于停水不超过 36 天。" },
        c.Code("水量评价", s => s.AmountGrade, "water-grade", 10) with { Set = null }, c.Code("水质评价", s => s.QualityGrade, "water-grade", 10) with { Set = null },
        c.Code("方便程度评价", s => s.AccessGrade, "water-grade", 14) with { Set = null }, c.Code("保证率评价", s => s.ReliabilityGrade, "water-grade", 12) with { Set = null },
    ];

    private static Column People(Column column) => column with { Min = 0, Max = 30, Unit = "人" };

    private static Column Hidden(Column column) => column with { Shown = false };
}
