using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>What a dashboard shows (看板视图): a place and the part of the tree that its user may see.</summary>
/// <param name="Region">Key of the place.</param>
/// <param name="Scope">The user's scope; figures count only what lies in both.</param>
public sealed record DashboardView(long Region, RegionScope Scope)
{
    /// <summary>Which ledgers' figures are shown: those that the user may list.</summary>
    public Func<Ledger, bool> Lists { get; init; } = _ => true;

    /// <summary>Key of the page of a system (专题) on which it is shown; its places lead to the same page.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The view for an asked place; for one outside the scope, and without an answer, the user's own.</summary>
    public static DashboardView? Of(long? asked, UserIdentity user, RegionTree tree)
    {
        if (!user.May(Act.Read)) return null;
        if (asked is { } key && tree.Find(key) is not null && user.Scope.Touches(key)) return Of(key, user);
        return user.Scope.HomeIn(tree) is { } home ? Of(home, user) : null;
    }

    public bool Shows(Ledger ledger) => Lists(ledger);

    /// <summary>Whether part of the place lies outside the scope, so that its figures are not the place's whole.</summary>
    public bool IsPartial => !Scope.Covers(Region);

    /// <summary>The place's name as the user sees it.</summary>
    public string Name(RegionTree tree) => Scope.NameOf(Region, tree);

    /// <summary>The same on paper and in names of files.</summary>
    public string FormalName(RegionTree tree) => Scope.FormalNameOf(Region, tree);

    /// <summary>The places one level down that the user may see any part of, in key order.</summary>
    public IEnumerable<RegionNode> Children(RegionTree tree) => tree.ChildrenOf(Region).Where(n => Scope.Touches(n.Key));

    private static DashboardView Of(long region, UserIdentity user) => new(region, user.Scope) { Lists = user.MayList };

    /// <summary>Whether any of the changed rows lies in the user's part of the place.</summary>
    public bool IsTouchedBy(IEnumerable<long> regions)
    {
        var range = RegionKey.Subtree(Region);
        return regions.Any(r => range.Contains(r) && Scope.Touches(r));
    }
}

/// <summary>The words for places of a level: 各村, 11 个村, 其余 3 个乡镇.</summary>
public static class PlaceWords
{
    // Longest first: 社区 must go before 区.
    private static readonly string[] Endings = ["街道", "社区", "市", "县", "区", "镇", "乡", "村"];

    public static string Noun(RegionLevel level) => level switch
    {
        RegionLevel.City => "市",
        RegionLevel.County => "县区",
        RegionLevel.Township => "乡镇",
        _ => "村",
    };

    /// <summary>The noun of the places one level below.</summary>
    public static string NounBelow(long region) => RegionKey.LevelOf(region) switch
    {
        RegionLevel.City => Noun(RegionLevel.County),
        RegionLevel.County => Noun(RegionLevel.Township),
        _ => Noun(RegionLevel.Village),
    };

    /// <summary>全市, 全县, 全区, 全镇, 全街道, 全村 for the total of a place, after its own name.</summary>
    public static string Whole(string name) => "全" + (Endings.FirstOrDefault(e => name.EndsWith(e, StringComparison.Ordinal)) ?? "域");
}
