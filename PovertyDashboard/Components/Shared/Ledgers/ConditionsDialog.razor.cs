using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Conditions on any column of a ledger (更多条件).</summary>
public sealed partial class ConditionsDialog(CodeListDirectory codes, Clock clock) : ComponentBase
{
    private List<ConditionDraft> drafts = [];

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public Ledger Ledger { get; set; } = default!;

    /// <summary>The conditions in force.</summary>
    [Parameter]
    public IReadOnlyList<ColumnFilter> Filters { get; set; } = [];

    /// <summary>Personal numbers are found by the search box or not at all: a part of one in an address would be a leak.</summary>
    private IEnumerable<Column> Free => Ledger.Columns.Where(c => c is { Member: not null, Place: null, Sensitivity: Sensitivity.None } && drafts.All(d => d.Column != c));

    protected override void OnInitialized() =>
        drafts = [.. Filters.Select(f => (f.Value, Column: Ledger.Columns.FirstOrDefault(c => c.Key == f.Column || c.Header == f.Column)))
            .Where(f => f.Column is not null).Select(f => ConditionDraft.Of(f.Column!, f.Value))];

    private void Add(string? key)
    {
        if (Free.FirstOrDefault(c => c.Key == key) is { } column) drafts.Add(new ConditionDraft(column));
    }

    private void Apply()
    {
        var parser = new ColumnParser(codes.Current, clock.Today);
        var filters = drafts.Select(d => (d.Column.Key, Value: d.Value(parser))).ToList();
        if (drafts.Any(d => d.Fault is not null)) return;
        Dialog.Close(DialogResult.Ok<IReadOnlyList<ColumnFilter>>([.. filters.Where(f => f.Value is not null).Select(f => new ColumnFilter(f.Key, f.Value!))]));
    }
}
