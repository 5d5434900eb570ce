using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Tests.Ledgers;

/// <summary>A row with one value of every kind of column.</summary>
public sealed class SampleRow : LedgerRow, IHouseholdRow
{
    public string Number { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Stored order of names, as pinyin keys are.</summary>
    public string NameKey { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Health { get; set; } = "";

    public int? Heads { get; set; }

    public long? Area { get; set; }

    public long? Amount { get; set; }

    public DateOnly? Day { get; set; }

    public int? Month { get; set; }

    public bool? Flag { get; set; }

    public string IdNumber { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Card { get; set; } = "";

    public string Note { get; set; } = "";

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }
}

/// <summary>The ledger of <see cref="SampleRow"/> with its measures.</summary>
public static class SampleLedger
{
    private static readonly Columns<SampleRow> c = new();

    public static readonly Ledger<SampleRow> Ledger = new("samples", "示例台账", "件")
    {
        Columns =
        [
            c.Text("编号", r => r.Number, 16) with { IsKey = true, Required = true, Searchable = true, Group = "基本情况" },
            .. c.Place(),
            c.PersonName("姓名", r => r.Name, r => r.NameKey) with { Required = true, Group = "基本情况" },
            c.Code("类别", r => r.Kind, "sample-kind") with { QuickFilter = true, Group = "基本情况" },
            c.Integer("人数", r => r.Heads) with { Min = 0, Max = 30, Total = true },
            c.Decimal("面积", r => r.Area, 2) with { Unit = "亩", Min = 0 },
            c.Money("金额", r => r.Amount) with { Total = true, Min = 0 },
            c.Date("发现日期", r => r.Day) with { NotInFuture = true, QuickFilter = true },
            c.Month("月份", r => r.Month),
            c.YesNo("是否达标", r => r.Flag),
            c.Codes("健康状况", r => r.Health, "sample-health") with { Sensitivity = Sensitivity.Health },
            c.PersonId("证件号码", r => r.IdNumber),
            c.Phone("联系电话", r => r.Phone),
            c.BankCard("银行账号", r => r.Card),
            c.HouseholdName("户主", r => r.HouseholdName),
            c.LongText("说明", r => r.Note),
        ],
        KeyWithin = RegionLevel.Township,
        DefaultSort = "Number",
        Fill = r => r.NameKey = r.Name,
        Rules = (r, _) => r.Amount > 0 && r.Heads == 0 ? [new Fault("金额", "金额：没有人数却有金额。请先填写人数。")] : [],
        NameOf = row => $"{((SampleRow)row).Number} {((SampleRow)row).Name}",
    };

    public static readonly RowMeasure<SampleRow>
        Met = new("samples.met", "已达标", Ledger, (_, _) => r => r.Flag == true),
        Late = new("samples.late", "逾期", Ledger, (_, today) => r => r.Day < today) { Good = GoodDirection.Down },
        Money = new("samples.money", "金额合计", Ledger, (_, _) => r => r.Amount != null) { Sum = r => r.Amount ?? 0, Scale = 2, Unit = "元" };

    public static readonly RatioMeasure MetRate = new("samples.met-rate", "达标率", Met, Ledger.AllRows);

    public static IEnumerable<Measure> Measures => [Met, Late, Money, MetRate];

    public static Column Column(string key) => Ledger.Columns.Single(column => column.Key == key);
}
