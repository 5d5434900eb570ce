using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>One input of a ledger's dialog (字段): its text as typed and what is wrong with it.</summary>
public sealed class FormField(Column column, string text)
{
    private string _loaded = text;

    public Column Column { get; } = column;

    /// <summary>Id of the input in the page.</summary>
    public string Id { get; } = $"field-{column.Key.Replace('.', '-')}";

    public string Text { get; set; } = text;

    public string? Fault { get; set; }

    public bool IsDirty => Text != _loaded;

    /// <summary>Whether the field still shows a masked value, which means that the stored one stays.</summary>
    public bool IsMasked => Column.IsMaskedInForms() && !IsDirty && Mask.IsMasked(Text);

    /// <summary>Shows the full value in place of the masked one without making the form dirty.</summary>
    public void Unmask(string full) => Text = _loaded = full;

    /// <summary>The text of a stored value as it is typed: no thousands separators, sensitive values masked.</summary>
    public static string TextOf(Column column, LedgerRow row)
    {
        // A new row may come with its household; a link that is not set has nothing to read through.
        if (column.Kind == ColumnKind.HouseholdNumber && row.Id == 0) return column.Get(row) as string ?? "";
        var value = column.Get(row);
        // A property that cannot be empty holds its zero until something is typed.
        if (row.Id == 0 && !column.Nullable && Equals(value, Activator.CreateInstance(column.ValueType))) return "";
        var text = ColumnText.Format(column, value);
        if (column.IsMaskedInForms() && row.Id != 0) return Mask.Text(column.Sensitivity, text);
        return column.IsNumber ? text.Replace(",", "", StringComparison.Ordinal).Replace('−', '-') : text;
    }
}

/// <summary>The fields under one heading of a dialog (分组).</summary>
public sealed record FormSection(string? Title, IReadOnlyList<FormField> Fields);
