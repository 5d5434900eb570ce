namespace PovertyDashboard.Ledgers;

/// <summary>
/// Finds columns behind the headers of a sheet (表头对照): by upper and lower header together, by the header, by its other names, and by
/// the header without its bracketed note. Files that come in and forms that go out are read alike.
/// </summary>
public sealed class ColumnNames
{
    private static readonly Func<SheetHeader, string>[] Ways = [h => h.Grouped, h => h.Folded, h => h.Bare];

    private readonly Dictionary<string, Column> _names = [];

    /// <param name="columns">The columns that there are; where two have the same name, the first has it.</param>
    public ColumnNames(IReadOnlyList<Column> columns)
    {
        foreach (var column in columns)
            if (column.Group is { } group) _names.TryAdd(new SheetHeader(group, column.Header).Grouped, column);
        foreach (var column in columns) _names.TryAdd(TextFold.Fold(column.Header), column);
        foreach (var column in columns)
            foreach (var alias in column.Aliases) _names.TryAdd(TextFold.Fold(alias), column);
        foreach (var column in columns) _names.TryAdd(TextFold.FoldHeader(column.Header), column);
    }

    /// <summary>Every name under which a column is found, folded.</summary>
    public IEnumerable<string> All => _names.Keys;

    /// <summary>The column at each place; none stands at two.</summary>
    /// <param name="headers">The header at each place.</param>
    public Dictionary<int, Column> Match(IReadOnlyDictionary<int, SheetHeader> headers)
    {
        var map = new Dictionary<int, Column>();
        var taken = new HashSet<Column>(ReferenceEqualityComparer.Instance);
        foreach (var way in Ways)
        {
            foreach (var (at, header) in headers)
                if (way(header) is { Length: > 0 } name && _names.TryGetValue(name, out var column) && !map.ContainsKey(at) && taken.Add(column)) map[at] = column;
        }

        return map;
    }
}
