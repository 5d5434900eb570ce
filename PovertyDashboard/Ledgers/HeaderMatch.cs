namespace PovertyDashboard.Ledgers;

/// <summary>
/// Finds the columns of a ledger behind the headers of a sheet (表头对照): by upper and lower header together, by the header, by its other
/// names, and by the header without its bracketed note. Files that come in and forms that go out are read alike.
/// </summary>
public static class HeaderMatch
{
    /// <summary>The column at each place; none stands at two.</summary>
    /// <param name="columns">The columns that there are.</param>
    /// <param name="headers">Place → upper header ("" for none) and header.</param>
    public static Dictionary<int, Column> Of(IReadOnlyList<Column> columns, IReadOnlyDictionary<int, (string Group, string Header)> headers)
    {
        var map = new Dictionary<int, Column>();
        var names = NamesOf(columns);
        foreach (var fold in new Func<(string Group, string Header), string>[]
        {
            h => h.Group.Length == 0 ? "" : TextFold.Fold(h.Group) + "|" + TextFold.Fold(h.Header),
            h => TextFold.Fold(h.Header),
            h => TextFold.FoldHeader(h.Header),
        })
        {
            foreach (var (at, header) in headers)
                if (!map.ContainsKey(at) && fold(header) is { Length: > 0 } name && names.TryGetValue(name, out var column) && !map.ContainsValue(column)) map[at] = column;
        }

        return map;
    }

    private static Dictionary<string, Column> NamesOf(IReadOnlyList<Column> columns)
    {
        var names = new Dictionary<string, Column>();
        foreach (var column in columns)
            if (column.Group is { } group) names.TryAdd(TextFold.Fold(group) + "|" + TextFold.Fold(column.Header), column);
        foreach (var column in columns) names.TryAdd(TextFold.Fold(column.Header), column);
        foreach (var column in columns)
            foreach (var alias in column.Aliases) names.TryAdd(TextFold.Fold(alias), column);
        foreach (var column in columns) names.TryAdd(TextFold.FoldHeader(column.Header), column);
        return names;
    }
}
