using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The rows of a ledger as cards of four lines (卡片), for phones: name and state, place and person, first text, two values, the amount of money, and the next step.</summary>
public sealed partial class LedgerCards(RegionDirectory regions) : ComponentBase
{
    private TableLayout form = TableLayout.Of([]);
    private IReadOnlyList<Column> marks = [];
    private IReadOnlyList<Column> pairs = [];
    private Column? lead;
    private Column? person;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<Column> Columns { get; set; } = [];

    [Parameter, EditorRequired]
    public LedgerPageResult Page { get; set; } = default!;

    [Parameter]
    public LedgerPresentation? Presentation { get; set; }

    protected override void OnParametersSet()
    {
        form = TableLayout.Of(Columns);
        var own = Presentation?.Cells;
        // A value that its room draws is what people look for first: its state, its deadline.
        marks = [.. Columns.Where(c => own?.ContainsKey(c.Key) == true && c != form.Link).Take(2)];
        person = Columns.FirstOrDefault(c => c.Kind is ColumnKind.PersonName or ColumnKind.HouseholdName && c != form.Link);
        lead = Columns.FirstOrDefault(c => c.Kind == ColumnKind.LongText) ?? Columns.FirstOrDefault(c => c.Kind is ColumnKind.Text && c != form.Link);
        var rest = Columns.Where(c => c.Place is null && c != form.Link && c != lead && c != person && !marks.Contains(c)).ToList();
        // A ledger that adds up money is looked at for the amount.
        var amount = rest.Skip(2).FirstOrDefault(c => c is { Kind: ColumnKind.Money, Total: true });
        pairs = amount is null || rest.Take(2).Any(c => c.Kind == ColumnKind.Money) ? [.. rest.Take(2)] : [.. rest.Take(2), amount];
    }
}
