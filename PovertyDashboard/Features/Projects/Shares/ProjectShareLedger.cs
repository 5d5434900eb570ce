using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Projects.Shares;

/// <summary>The ledger of shares in joint projects (联村份额台账).</summary>
public static class ProjectShareLedger
{
    public const string Key = "project-shares";

    private const int MostParts = 1_000_000;

    private static readonly Columns<ProjectShare> c = new();

    public static readonly Column Project = c.Text("项目名称", s => s.ProjectName, 24) with { IsKey = true, Required = true, Searchable = true, MaxLength = 60, Aliases = ["项目", "电站名称"], Suggest = ProjectLedger.NamesAsync };

    private static readonly Column Parts = c.Integer("份数", s => s.Parts) with { Required = true, Min = 1, Max = MostParts, Total = true, Aliases = ["占份", "所占份数"], Help = "几份里的几份，例如 11 份里的 1 份；不填百分比。" };

    private static readonly Column Whole = c.Integer("总份数", s => s.Whole) with { Required = true, Min = 1, Max = MostParts, Aliases = ["总份额"] };

    public static readonly Ledger<ProjectShare> Ledger = new(Key, "联村份额台账", "村")
    {
        Columns =
        [
            .. c.Place(),
            Project,
            Parts,
            Whole,
            ProjectLedger.Yuan(c.Money("出资额", s => s.Invested)) with { Aliases = ["出资", "投资额"] },
            c.LongText("备注", s => s.Remark, 20),
        ],
        KeyWithin = RegionLevel.Village,
        Store = new StoreRules<ProjectShare> { Link = ProjectFinder.LinkAsync, Check = CheckAsync },
        NameOf = row => $"{((ProjectShare)row).ProjectName} {((ProjectShare)row).Parts}/{((ProjectShare)row).Whole} 份",
    };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        new RowMeasure<ProjectShare>("project-shares.all", "联村份额", Ledger, (_, _) => _ => true) { IsChip = false },
        new RowMeasure<ProjectShare>("project-shares.invested", "联村出资", Ledger, (_, _) => _ => true) { Sum = s => s.Invested ?? 0, Scale = 2, Unit = "元", IsChip = false },
    ];

    /// <summary>One whole for all villages of a project, and never more parts than that; the rows of a file in their order.</summary>
    private static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<ProjectShare> shares, EffectContext context, CancellationToken ct)
    {
        var faults = new List<RowFault>();
        foreach (var share in shares)
            if (ProjectFinder.FaultOf(share) is { } fault) faults.Add(new(share, fault));
        foreach (var project in shares.Where(s => s.ProjectId is not null).GroupBy(s => s.ProjectId!.Value))
        {
            var mine = project.Select(s => s.Id).ToHashSet();
            var known = (await ShareBook.OfAsync(context.Db, project.Key, ct)).Rows.Where(s => !mine.Contains(s.Id)).ToList();
            foreach (var share in project)
            {
                var taken = known.Sum(s => s.Parts);
                if (known.Count > 0 && known[0].Whole != share.Whole) faults.Add(new(share, new Fault("总份数", $"总份数：与其他村登记的不同（“{share.Whole}”，其他村是 {known[0].Whole}）。请核对后改为一致。")));
                else if (taken + share.Parts > share.Whole) faults.Add(new(share, new Fault("份数", $"份数：加上其他村共 {taken + share.Parts} 份，超过总份数 {share.Whole} 份。请核对各村的份数。")));
                else known.Add(share);
            }
        }

        return faults;
    }
}
