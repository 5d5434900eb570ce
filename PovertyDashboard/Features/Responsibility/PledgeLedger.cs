using PovertyDashboard.Attachments;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Responsibility;

/// <summary>The ledger of letters of responsibility (责任状台账): signed level by level (区-镇, 镇-村, 村-片), domain facts section 9.</summary>
public static class PledgeLedger
{
    public const string Key = "pledges";

    private static readonly Columns<Pledge> c = new();

    public static readonly Column Level = c.Code("层级", p => p.Level, "pledge-level", 10) with { IsKey = true, Required = true, QuickFilter = true };

    public static readonly Ledger<Pledge> Ledger = new(Key, "责任状台账", "份")
    {
        Columns =
        [
            .. c.Place().Select(p => p.Place == RegionLevel.Village ? p with { Required = false, Help = "镇级责任状不填村。" } : p),
            Level,
            c.Year("年度", p => p.Year) with { IsKey = true, Required = true, QuickFilter = true, Aliases = ["年份"] },
            c.Text("甲方", p => p.PartyA, 20) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true },
            c.Text("乙方", p => p.PartyB, 20) with { IsKey = true, Required = true, MaxLength = 60, Searchable = true },
            c.PersonName("责任人", p => p.Signatory),
            c.Date("签订日期", p => p.SignedOn) with { NotInFuture = true, QuickFilter = true, Aliases = ["签订时间"], Help = "还没有签的不填；扫描件在行菜单里上传。" },
            c.LongText("责任内容", p => p.Content) with { Aliases = ["主要内容", "内容"] },
            c.LongText("备注", p => p.Remark, 20) with { Shown = false },
        ],
        KeyWithin = RegionLevel.Township,
        Rules = Check,
        DefaultSort = "-" + nameof(Pledge.Year),
        NameOf = row => $"{((Pledge)row).Year} 年 {((Pledge)row).PartyA}与{((Pledge)row).PartyB}",
    };

    public static readonly RowMeasure<Pledge> OfYear = new("pledges.year", "本年责任状", Ledger, (_, day) => p => p.Year == day.Year);

    public static readonly RowMeasure<Pledge> Signed = new("pledges.signed", "本年已签订", Ledger, (_, day) => p => p.Year == day.Year && p.SignedOn <= day) { Good = GoodDirection.Up };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        OfYear,
        Signed,
        new RowMeasure<Pledge>("pledges.unsigned", "未签订", Ledger, (_, _) => p => p.SignedOn == null) { Good = GoodDirection.Down },
        new RowMeasure<Pledge>("pledges.no-scan", "缺扫描件", Ledger, (db, _) => p => p.SignedOn != null && !db.Set<Attachment>().Any(a => a.OwnerLedger == Key && a.OwnerId == p.Id))
        {
            AlsoDependsOn = [nameof(Attachment)],
            Good = GoodDirection.Down,
        },
        new RatioMeasure("pledges.signed-rate", "责任状签订率", Signed, OfYear) { Good = GoodDirection.Up, IsChip = false },
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [new("pledges.by-level", OfYear, [Level])];

    private static IEnumerable<Fault> Check(Pledge pledge, RowContext context)
    {
        if (pledge.PartyA == pledge.PartyB) yield return new Fault("乙方", $"乙方：与甲方相同（“{pledge.PartyB}”）。请填写承诺责任的一方。");
        if (pledge.SignedOn is { } day && Math.Abs(day.Year - pledge.Year) > 1) yield return new Fault("签订日期", $"签订日期：与年度相差太远（“{day:yyyy-MM-dd}”，年度是 {pledge.Year}）。请核对日期或年度。");
    }
}
