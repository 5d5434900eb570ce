using PovertyDashboard.Data;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Components.Shared.Search;

/// <summary>One thing found (搜索结果).</summary>
/// <param name="Title">Its name or number.</param>
/// <param name="Note">Where it belongs, such as 大杨新村 · 贫困户.</param>
/// <param name="Href">Its page.</param>
/// <param name="Icon">An outlined Material icon.</param>
public sealed record SearchHit(string Title, string Note, string Href, string Icon);

/// <summary>What somebody typed into the search, and where to look.</summary>
/// <param name="Text">At least one character, trimmed.</param>
/// <param name="Db">A store that shows the user's rows only.</param>
/// <param name="Tree">The places.</param>
/// <param name="Most">As many hits as are wanted at most.</param>
public sealed record SearchQuery(string Text, AppDbContext Db, RegionTree Tree, int Most)
{
    /// <summary>A whole ID number finds its person; a part of one never does, so that numbers cannot be guessed digit by digit.</summary>
    public bool IsWholeId => Text.Length >= 15;
}

/// <summary>Where the search of the app bar looks (搜索来源); a room registers one for what it keeps.</summary>
/// <param name="Order">Its hits come in this order.</param>
/// <param name="FindAsync">Finds rows within the user's scope.</param>
public sealed record SearchSource(int Order, Func<SearchQuery, CancellationToken, Task<IReadOnlyList<SearchHit>>> FindAsync);
