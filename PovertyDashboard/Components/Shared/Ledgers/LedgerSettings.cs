using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>How a user wants to see a ledger (列设置): order and visibility of columns, row height and saved conditions; kept in the browser.</summary>
public sealed record LedgerSettings
{
    public const string Dense = "dense";
    public const string Normal = "normal";
    public const string Comfortable = "comfortable";

    /// <summary>Keys of the visible columns in their order; null for the ledger's own choice.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    public string Density { get; init; } = Normal;

    /// <summary>Named conditions (常用): name and query string.</summary>
    public IReadOnlyList<SavedView> Views { get; init; } = [];

    /// <summary>
    /// The columns to show: the chosen ones that still exist, else those declared as shown, with the upper places
    /// only where they differ within the region; never none.
    /// </summary>
    public IReadOnlyList<Column> Visible(IReadOnlyList<Column> all, RegionLevel region)
    {
        if (Columns is { Count: > 0 } chosen)
        {
            var known = chosen.Select(key => all.FirstOrDefault(c => c.Key == key)).OfType<Column>().ToList();
            if (known.Count > 0) return known;
        }

        var shown = all.Where(c => c.Place is { } level and not RegionLevel.Village ? level > region : c.Shown).ToList();
        return shown.Count > 0 ? GroupsTogether(shown) : all;
    }

    /// <summary>A sheet's order may come back to a group (住房饮水); on the page the columns of a group stand side by side, under one head.</summary>
    private static IReadOnlyList<Column> GroupsTogether(IReadOnlyList<Column> columns)
    {
        var first = columns.Select((column, at) => (Group: column.Group ?? "", At: at)).GroupBy(c => c.Group).ToDictionary(g => g.Key, g => g.Min(c => c.At));
        return [.. columns.Select((column, at) => (Column: column, At: at)).OrderBy(c => c.Column.Group is { } group ? first[group] : c.At).ThenBy(c => c.At).Select(c => c.Column)];
    }
}

/// <summary>Conditions saved under a name (常用条件).</summary>
/// <param name="Name">What the user calls them.</param>
/// <param name="Query">The query string without place and page.</param>
public sealed record SavedView(string Name, string Query);
