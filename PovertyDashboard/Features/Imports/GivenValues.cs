using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>
/// What a sheet gives to one row (给出的值), in the order of its columns. An empty cell gives nothing, and null only where the user wants it to
/// empty what is stored.
/// </summary>
/// <param name="columns">The columns that the sheet may give, shared by all rows: a list of pairs of each row's own was the greater part of an import's memory.</param>
public sealed class GivenValues(IReadOnlyList<Column> columns)
{
    public static readonly GivenValues None = new([]);

    private static readonly object Nothing = new();

    private readonly object?[] _values = [.. Enumerable.Repeat(Nothing, columns.Count)];

    public IEnumerable<(Column Column, object? Value)> All
    {
        get
        {
            for (var i = 0; i < _values.Length; i++)
                if (_values[i] != Nothing) yield return (columns[i], _values[i]);
        }
    }

    /// <param name="at">Which of the columns.</param>
    public void Give(int at, object? value) => _values[at] = value;

    public bool Has(int at) => _values[at] != Nothing;

    /// <summary>The value of the column; null where it gives none.</summary>
    public object? Of(Column column) => IndexOf(column) is var at and >= 0 && Has(at) ? _values[at] : null;

    /// <summary>Puts another value in the place of the given one.</summary>
    public void Replace(Column column, object value) => _values[IndexOf(column)] = value;

    public void TakeAway(Column column) => _values[IndexOf(column)] = Nothing;

    private int IndexOf(Column column)
    {
        for (var i = 0; i < columns.Count; i++)
            if (ReferenceEquals(columns[i], column)) return i;
        return -1;
    }
}
