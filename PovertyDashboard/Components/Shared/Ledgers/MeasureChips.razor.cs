using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The measures of a ledger above its table (指标条): counts as chips, sums and rates at the right; a click shows their rows.</summary>
public sealed partial class MeasureChips(LedgerCatalog catalog) : ComponentBase
{
    private IReadOnlyList<(Measure Measure, string Href)> chips = [];
    private IReadOnlyList<(Measure Measure, string Href)> others = [];

    [Parameter, EditorRequired]
    public Ledger Ledger { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerQuery Query { get; set; } = default!;

    /// <summary>Measure key → figure of the region shown, as far as the user may see it.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, Figure> Figures { get; set; } = default!;

    /// <summary>A room's own measure of all rows is the first chip too.</summary>
    private string SelectedKey => Query.Measure is { } key && catalog.Measure(key)?.Title != Ledger.AllRows.Title ? key : Ledger.AllRows.Key;

    protected override void OnParametersSet()
    {
        var measures = catalog.MeasuresOf(Ledger).Where(m => m.IsChip && Figures.ContainsKey(m.Key) && m.Title != Ledger.AllRows.Title).ToList();
        chips = [.. measures.Where(m => m.Kind == MeasureKind.Count).Prepend(Ledger.AllRows).Select(With)];
        others = [.. measures.Where(m => m.Kind != MeasureKind.Count).Select(With)];
    }

    private (Measure, string) With(Measure measure) =>
        (measure, LedgerAddress.Page(Ledger, Query with { Measure = measure == Ledger.AllRows ? null : measure.Key, Cursor = "" }));

    /// <summary>Red only where something is late: a measure that should fall and is named so.</summary>
    private bool IsWorst(Measure measure) =>
        measure.Good == GoodDirection.Down && measure.Title.Contains("逾期", StringComparison.Ordinal) && Figures.GetValueOrDefault(measure.Key).Count > 0;
}
