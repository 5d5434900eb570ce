using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Imports;

/// <summary>
/// The texts that identify a row of a ledger (行标识): its key columns, within a place where the key says so, and the alternate
/// ones for rows that lack a key value (household + ID of a member without 人口编号).
/// </summary>
/// <param name="numberOf">The 户编号 of a household's id, so that linked and stored rows have the same text.</param>
public sealed class RowKeys(LedgerForm form, Func<long, string?> numberOf)
{
    private readonly IReadOnlyList<Column> _main = [.. form.Columns.Where(c => c.IsKey)];
    private readonly IReadOnlyList<Column> _other = [.. form.Ledger.AlternateKey.Select(header => form.Columns.First(c => c.Header == header))];

    /// <summary>Whether rows without a key value may be identified otherwise.</summary>
    public bool HasOther => _other.Count > 0;

    /// <summary>Header of the first key column.</summary>
    public string MainHeader => (_main.FirstOrDefault(c => c.Kind != ColumnKind.Place) ?? _main[0]).Header;

    /// <summary>The one text column that is unique by itself, or null: such rows are looked up by it, others by their places.</summary>
    public Column? Single => _main.Count == 1 && _main[0].ValueType == typeof(string) && _main[0].Member is not null ? _main[0] : null;

    /// <summary>The key of the row by its key columns, or null where a needed value is missing.</summary>
    public string? Main(LedgerRow row) => Text(row, _main, isComplete: HasOther);

    /// <summary>The key of the row by the alternate columns, or null where one is missing or the ledger has none.</summary>
    public string? Other(LedgerRow row) => HasOther && Text(row, _other, isComplete: true) is { } text ? "\u001e" + text : null;

    /// <summary>The column at which a fault of the row's identity is reported.</summary>
    public Column ReportedOf(LedgerRow row)
    {
        var columns = HasOther && Main(row) is null ? _other : _main;
        return columns.LastOrDefault(c => c.Kind is ColumnKind.PersonId) ?? columns.FirstOrDefault(c => c.Kind != ColumnKind.Place) ?? columns[0];
    }

    private string? Text(LedgerRow row, IReadOnlyList<Column> columns, bool isComplete)
    {
        var parts = new List<string> { RegionText(row) };
        foreach (var column in columns)
        {
            var part = PartOf(column, row);
            // An unknown age is a value like another; an unknown number of a person tells nobody apart.
            if (part.Length == 0 && (column.Required || (isComplete && !column.IsNumber))) return null;
            parts.Add(part);
        }

        return parts.Skip(1).All(p => p.Length == 0) ? null : string.Join('\u001f', parts);
    }

    private string PartOf(Column column, LedgerRow row) => column.Get(row) switch
    {
        long when column.Kind == ColumnKind.Place => row.Region.ToString(CultureInfo.InvariantCulture),
        long household when column.Kind == ColumnKind.HouseholdNumber => numberOf(household) ?? "",
        var value => ColumnText.Format(column, value),
    };

    private string RegionText(LedgerRow row) => form.Ledger.KeyWithin switch
    {
        RegionLevel.Village => row.Region.ToString(CultureInfo.InvariantCulture),
        RegionLevel.Township => RegionKey.TownshipOf(row.Region).ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}
