using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>
/// The state of a ledger's dialog (表单): texts as typed, the chosen place and household, and the row that they make.
/// The same parser and validation serve the import, so the sentences are the same.
/// </summary>
public sealed class LedgerForm
{
    /// <summary>Header under which a missing place is reported.</summary>
    private readonly Column? _place;
    private readonly LedgerRow _loaded;
    private readonly Ledger _ledger;
    private readonly long _region;

    public LedgerForm(Ledger ledger, IReadOnlyList<Column> columns, LedgerRow row)
    {
        (_ledger, _loaded, _region) = (ledger, row, row.Region);
        _place = columns.LastOrDefault(c => c.Place is not null);
        Region = row.Region;
        var fields = columns.Where(c => IsTyped(c, row)).Select(c => new FormField(c, FormField.TextOf(c, row))).ToList();
        Fields = fields;
        Sections = [.. fields.GroupBy(f => f.Column.Group ?? "").Select(g => new FormSection(g.Key.Length == 0 ? null : g.Key, [.. g]))];
        Derived = row.Id == 0 ? [] : [.. columns.Where(c => c.Place is null && !IsTyped(c, row))];
        HouseholdId = (row as IHouseholdRow)?.HouseholdId;
    }

    public IReadOnlyList<FormField> Fields { get; }

    public IReadOnlyList<FormSection> Sections { get; }

    /// <summary>Values that follow from others or that only acts change: shown, not typed.</summary>
    public IReadOnlyList<Column> Derived { get; }

    /// <summary>The lowest place column, under whose header the place is asked for; null where rows have no place of their own.</summary>
    public Column? Place => _place;

    public long Region { get; set; }

    public string? PlaceFault { get; private set; }

    /// <summary>The chosen household.</summary>
    public long? HouseholdId { get; private set; }

    /// <summary>Faults of the row as a whole.</summary>
    public IReadOnlyList<string> RowFaults { get; private set; } = [];

    public bool IsDirty => Region != _region || Fields.Any(f => f.IsDirty) || HouseholdId != (_loaded as IHouseholdRow)?.HouseholdId;

    public bool HasFaults => PlaceFault is not null || RowFaults.Count > 0 || Fields.Any(f => f.Fault is not null);

    /// <summary>Takes the household that was picked for the field: its name or number, its id and its village.</summary>
    public void Pick(FormField field, HouseholdKey household)
    {
        field.Text = field.Column.Kind == ColumnKind.HouseholdNumber ? household.Number : household.HeadName;
        field.Fault = null;
        HouseholdId = household.Id;
        Region = household.Region;
    }

    /// <summary>A name typed over the picked one is no longer that household.</summary>
    public void Type(FormField field, string text)
    {
        if (field.Text == text) return;
        field.Text = text;
        if (field.Column.Kind is ColumnKind.HouseholdName or ColumnKind.HouseholdNumber) HouseholdId = null;
    }

    /// <summary>Checks one field as soon as it is left.</summary>
    public static void Check(FormField field, ColumnParser parser) =>
        field.Fault = field.IsMasked || field.Column.Kind == ColumnKind.HouseholdNumber ? null : SentenceOf(field, parser.Parse(field.Column, new Written(field.Text)));

    /// <summary>The row that the texts make, or null with the faults set.</summary>
    public LedgerRow? Build(ColumnParser parser, CodeLists codes, DateOnly today)
    {
        var row = RowCopy.Of(_ledger, _loaded);
        row.Region = Region;
        (PlaceFault, RowFaults) = (null, []);
        var readable = new List<Column>();
        foreach (var field in Fields)
        {
            field.Fault = null;
            if (field.IsMasked || field.Column.Kind == ColumnKind.HouseholdNumber) continue;
            var parsed = parser.Parse(field.Column, new Written(field.Text));
            field.Fault = parsed.IsGiven || !field.Column.Required ? SentenceOf(field, parsed) : RowValidation.MissingIn(field.Column);
            if (field.Fault is not null) continue;
            field.Column.Set!(row, parsed.Value);
            readable.Add(field.Column);
        }

        PutHousehold(row);
        PutFaults(RowValidation.OfColumns(_place is null ? readable : [.. readable, _place], row, today, codes));
        return HasFaults ? null : row;
    }

    /// <summary>Shows faults at their fields; those of no field stand above the form.</summary>
    public void PutFaults(IEnumerable<Fault> faults)
    {
        var others = new List<string>();
        foreach (var fault in faults)
        {
            if (Fields.FirstOrDefault(f => f.Column.Header == fault.Column) is { } field) field.Fault ??= fault.Message;
            else if (_place is not null && fault.Column == _place.Header) PlaceFault ??= fault.Message;
            else others.Add(fault.Message);
        }

        RowFaults = others;
    }

    private static bool IsTyped(Column column, LedgerRow row) => !column.IsDerived && column.Place is null
        && (column.Editing == FormEditing.Always || (column.Editing == FormEditing.WhenNew && row.Id == 0));

    private void PutHousehold(LedgerRow row)
    {
        if (row is IHouseholdRow named) named.HouseholdId = HouseholdId;
        foreach (var field in Fields.Where(f => f.Column.Kind == ColumnKind.HouseholdNumber))
        {
            if (HouseholdId is { } id) field.Column.Set!(row, id);
            else if (field.IsDirty || (row.Id == 0 && field.Column.Required && field.Text.Length == 0))
                field.Fault = field.Text.Length == 0 ? RowValidation.MissingIn(field.Column) : RowValidation.Sentence(field.Column.Header, $"没有这一户（“{field.Text}”）。请从列表中选择");
        }
    }

    private static string? SentenceOf(FormField field, Parsed parsed) => parsed.Fault is { } fault ? RowValidation.Sentence(field.Column.Header, fault) : null;
}
