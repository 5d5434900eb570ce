using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>A field that both have and that differs (冲突字段).</summary>
public sealed class MergeField(Column column, string mine, string saved, bool takeMine)
{
    public Column Column { get; } = column;

    public string Mine { get; } = mine;

    public string Saved { get; } = saved;

    public bool TakeMine { get; set; } = takeMine;
}

/// <summary>Puts two versions of a row together, field by field (合并).</summary>
public static class RowMerge
{
    /// <summary>The fields that differ; mine is proposed where I changed it, the saved one where only the other did.</summary>
    public static IReadOnlyList<MergeField> FieldsOf(IReadOnlyList<Column> columns, LedgerRow original, LedgerRow mine, LedgerRow saved, RegionTree tree)
    {
        var fields = new List<MergeField>();
        var lowest = columns.LastOrDefault(c => c.Place is not null);
        foreach (var column in columns.Where(c => c.Place is null ? !c.IsDerived : c == lowest))
        {
            var (first, own, other) = (Full(column, original, tree), Full(column, mine, tree), Full(column, saved, tree));
            if (own == other) continue;
            fields.Add(new MergeField(column, Shown(column, own), Shown(column, other), own != first));
        }

        return fields;
    }

    /// <summary>The saved row with my values where they were chosen.</summary>
    public static LedgerRow Merge(Ledger ledger, IEnumerable<MergeField> fields, LedgerRow mine, LedgerRow saved)
    {
        var merged = RowCopy.Of(ledger, saved);
        foreach (var field in fields.Where(f => f.TakeMine)) Put(field.Column, mine, merged);
        return merged;
    }

    private static void Put(Column column, LedgerRow from, LedgerRow to)
    {
        if (column.Place is not null) to.Region = from.Region;
        else if (column.Kind == ColumnKind.HouseholdNumber) PutLink(column, from, to);
        else column.Set!(to, column.Get(from));
        if (column.Kind == ColumnKind.HouseholdName && (from, to) is (IHouseholdRow source, IHouseholdRow target)) target.HouseholdId = source.HouseholdId;
    }

    /// <summary>Household.Number is read through the link HouseholdId.</summary>
    private static void PutLink(Column column, LedgerRow from, LedgerRow to)
    {
        var link = column.Key.Split('.')[0];
        foreach (var name in new[] { link + "Id", link })
            if (from.GetType().GetProperty(name) is { CanWrite: true } property) property.SetValue(to, property.GetValue(from));
    }

    private static string Full(Column column, LedgerRow row, RegionTree tree) => ColumnText.Of(column, row, tree);

    private static string Shown(Column column, string text) => text.Length == 0 ? ColumnText.Empty : column.IsMaskedInForms() ? Mask.Text(column.Sensitivity, text) : text;
}
