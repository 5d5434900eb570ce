using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The foot of a ledger's table (表尾): selection with its actions left, page size and turning right.</summary>
public sealed partial class LedgerPager : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerPageResult Page { get; set; } = default!;

    [Parameter]
    public LedgerPresentation? Presentation { get; set; }

    [Parameter]
    public IReadOnlyDictionary<long, LedgerRow> Selected { get; set; } = new Dictionary<long, LedgerRow>();

    /// <summary>Takes the selected rows out as a file.</summary>
    [Parameter]
    public EventCallback OnExport { get; set; }

    [Parameter]
    public EventCallback OnClear { get; set; }

    [Parameter]
    public EventCallback<int> OnSize { get; set; }

    private IReadOnlyList<LedgerRow> Rows => [.. Selected.Values];

    private string Range => Page.Rows.Count == 0
        ? $"共 {FigureText.Count(Page.Total)} {View.Ledger.Unit}"
        : $"第 {FigureText.Count(Page.First)}–{FigureText.Count(Page.First + Page.Rows.Count - 1)} {View.Ledger.Unit}，共 {FigureText.Count(Page.Total)} {View.Ledger.Unit}";
}
