using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Screenings.Pages;

/// <summary>
/// The form of a screening as it is filled in (摸排表单): results follow from the facts as they are typed, until somebody chooses one
/// himself where facts do not tell.
/// </summary>
public sealed class ScreeningForm
{
    private readonly Screening _loaded;
    private readonly ScreeningJudge _judge;
    private readonly ColumnParser _parser;

    public ScreeningForm(Screening loaded, ScreeningJudge judge, ColumnParser parser)
    {
        (_loaded, _judge, _parser) = (loaded, judge, parser);
        Form = new LedgerForm(ScreeningLedger.Ledger, ScreeningLedger.Ledger.Columns, loaded);
        Judge();
    }

    public LedgerForm Form { get; }

    /// <summary>The household and day of the form.</summary>
    public Screening Loaded => _loaded;

    /// <summary>What the facts say now, by item.</summary>
    public IReadOnlyDictionary<ScreeningItem, Judgement?> Judgements { get; private set; } = new Dictionary<ScreeningItem, Judgement?>();

    /// <summary>The four indicators of water as they stand.</summary>
    public IReadOnlyList<(string Name, string Grade)> WaterGrades { get; private set; } = [];

    public int Answered => ScreeningItem.All.Count(i => ResultOf(i).Length > 0);

    public IReadOnlyList<ScreeningItem> Failed => [.. ScreeningItem.All.Where(i => ResultOf(i) == ScreeningResult.Failed)];

    public FormField Field(string header) => Form.Fields.First(f => f.Column.Header == header);

    /// <summary>The facts of an item, without its result and basis.</summary>
    public IReadOnlyList<FormField> FactsOf(ScreeningItem item) =>
        [.. Form.Fields.Where(f => f.Column.Group == item.Name && f.Column.Header != item.Name && f.Column.Header != item.BasisHeader && !(IsPipedIn && IsOfFetching(f)))];

    public string ResultOf(ScreeningItem item) => Field(item.Name).Text;

    /// <summary>A result against the facts: said at once, before it is saved.</summary>
    public string? ClashOf(ScreeningItem item) => ResultOf(item) is { Length: > 0 } result && Judgements.GetValueOrDefault(item) is { } judged && judged.Result != result
        ? $"按所填情况应为“{judged.Result}”（{judged.Words}）。请核对情况，或改选结果。"
        : null;

    public void Choose(ScreeningItem item, string result)
    {
        var field = Field(item.Name);
        Form.Type(field, result);
        field.Fault = null;
    }

    /// <summary>A fact was typed: its own fault stands at once, and results follow where the facts tell.</summary>
    public void Typed(FormField field)
    {
        LedgerForm.Check(field, _parser);
        Judge();
    }

    /// <summary>Water in the house is not fetched: ways and times are not asked for.</summary>
    private bool IsPipedIn => Form.Fields.First(f => f.Column.Key == nameof(Screening.PipedIn)).Text == "是";

    private static bool IsOfFetching(FormField field) => field.Column.Key is nameof(Screening.FetchMinutes) or nameof(Screening.FetchDistance) or nameof(Screening.FetchHeight);

    private void Judge()
    {
        var now = Peek();
        Judgements = ScreeningItem.All.ToDictionary(i => i, i => _judge.Of(i, now));
        WaterGrades = _judge.Water.Grades(now);
        foreach (var (item, judged) in Judgements)
            if (judged is not null) Choose(item, judged.Result);
    }

    /// <summary>The row as far as it can be read.</summary>
    private Screening Peek()
    {
        var row = (Screening)RowCopy.Of(ScreeningLedger.Ledger, _loaded);
        foreach (var field in Form.Fields)
            if (_parser.Parse(field.Column, new Written(field.Text)) is { Fault: null } parsed && !(field.Column.Required && !parsed.IsGiven)) field.Column.Set!(row, parsed.Value);
        return row;
    }
}
