using PovertyDashboard.Regions;

namespace PovertyDashboard.Security;

/// <summary>
/// The places whose rows a user may see and change (管辖范围): nothing, everything, or a list of subtrees. Whoever has several
/// sees them together first: every page is then about the lowest place that holds them all, with the figures of his part of it.
/// </summary>
public sealed class RegionScope
{
    public static readonly RegionScope Nothing = new(false, []);

    public static readonly RegionScope Everything = new(true, []);

    private RegionScope(bool all, IReadOnlyList<long> roots)
    {
        IsEverything = all;
        Roots = roots;
    }

    public bool IsEverything { get; }

    /// <summary>The topmost nodes of the scope, in key order, none inside another.</summary>
    public IReadOnlyList<long> Roots { get; }

    public static RegionScope Of(IEnumerable<long> keys)
    {
        var roots = new List<long>();
        foreach (var key in keys.Distinct().Order())
            if (!roots.Any(r => RegionKey.Subtree(r).Contains(key))) roots.Add(key);
        return roots.Count == 0 ? Nothing : new RegionScope(false, roots);
    }

    /// <summary>
    /// Ids of the only households that he meets inside these places (帮扶责任人包的户); null where he meets all of them. Who asks whether
    /// a row is his asks <see cref="Ledgers.OwnHouseholds.Holds"/>.
    /// </summary>
    public IReadOnlyList<long>? Households { get; private init; }

    /// <summary>The same places, narrowed to the households.</summary>
    public RegionScope Only(IEnumerable<long> households) => new(IsEverything, Roots) { Households = [.. households.Distinct().Order()] };

    public bool Contains(long key) => IsEverything || Roots.Any(r => RegionKey.Subtree(r).Contains(key));

    /// <summary>Whether the whole subtree of the key is inside the scope (its figure may be shown from the totals).</summary>
    public bool Covers(long key) => Contains(key);

    /// <summary>Whether the key is in the scope or above a part of it (it may be shown as a node of the user's tree).</summary>
    public bool Touches(long key) => Contains(key) || Roots.Any(r => RegionKey.Subtree(key).Contains(r));

    /// <summary>The place that pages are about without being asked (我的地区); null where the scope is empty.</summary>
    public long? HomeIn(RegionTree tree)
    {
        if (IsEverything) return tree.Nodes.Count > 0 ? tree.Nodes[0].Key : null;
        if (Roots.Count == 0) return null;
        return RegionKey.PathUp(Roots[0]).FirstOrDefault(key => Roots.All(RegionKey.Subtree(key).Contains), Roots[0]);
    }

    /// <summary>The user's tree: home, and below it every place of which he may see a part, as far as it exists on the day.</summary>
    public IEnumerable<RegionNode> NodesIn(RegionTree tree, DateOnly day)
    {
        if (HomeIn(tree) is not { } home) return [];
        var range = RegionKey.Subtree(home);
        return tree.Nodes.Where(n => range.Contains(n.Key) && Touches(n.Key) && n.ExistsOn(day));
    }

    /// <summary>The name of a place as the user sees it: what is only partly his says so, since its figures are not the whole.</summary>
    public string NameOf(long key, RegionTree tree) =>
        Contains(key) || !Touches(key) ? tree.NameOf(key) : key == HomeIn(tree) ? $"我的地区（{Roots.Count} 个）" : $"{tree.NameOf(key)}（部分）";

    /// <summary>The same on paper and in names of files, where 我的 says nothing: 韩集镇、许营镇, or 韩集镇等 5 个地区.</summary>
    public string FormalNameOf(long key, RegionTree tree)
    {
        var parts = Contains(key) ? [] : Roots.Where(RegionKey.Subtree(key).Contains).ToList();
        return parts.Count == 0 ? tree.NameOf(key) : parts.Count <= 3 ? string.Join('、', parts.Select(tree.NameOf)) : $"{tree.NameOf(parts[0])}等 {parts.Count} 个地区";
    }
}
