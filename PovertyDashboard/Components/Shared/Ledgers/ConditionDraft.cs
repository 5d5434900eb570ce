using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>A condition while it is being put together (条件草稿).</summary>
public sealed class ConditionDraft(Column column)
{
    public Column Column { get; } = column;

    /// <summary>Chosen code texts, or 是 / 否.</summary>
    public List<string> Texts { get; } = [];

    public string From { get; set; } = "";

    public string To { get; set; } = "";

    /// <summary>Part of a text.</summary>
    public string Part { get; set; } = "";

    /// <summary>Only rows where nothing is given.</summary>
    public bool IsBlank { get; set; }

    public string? Fault { get; private set; }

    private bool IsRange => Column.IsNumber || Column.Kind is ColumnKind.Date or ColumnKind.Month;

    public static ConditionDraft Of(Column column, string value)
    {
        var draft = new ConditionDraft(column) { IsBlank = value == LedgerFilter.Blank };
        if (draft.IsBlank) return draft;
        if (draft.IsRange) (draft.From, draft.To) = ConditionText.Range(value);
        else if (column.Kind is ColumnKind.Code or ColumnKind.Codes or ColumnKind.YesNo) draft.Texts.AddRange(value.Split('|'));
        else draft.Part = value;
        return draft;
    }

    public void Toggle(string text)
    {
        if (!Texts.Remove(text)) Texts.Add(text);
    }

    /// <summary>The condition as it stands in an address; null when it asks for nothing or is wrong (<see cref="Fault"/>).</summary>
    public string? Value(ColumnParser parser)
    {
        Fault = null;
        if (IsBlank) return LedgerFilter.Blank;
        if (Column.Kind is ColumnKind.Code or ColumnKind.Codes or ColumnKind.YesNo) return Texts.Count == 0 ? null : string.Join('|', Texts);
        if (!IsRange) return Part.Trim() is { Length: > 0 } part ? part : null;
        var (from, to) = (End(parser, From), End(parser, To));
        return Fault is null ? ConditionText.RangeOf(from, to) : null;
    }

    /// <summary>An end of the range as filters write it: 2020-08-01, 2020-08, 4000.50.</summary>
    private string End(ColumnParser parser, string text)
    {
        var parsed = parser.Parse(Column, new Written(text));
        if (parsed.Fault is { } fault) Fault = RowValidation.Sentence(Column.Header, fault);
        return parsed.Value is null ? "" : ColumnText.Format(Column, parsed.Value).Replace(",", "", StringComparison.Ordinal).Replace('−', '-');
    }
}
