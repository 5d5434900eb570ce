using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Which columns stand still at the left and which one opens the row (表格版式).</summary>
public sealed class TableLayout
{
    /// <summary>Width of the column of checkboxes, in pixels.</summary>
    private const int PickWidth = 44;

    /// <summary>More than this would leave no room to scroll on a small screen.</summary>
    private const int MostSticky = 300;

    private readonly Dictionary<string, (int Left, int Width)> _sticky;

    private TableLayout(Column? link, Dictionary<string, (int Left, int Width)> sticky) => (Link, _sticky) = (link, sticky);

    /// <summary>The column whose text opens the row: its number or name, else the first.</summary>
    public Column? Link { get; }

    public static TableLayout Of(IReadOnlyList<Column> columns)
    {
        var link = columns.FirstOrDefault(Names) ?? (columns.Count > 0 ? columns[0] : null);
        var sticky = new Dictionary<string, (int, int)>();
        var left = PickWidth;
        foreach (var column in columns)
        {
            var width = Pixels(column);
            if (left + width > PickWidth + MostSticky && sticky.Count > 0) break;
            sticky[column.Key] = (left, width);
            left += width;
            if (ReferenceEquals(column, link)) break;
        }

        // Where the columns before the link are too many, they scroll away and the link stays.
        if (link is not null && !sticky.ContainsKey(link.Key)) sticky = new() { [link.Key] = (PickWidth, Pixels(link)) };
        return new TableLayout(link, sticky);
    }

    /// <summary>Runs of neighbouring columns with the same group; empty when no column has one.</summary>
    public static IReadOnlyList<(string? Title, IReadOnlyList<Column> Members)> GroupsOf(IReadOnlyList<Column> columns)
    {
        if (columns.All(c => c.Group is null)) return [];
        var runs = new List<(string? Title, IReadOnlyList<Column> Members)>();
        foreach (var column in columns)
        {
            if (runs.Count > 0 && runs[^1].Title == column.Group) ((List<Column>)runs[^1].Members).Add(column);
            else runs.Add((column.Group, new List<Column> { column }));
        }

        return runs;
    }

    public bool IsSticky(Column column) => _sticky.ContainsKey(column.Key);

    /// <summary>Place of a sticky column, and its width where another one stands beside it; others are as wide as their content.</summary>
    public string? StyleOf(Column column)
    {
        if (!_sticky.TryGetValue(column.Key, out var at)) return null;
        var width = _sticky.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $";min-width:{at.Width}px;max-width:{at.Width}px");
        return string.Create(CultureInfo.InvariantCulture, $"left:{at.Left}px{width}");
    }

    private static bool Names(Column column) => column.Sensitivity == Sensitivity.None && column.Place is null
        && (column.Kind is ColumnKind.PersonName or ColumnKind.HouseholdName or ColumnKind.HouseholdNumber || (column.IsKey && column.ValueType == typeof(string)));

    /// <summary>A Chinese character counts two and is 14 px wide; padding is 10 px at both sides.</summary>
    private static int Pixels(Column column) => (Math.Clamp(column.Width, 8, 24) * 8) + 20;
}
