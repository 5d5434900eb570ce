using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Projects;

/// <summary>The ledger of projects (产业项目台账): photovoltaic stations, greenhouses, employment bases, land transfers; domain facts section 8 and S9.</summary>
public static class ProjectLedger
{
    public const string Key = "projects";

    /// <summary>100 million yuan: beyond it a comma has slipped.</summary>
    public const long MaxFen = 10_000_000_000;

    private const string Money = "资金与效益", Scale = "规模";

    private static readonly Columns<Project> c = new();

    public static readonly Column Name = c.Text("项目名称", p => p.Name, 24) with { IsKey = true, Required = true, Searchable = true, MaxLength = 60, Aliases = ["项目"] };

    public static readonly Column Kind = c.Code("项目类型", p => p.Kind, "project-kind") with { Required = true, QuickFilter = true, Aliases = ["项目类别"] };

    public static readonly Column State = c.Code("项目状态", p => p.State, "project-state", 10) with { QuickFilter = true, Help = "不填为运行。" };

    public static readonly Column Funding = c.Code("资金来源", p => p.Funding, "project-funding", 16) with { Group = Money, QuickFilter = true };

    public static readonly Ledger<Project> Ledger = new(Key, "产业项目台账", "个")
    {
        Columns =
        [
            .. OptionalVillage(c.Place(), "几个村合建的不填村。"),
            Name,
            Kind,
            Hidden(c.Text("建设地点", p => p.Site, 20)) with { MaxLength = 60, Aliases = ["地点"] },
            .. c.Group(
                Scale,
                c.Decimal("装机容量", p => p.Capacity, 2) with { Unit = "kW", Min = 0, Max = 100_000_00, Total = true, Aliases = ["装机", "装机规模"] },
                c.Decimal("土地", p => p.Land, 2) with { Unit = "亩", Min = 0, Max = 100_000_00, Total = true, Aliases = ["流转土地", "占地面积", "土地面积"] },
                Hidden(c.Date("建成日期", p => p.BuiltOn)) with { Aliases = ["建成时间"] },
                Hidden(c.Date("并网日期", p => p.GridOn)) with { Aliases = ["并网时间"] }),
            .. c.Group(
                Money,
                Yuan(c.Money("总投资", p => p.Investment)) with { Aliases = ["投资", "投资额", "投入资金"] }),
            Funding,
            .. c.Group(
                Money,
                Hidden(Yuan(c.Money("年租金", p => p.Rent))) with { Aliases = ["租金"] },
                Yuan(c.Money("年收益", p => p.AnnualIncome)) with { Aliases = ["年收入", "预计年收益"], Help = "一年大约收入多少；实际收入按月、按年另记。" },
                c.Integer("带动就业人数", p => p.Employed, 12) with { Unit = "人", Min = 0, Max = 100_000, Total = true, Aliases = ["吸纳就业人数", "就业人数"] },
                Hidden(c.Integer("其中贫困人口", p => p.PoorEmployed, 12)) with { Unit = "人", Min = 0, Max = 100_000, Total = true, Aliases = ["贫困人口就业人数"] },
                Hidden(c.LongText("带贫方式", p => p.Benefit, 24)) with { Aliases = ["利益联结机制"] }),
            Hidden(c.Text("经营主体", p => p.Operator, 18)) with { MaxLength = 60 },
            State,
            Hidden(c.LongText("备注", p => p.Remark, 20)),
        ],
        KeyWithin = RegionLevel.Township,
        Rules = ProjectRules.Check,
        Fill = ProjectRules.Fill,
        Store = new StoreRules<Project> { Check = ProjectRules.CheckTogetherAsync, Prepare = ProjectRules.CarryAsync, RefuseDelete = ProjectRules.RefuseDeleteAsync },
        RowHref = row => ProjectAddress.Of(row.Id),
        NameOf = row => ((Project)row).Name,
    };

    /// <summary>Place columns of rows that a township may own itself.</summary>
    internal static IEnumerable<Column> OptionalVillage(IEnumerable<Column> places, string help) =>
        places.Select(p => p.Place == RegionLevel.Village ? p with { Required = false, Help = help } : p);

    /// <summary>The projects of the row's township, for forms.</summary>
    internal static async Task<IReadOnlyList<string>> NamesAsync(AppDbContext db, long region, CancellationToken ct)
    {
        var range = RegionKey.Subtree(RegionKey.TownshipOf(region));
        return region == 0 ? [] : await db.Set<Project>().Where(p => p.Region >= range.Lo && p.Region < range.Hi).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => p.Name).ToListAsync(ct);
    }

    internal static async Task<IReadOnlyList<string>> StationsAsync(AppDbContext db, long region, CancellationToken ct)
    {
        var range = RegionKey.Subtree(RegionKey.TownshipOf(region));
        return region == 0 ? [] : await db.Set<Project>().Where(p => p.IsStation && p.Region >= range.Lo && p.Region < range.Hi).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => p.Name).ToListAsync(ct);
    }

    internal static Column Yuan(Column column) => column with { Min = 0, Max = MaxFen, Total = true };

    internal static Column Hidden(Column column) => column with { Shown = false };
}

/// <summary>Addresses of the room's pages (项目页地址).</summary>
public static class ProjectAddress
{
    public const string Overview = "/projects", Distribute = "/projects/distribute";

    public static string Of(long id) => $"{Overview}/{id.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>The plan for a village and year, out of the project's money or the village's own.</summary>
    public static string Plan(long region, int year, long? project) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Distribute}?region={region}&year={year}{(project is { } id ? $"&project={id}" : "")}");
}
