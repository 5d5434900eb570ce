namespace PovertyDashboard.Regions;

/// <summary>A node of the tree with its place in the key order; <see cref="Last"/> is the index of its last descendant.</summary>
public sealed record RegionNode(long Key, string Name, string FullName, RegionLevel Level, string Code, DateOnly? ValidFrom, DateOnly? ValidTo, int Index, int Last)
{
    /// <summary>Full names that the place has borne before (曾用名).</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>省定贫困村.</summary>
    public bool IsPovertyVillage { get; init; }

    /// <summary>退出年度 of a 省定贫困村, where it is known.</summary>
    public int? ExitedIn { get; init; }

    /// <summary>Key of the place that has taken over, where one has.</summary>
    public long? Successor { get; init; }

    public RegionRange Range => RegionKey.Subtree(Key);

    public bool ExistsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}

/// <summary>
/// The tree of places as an immutable snapshot in key order, so that a subtree is a run of indexes and a roll-up is one loop.
/// </summary>
public sealed class RegionTree
{
    private readonly Dictionary<long, RegionNode> _byKey;

    public RegionTree(IEnumerable<Region> regions)
    {
        var sorted = regions.OrderBy(r => r.Key).ToList();
        var nodes = new RegionNode[sorted.Count];
        var last = 0;
        for (var i = 0; i < sorted.Count; i++)
        {
            var range = RegionKey.Subtree(sorted[i].Key);
            for (last = i; last + 1 < sorted.Count && range.Contains(sorted[last + 1].Key); last++) { }
            var r = sorted[i];
            nodes[i] = new RegionNode(r.Key, RegionNames.Short(r.Name), r.Name, r.Level, r.Code, r.ValidFrom, r.ValidTo, i, last)
            {
                IsPovertyVillage = r.IsPovertyVillage,
                ExitedIn = r.ExitedIn,
                Successor = r.Successor,
                FormerNames = r.FormerNames.Split('|', StringSplitOptions.RemoveEmptyEntries),
            };
        }

        Nodes = nodes;
        _byKey = nodes.ToDictionary(n => n.Key);
    }

    /// <summary>Every node in key order: a parent stands before its children.</summary>
    public IReadOnlyList<RegionNode> Nodes { get; }

    public RegionNode? Find(long key) => _byKey.GetValueOrDefault(key);

    /// <summary>The place that stands for it now: itself, or the last of those that have taken over.</summary>
    public RegionNode Current(RegionNode node)
    {
        // A chain is never longer than the tree; a place that came back cannot be its own successor.
        for (var steps = 0; steps < Nodes.Count && node.Successor is { } next && Find(next) is { } successor; steps++) node = successor;
        return node;
    }

    public string NameOf(long key) => Find(key)?.Name ?? "未知地区";

    public IEnumerable<RegionNode> ChildrenOf(long key)
    {
        if (Find(key) is not { } node) yield break;
        for (var i = node.Index + 1; i <= node.Last; i = Nodes[i].Last + 1) yield return Nodes[i];
    }

    /// <summary>The nodes from the city down to the key itself.</summary>
    public IReadOnlyList<RegionNode> PathOf(long key)
    {
        var path = new List<RegionNode>(4);
        for (long? k = key; k is { } at; k = RegionKey.ParentOf(at))
            if (Find(at) is { } node) path.Insert(0, node);
        return path;
    }

    /// <summary>The villages (村) at or below the key.</summary>
    public IEnumerable<RegionNode> VillagesOf(long key)
    {
        if (Find(key) is not { } node) yield break;
        for (var i = node.Index; i <= node.Last; i++)
            if (Nodes[i].Level == RegionLevel.Village) yield return Nodes[i];
    }

    /// <summary>The name of the node at the given level on the path of the key, or null (the 县 or 乡镇 column of an export).</summary>
    public string? NameAt(long key, RegionLevel level)
    {
        for (long? k = key; k is { } at; k = RegionKey.ParentOf(at))
            if (RegionKey.LevelOf(at) == level) return Find(at)?.Name;
        return null;
    }
}
