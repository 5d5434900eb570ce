using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>The household's rows of one ledger, newest first (关联台账).</summary>
public sealed partial class LinkedTable(IEnumerable<LedgerPresentation> presentations) : ComponentBase
{
    private LedgerPageResult page = new([], 0, 0, null, null);

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<Column> Columns { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyList<LedgerRow> Rows { get; set; } = [];

    private Ledger Ledger => View.Ledger;

    protected override void OnParametersSet() => page = new LedgerPageResult(Rows, Rows.Count, 1, null, null);

    private LedgerPresentation? Presentation => presentations.FirstOrDefault(p => p.Ledger == Ledger.Key);

    /// <summary>The ledger's page for the village; a name does not belong into an address.</summary>
    private string AllHref => LedgerAddress.Page(Ledger, View.Query);
}
