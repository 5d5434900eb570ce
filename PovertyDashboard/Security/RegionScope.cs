using PovertyDashboard.Regions;

namespace PovertyDashboard.Security;

/// <summary>The places whose rows a user may see and change (管辖范围): nothing, everything, or a list of subtrees.</summary>
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

    public bool Contains(long key) => IsEverything || Roots.Any(r => RegionKey.Subtree(r).Contains(key));

    /// <summary>Whether the whole subtree of the key is inside the scope (its figure may be shown from the totals).</summary>
    public bool Covers(long key) => Contains(key);

    /// <summary>Whether the key is in the scope or above a part of it (it may be shown as a node of the user's tree).</summary>
    public bool Touches(long key) => Contains(key) || Roots.Any(r => RegionKey.Subtree(key).Contains(r));
}
