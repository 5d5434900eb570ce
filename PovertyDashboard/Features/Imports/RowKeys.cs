using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Imports;

/// <summary>The text that identifies a row of a ledger (行标识): its key columns, within a place where the key says so.</summary>
public sealed class RowKeys
{
    private readonly Ledger _ledger;
    private readonly IReadOnlyList<Column> _key;
    private readonly IReadOnlyList<Column> _alternate;

    public RowKeys(LedgerForm form)
    {
        _ledger = form.Ledger;
        _key = [.. form.Columns.Where(c => c.IsKey)];
        _alternate = [.. form.Ledger.AlternateKey.Select(header => form.Columns.First(c => c.Header == header))];
    }

    /// <summary>The column at which a duplicate is reported.</summary>
    public Column Reported => _key.FirstOrDefault(c => c.Kind != ColumnKind.Place) ?? _key[0];

    /// <summary>The one text column that is unique by itself, or null: such rows are looked up by it, others by their places.</summary>
    public Column? Single => _key.Count == 1 && _alternate.Count == 0 && _key[0].ValueType == typeof(string) && _key[0].Member is not null ? _key[0] : null;

    /// <summary>The key of the row, or null where a needed value is missing.</summary>
    public string? Of(LedgerRow row) => Text(row, _key, needsAll: _alternate.Count > 0) ?? (_alternate.Count > 0 ? Text(row, _alternate, needsAll: false) : null);

    private string? Text(LedgerRow row, IReadOnlyList<Column> columns, bool needsAll)
    {
        var parts = new List<string> { RegionText(row) };
        foreach (var column in columns)
        {
            var part = column.Kind == ColumnKind.Place ? row.Region.ToString(System.Globalization.CultureInfo.InvariantCulture) : ColumnText.Format(column, column.Get(row));
            if (part.Length == 0 && (needsAll || column.Required)) return null;
            parts.Add(part);
        }

        return parts.Skip(1).All(p => p.Length == 0) ? null : string.Join('\u001f', parts);
    }

    private string RegionText(LedgerRow row) => _ledger.KeyWithin switch
    {
        RegionLevel.Village => row.Region.ToString(System.Globalization.CultureInfo.InvariantCulture),
        RegionLevel.Township => RegionKey.TownshipOf(row.Region).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    };
}
