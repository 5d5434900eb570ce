using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Projects.Collective;

/// <summary>The ledger of collective income by village, year and source, with its uses (村集体收入台账), S9.</summary>
public static class CollectiveIncomeLedger
{
    public const string Key = "collective-income";

    /// <summary>Source of income that a station brings; text of code list collective-source.</summary>
    public const string OfStation = "光伏发电";

    private const string In = "收入", Out = "支出";

    private static readonly Columns<CollectiveIncome> c = new();

    public static readonly Column Year = c.Year("年度", i => i.Year) with { IsKey = true, Required = true, QuickFilter = true, HeadFacts = ["年度"], Aliases = ["年份"] };

    public static readonly Column Source = c.Code("收入来源", i => i.Source, "collective-source", 16) with { Group = In, IsKey = true, Required = true, QuickFilter = true, Aliases = ["来源"] };

    public static readonly Ledger<CollectiveIncome> Ledger = new(Key, "村集体收入台账", "笔")
    {
        Columns =
        [
            .. c.Place(),
            Year,
            Source,
            .. c.Group(
                In,
                c.Text("项目名称", i => i.ProjectName, 22) with { IsKey = true, MaxLength = 60, Searchable = true, Aliases = ["项目"], Suggest = ProjectLedger.NamesAsync, Help = "没有对应项目的不填。" },
                ProjectLedger.Yuan(c.Money("收入金额", i => i.Amount)) with { Required = true, Aliases = ["金额", "集体收入"] },
                ProjectLedger.Hidden(c.Date("到账日期", i => i.ReceivedOn)) with { NotInFuture = true, Aliases = ["收款日期"] }),
            .. c.Group(
                Out,
                ProjectLedger.Yuan(c.Money("用于贫困户", i => i.ForPoor)) with { Aliases = ["贫困户"] },
                ProjectLedger.Yuan(c.Money("用于残疾人", i => i.ForDisabled)) with { Aliases = ["残疾人"] },
                ProjectLedger.Yuan(c.Money("用于公益事业", i => i.ForPublic, 14)) with { Aliases = ["公益事业", "村级公益事业"] },
                ProjectLedger.Hidden(ProjectLedger.Yuan(c.Money("其他支出", i => i.ForOther))),
                c.Money("支出合计", i => i.Used) with { Set = null, Total = true },
                c.Money("结余", i => i.Balance) with { Set = null, Total = true },
                ProjectLedger.Hidden(c.LongText("用途说明", i => i.Purpose, 24)) with { Aliases = ["用途"] }),
            ProjectLedger.Hidden(c.LongText("备注", i => i.Remark, 20)),
        ],
        KeyWithin = RegionLevel.Village,
        DefaultSort = "-" + nameof(CollectiveIncome.Year),
        Rules = Check,
        Fill = Fill,
        Store = new StoreRules<CollectiveIncome> { Link = ProjectFinder.LinkAsync, Check = CheckTogetherAsync },
        NameOf = row => $"{((CollectiveIncome)row).Year} {((CollectiveIncome)row).Source} {((CollectiveIncome)row).ProjectName}".TrimEnd(),
    };

    public static long UsesOf(CollectiveIncome income) => (income.ForPoor ?? 0) + (income.ForDisabled ?? 0) + (income.ForPublic ?? 0) + (income.ForOther ?? 0);

    private static IEnumerable<Fault> Check(CollectiveIncome income, RowContext context)
    {
        if (income.Year > context.Today.Year) yield return new Fault("年度", $"年度：还没有到（“{income.Year}”）。请核对年度。");
        // A station's money is distributed from its own months: without the name it would be counted twice.
        if (income is { Source: OfStation, ProjectName: "" }) yield return new Fault("项目名称", $"项目名称：来源是{OfStation}，没有写是哪个电站。请填写电站名称。");
        if (UsesOf(income) is var used && used > income.Amount)
            yield return new Fault("支出合计", $"支出合计：各项用途共 {ProjectText.Yuan(used)} 元，超过收入金额 {ProjectText.Yuan(income.Amount)} 元。请核对各项用途。");
    }

    private static void Fill(CollectiveIncome income) => (income.Used, income.Balance) = (UsesOf(income), income.Amount - UsesOf(income));

    private static Task<IReadOnlyList<RowFault>> CheckTogetherAsync(IReadOnlyList<CollectiveIncome> rows, EffectContext context, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RowFault>>([.. rows.Select(row => (row, Fault: ProjectFinder.FaultOf(row))).Where(r => r.Fault is not null).Select(r => new RowFault(r.row, r.Fault!.Value))]);
}
