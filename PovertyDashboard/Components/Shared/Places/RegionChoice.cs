namespace PovertyDashboard.Components.Shared.Places;

/// <summary>A place that can be chosen (地区选项).</summary>
/// <param name="Key">The region's 12-digit key.</param>
/// <param name="Name">Its name as people say it.</param>
/// <param name="Level">1 city, 2 county, 3 township, 4 village.</param>
/// <param name="Parent">The key of the place that runs it, or null at the top of what the user may see.</param>
/// <param name="Count">The figure of the selected measure there.</param>
/// <param name="IsPart">Only a part of it is the user's: it stands open, so that his own places are seen at once.</param>
public sealed record RegionChoice(long Key, string Name, int Level, long? Parent, long Count = 0, bool IsPart = false);

/// <summary>The choices by key, parent and name (地区索引); made once for a list of at most a few thousand.</summary>
public sealed class RegionIndex
{
    private readonly Dictionary<long, RegionChoice> byKey;
    private readonly ILookup<long?, RegionChoice> children;

    public RegionIndex(IReadOnlyList<RegionChoice> choices)
    {
        Choices = choices;
        byKey = choices.ToDictionary(c => c.Key);
        // A place whose parent is outside the user's scope is a root.
        children = choices.ToLookup(c => c.Parent is { } p && byKey.ContainsKey(p) ? c.Parent : null);
    }

    public IReadOnlyList<RegionChoice> Choices { get; }

    public IEnumerable<RegionChoice> Roots => children[null];

    public RegionChoice? Find(long? key) => key is { } k ? byKey.GetValueOrDefault(k) : null;

    public IEnumerable<RegionChoice> ChildrenOf(long key) => children[key];

    public bool HasChildren(long key) => children.Contains(key);

    /// <summary>From the top down to the place itself.</summary>
    public IReadOnlyList<RegionChoice> PathOf(long? key)
    {
        var path = new List<RegionChoice>();
        for (var at = Find(key); at is not null; at = Find(at.Parent)) path.Insert(0, at);
        return path;
    }

    /// <summary>The places whose name holds every word of the text; names that begin with it first, higher levels first.</summary>
    public IReadOnlyList<RegionChoice> Search(string text, int most = 50)
    {
        var words = text.Split((char[])[' ', '　', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return [];
        return [.. Choices
            .Where(c => c.Name.Contains(words[^1], StringComparison.Ordinal) && words[..^1].All(w => PathOf(c.Key).Any(p => p.Name.Contains(w, StringComparison.Ordinal))))
            .OrderBy(c => c.Name.StartsWith(words[^1], StringComparison.Ordinal) ? 0 : 1).ThenBy(c => c.Level).ThenBy(c => c.Key)
            .Take(most)];
    }
}
