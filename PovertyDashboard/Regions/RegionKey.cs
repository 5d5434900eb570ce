namespace PovertyDashboard.Regions;

/// <summary>The level of a node in the tree of places (行政层级).</summary>
public enum RegionLevel { City = 1, County = 2, Township = 3, Village = 4 }

/// <summary>A half-open range of region keys: a subtree is one range, so a scope test is one index-friendly comparison.</summary>
public readonly record struct RegionRange(long Lo, long Hi)
{
    public bool Contains(long key) => key >= Lo && key < Hi;

    public bool Contains(RegionRange other) => other.Lo >= Lo && other.Hi <= Hi;
}

/// <summary>
/// Arithmetic on 12-digit region keys (地区键): city 4, county 6, township 9, village 12 significant digits, padded with zeros.
/// The prefix says who runs the place; it is not always the statistics code.
/// </summary>
public static class RegionKey
{
    private const long VillageSpan = 1, TownshipSpan = 1_000, CountySpan = 1_000_000, CitySpan = 100_000_000;

    public static RegionLevel LevelOf(long key)
    {
        if (key % CitySpan == 0) return RegionLevel.City;
        if (key % CountySpan == 0) return RegionLevel.County;
        return key % TownshipSpan == 0 ? RegionLevel.Township : RegionLevel.Village;
    }

    /// <summary>All keys of the node and everything below it.</summary>
    public static RegionRange Subtree(long key) => new(key, key + SpanOf(LevelOf(key)));

    /// <summary>The key of the node that runs this one; null for the city.</summary>
    public static long? ParentOf(long key) => LevelOf(key) switch
    {
        RegionLevel.Village => key - key % TownshipSpan,
        RegionLevel.Township => key - key % CountySpan,
        RegionLevel.County => key - key % CitySpan,
        _ => null,
    };

    /// <summary>The key itself, then what runs it, up to the city.</summary>
    public static IEnumerable<long> PathUp(long key)
    {
        for (long? k = key; k is { } at; k = ParentOf(at)) yield return at;
    }

    /// <summary>How many places can lie directly below the key: 99 counties, 999 townships or villages, none below a village.</summary>
    public static int RoomBelow(long key) => LevelOf(key) switch { RegionLevel.Village => 0, RegionLevel.City => 99, _ => 999 };

    /// <summary>The key of the place with this number (from 1) directly below.</summary>
    public static long Below(long key, int number) => key + number * SpanOf(LevelOf(key) + 1);

    /// <summary>The number of the place among those directly below the one that runs it.</summary>
    public static int NumberOf(long key) => ParentOf(key) is { } parent ? (int)((key - parent) / SpanOf(LevelOf(key))) : 0;

    /// <summary>The township (乡镇) that holds the key, or the key itself where it stands above townships.</summary>
    public static long TownshipOf(long key) => LevelOf(key) == RegionLevel.Village ? key - key % TownshipSpan : key;

    private static long SpanOf(RegionLevel level) => level switch
    {
        RegionLevel.City => CitySpan,
        RegionLevel.County => CountySpan,
        RegionLevel.Township => TownshipSpan,
        _ => VillageSpan,
    };
}
