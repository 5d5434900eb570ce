using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Projects.Stations;

/// <summary>The ledger of monthly income of photovoltaic stations (光伏收益台账), domain facts section 8; a station that is not known yet is registered with its first month.</summary>
public static class StationIncomeLedger
{
    public const string Key = "station-income";

    private const string Basics = "电站", Fee = "电费", Subsidy = "补贴", Result = "收支";

    private const long MostKwh = 1_000_000_000_00, MostPrice = 10_0000;

    private static readonly Columns<StationIncome> c = new();

    public static readonly Column Year = c.Year("年", i => i.Year) with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["年度", "年份"] };

    public static readonly Column Station = c.Text("电站名称", i => i.Station, 24) with { IsKey = true, Required = true, Searchable = true, MaxLength = 60, Aliases = ["电站", "项目名称"], Suggest = ProjectLedger.StationsAsync };

    /// <summary>The month as one value, for lists and charts; sheets write year and month apart.</summary>
    public static readonly Column Month = c.Month("月份", i => i.Month) with { Set = null, Shown = false };

    public static readonly Ledger<StationIncome> Ledger = new(Key, "光伏收益台账", "站月")
    {
        Columns =
        [
            .. ProjectLedger.OptionalVillage(c.Place(), "电站已登记的，按电站所在的村。"),
            Year,
            c.Integer("月", i => i.MonthOfYear, 6) with { IsKey = true, Required = true, Min = 1, Max = 12, OutOfRange = "月份不存在", Grouped = false },
            Station,
            .. c.Group(
                Basics,
                ProjectLedger.Hidden(c.Decimal("装机", i => i.Capacity, 2)) with { Unit = "kW", Min = 0, Max = 100_000_00, Aliases = ["装机容量", "装机kW"], Help = "不填按项目登记；新电站必须填写。" },
                c.Decimal("上网电量", i => i.Energy, 2, 14) with { Unit = "kWh", Required = true, Min = 0, Max = MostKwh, Total = true, Aliases = ["上网电量kWh", "发电量", "电量"] }),
            .. c.Group(
                Fee,
                Price(c.Decimal("标杆电价", i => i.Price, 4)) with { Aliases = ["电价"] },
                ProjectLedger.Yuan(c.Money("电费金额", i => i.EnergyFee)) with { Aliases = ["电费"], Help = "不填按电量 × 标杆电价。" },
                c.Date("到账日期", i => i.ReceivedOn) with { NotInFuture = true, Aliases = ["电费到账日期"] }),
            .. c.Group(
                Subsidy,
                Price(c.Decimal("补贴单价", i => i.SubsidyPrice, 4)) with { Aliases = ["补贴电价"] },
                ProjectLedger.Yuan(c.Money("补贴应收", i => i.SubsidyDue)) with { Aliases = ["应收补贴"], Help = "不填按电量 × 补贴单价。" },
                ProjectLedger.Yuan(c.Money("补贴实收", i => i.SubsidyPaid)) with { Aliases = ["实收补贴"], Help = "还没有到账的不填。" },
                ProjectLedger.Hidden(c.Date("补贴到账日期", i => i.SubsidyReceivedOn)) with { NotInFuture = true }),
            .. c.Group(
                Result,
                c.Money("合计", i => i.Total) with { Total = true, Set = (row, value) => ((StationIncome)row).WrittenTotal = (long?)value, Help = "电费金额 + 补贴应收，由系统计算。", Editing = FormEditing.ByActs },
                ProjectLedger.Hidden(ProjectLedger.Yuan(c.Money("运维费", i => i.Upkeep))) with { Aliases = ["运维费用"] },
                ProjectLedger.Hidden(ProjectLedger.Yuan(c.Money("土地租金", i => i.Rent))) with { Aliases = ["租金"] },
                c.Money("可分配额", i => i.Distributable) with { Total = true, Set = (row, value) => ((StationIncome)row).WrittenDistributable = (long?)value, Help = "电费金额 + 补贴实收 − 运维费 − 土地租金，由系统计算。", Editing = FormEditing.ByActs }),
            ProjectLedger.Hidden(c.LongText("备注", i => i.Remark, 20)),
            Month,
        ],
        KeyWithin = RegionLevel.Township,
        DefaultSort = "-" + nameof(StationIncome.Month),
        Rules = StationIncomeRules.Check,
        Fill = StationIncomeRules.Fill,
        Store = new StoreRules<StationIncome> { Link = StationLinks.LinkAsync, Check = StationLinks.CheckAsync, Prepare = StationLinks.PrepareAsync },
        NameOf = row => string.Create(CultureInfo.InvariantCulture, $"{((StationIncome)row).Station} {((StationIncome)row).Year}-{((StationIncome)row).MonthOfYear:00}"),
    };

    private static Column Price(Column column) => column with { Unit = "元/kWh", Min = 0, Max = MostPrice, Shown = false };
}
