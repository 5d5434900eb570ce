namespace PovertyDashboard.Regions;

/// <summary>The key of a written place, or the column and words of what is wrong with it.</summary>
public readonly record struct PlaceResult(long Key, RegionLevel Column, string? Fault);

/// <summary>
/// Reads places as sheets write them (地名识别): a village is matched within its township with 村/村委会/社区 … folded;
/// the written county may be the one that runs the place or the one of its statistics code. A name that a place has borne before
/// counts where no other place bears it now.
/// </summary>
public sealed class PlaceReader
{
    private readonly RegionTree _tree;
    private readonly ILookup<string, RegionNode> _townships;
    private readonly Dictionary<long, Dictionary<string, RegionNode>> _villages = [];

    public PlaceReader(RegionTree tree)
    {
        _tree = tree;
        var townships = tree.Nodes.Where(n => n is { Level: RegionLevel.Township, Successor: null }).ToList();
        var present = townships.Select(n => RegionNames.FoldPlace(n.FullName)).ToHashSet();
        _townships = townships.Select(n => (Name: RegionNames.FoldPlace(n.FullName), Node: n))
            .Concat(townships.SelectMany(n => n.FormerNames.Select(RegionNames.FoldPlace).Where(name => !present.Contains(name)).Distinct().Select(name => (Name: name, Node: n))))
            .ToLookup(t => t.Name, t => t.Node);
    }

    /// <summary>The place of a row; <paramref name="fileTownship"/> counts where the row names no township.</summary>
    public PlaceResult Read(string county, string township, string village, long? fileTownship, bool wantsVillage)
    {
        var town = fileTownship;
        if (township.Length > 0)
        {
            var found = TownshipsNamed(township, county).ToList();
            if (found.Count == 0) return new PlaceResult(0, RegionLevel.Township, $"乡镇不在区划中（“{township}”）。请填写区划中的乡镇名称");
            town = found.Count == 1 ? found[0].Key : found.Find(n => n.Key == fileTownship)?.Key;
            if (town is null) return new PlaceResult(0, RegionLevel.Township, $"有 {found.Count} 个乡镇叫“{township}”。请同时填写县");
        }

        if (town is null) return new PlaceResult(0, RegionLevel.Township, "看不出是哪个乡镇。请填写乡镇列，或在表头写明填报单位");
        if (!wantsVillage) return new PlaceResult(town.Value, RegionLevel.Township, null);
        if (village.Length == 0) return new PlaceResult(0, RegionLevel.Village, "必填项为空。请填写村名");
        return VillagesOf(town.Value).TryGetValue(RegionNames.FoldVillage(village), out var node)
            ? new PlaceResult(node.Key, RegionLevel.Village, null)
            : new PlaceResult(0, RegionLevel.Village, $"村不在区划中（{_tree.NameOf(town.Value)}没有“{village}”）。请填写区划中的村名");
    }

    /// <summary>The township named in a title, head line or file name: the longest full name that stands in the text.</summary>
    public long? TownshipIn(string text)
    {
        var named = _tree.Nodes.Where(n => n is { Level: RegionLevel.Township, Successor: null } && text.Contains(n.FullName, StringComparison.Ordinal)).OrderByDescending(n => n.FullName.Length).ToList();
        return named.Count switch
        {
            0 => null,
            1 => named[0].Key,
            _ when named[0].FullName.Length > named[1].FullName.Length => named[0].Key,
            // The same name in two counties: the county must be named too.
            _ => named.Where(n => n.FullName == named[0].FullName && _tree.NameAt(n.Key, RegionLevel.County) is { } county && text.Contains(county, StringComparison.Ordinal)).Select(n => (long?)n.Key).SingleOrDefault(),
        };
    }

    /// <summary>The village of the township that is named in a text such as 韩集镇大杨新村幸福院: the longest name; null where none or two are.</summary>
    public long? VillageIn(string text, long township)
    {
        var named = _tree.VillagesOf(township).Where(n => text.Contains(n.Name, StringComparison.Ordinal)).OrderByDescending(n => n.Name.Length).Take(2).ToList();
        return named.Count == 1 || (named.Count == 2 && named[0].Name.Length > named[1].Name.Length) ? _tree.Current(named[0]).Key : null;
    }

    /// <summary>The one township that has all these villages; null where none or several have.</summary>
    public long? TownshipWithAll(IReadOnlyCollection<string> villages)
    {
        if (villages.Count == 0) return null;
        var folded = villages.Select(RegionNames.FoldVillage).Distinct().ToList();
        // A wrong name or two must not hide the township: most of the names decide, and only one township may have that many.
        var hits = _tree.Nodes.Where(n => n.Level == RegionLevel.Township).Select(n => (n.Key, Count: folded.Count(VillagesOf(n.Key).ContainsKey))).OrderByDescending(h => h.Count).Take(2).ToList();
        return hits.Count > 0 && hits[0].Count * 10 >= folded.Count * 8 && (hits.Count == 1 || hits[1].Count < hits[0].Count) ? hits[0].Key : null;
    }

    private IEnumerable<RegionNode> TownshipsNamed(string township, string county)
    {
        var named = _townships[RegionNames.FoldPlace(township)].ToList();
        if (named.Count < 2 || county.Length == 0) return named;
        var folded = RegionNames.FoldPlace(county);
        return named.Where(n => RegionNames.FoldPlace(_tree.NameAt(n.Key, RegionLevel.County) ?? "") == folded || StatisticsCounty(n) == folded);
    }

    private string? StatisticsCounty(RegionNode township) =>
        township.Code.Length >= 6 && _tree.Nodes.FirstOrDefault(n => n.Level == RegionLevel.County && n.Code == township.Code[..6]) is { } county ? RegionNames.FoldPlace(county.FullName) : null;

    private Dictionary<string, RegionNode> VillagesOf(long township)
    {
        if (_villages.TryGetValue(township, out var villages)) return villages;
        villages = [];
        // Of two places of one name, the one that has not ended is meant.
        var nodes = _tree.VillagesOf(township).OrderBy(n => n.ValidTo is null ? 0 : 1).ToList();
        foreach (var node in nodes) villages.TryAdd(RegionNames.FoldVillage(node.FullName), _tree.Current(node));
        foreach (var node in nodes)
            foreach (var former in node.FormerNames) villages.TryAdd(RegionNames.FoldVillage(former), _tree.Current(node));
        return _villages[township] = villages;
    }
}
