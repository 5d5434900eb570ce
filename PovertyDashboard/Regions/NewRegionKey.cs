namespace PovertyDashboard.Regions;

/// <summary>The key of a place that is added (新地区的键): its statistics code where that lies below the place that runs it, else the next free number there.</summary>
public static class NewRegionKey
{
    private const int Digits = 12;

    /// <summary>Null where nothing can lie below the parent, or every number there has been given away.</summary>
    public static long? For(RegionTree tree, long parent, string code)
    {
        if (OfCode(code) is { } coded && RegionKey.ParentOf(coded) == parent && tree.Find(coded) is null) return coded;
        var used = tree.ChildrenOf(parent).Select(n => RegionKey.NumberOf(n.Key)).ToHashSet();
        var room = RegionKey.RoomBelow(parent);
        var next = used.DefaultIfEmpty().Max() + 1;
        if (next > room) next = Enumerable.Range(1, room).FirstOrDefault(n => !used.Contains(n));
        return next is 0 || next > room ? null : RegionKey.Below(parent, next);
    }

    /// <summary>The digits of a statistics code (统计用区划代码) at the level: 6, 6, 9, 12.</summary>
    public static int CodeLength(RegionLevel level) => level switch { RegionLevel.Township => 9, RegionLevel.Village => Digits, _ => 6 };

    private static long? OfCode(string code) =>
        code.Length is > 0 and <= Digits && code.All(char.IsAsciiDigit) ? long.Parse(code.PadRight(Digits, '0'), System.Globalization.CultureInfo.InvariantCulture) : null;
}
