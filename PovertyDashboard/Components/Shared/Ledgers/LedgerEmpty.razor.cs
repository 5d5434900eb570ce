using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>A list without rows (空列表): the ledger has none yet, or the conditions leave none.</summary>
public sealed partial class LedgerEmpty(LedgerCatalog catalog, RegionDirectory regions) : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    [Parameter]
    public LedgerPresentation? Presentation { get; set; }

    private bool IsFiltered => View.Query.IsFiltered || View.Query.Region is not null || View.Query.Ids.Count > 0;

    private string Thing => View.Ledger.Title.EndsWith("台账", StringComparison.Ordinal) ? View.Ledger.Title[..^2] : View.Ledger.Title;

    private string Conditions => string.Join('、', ConditionList.Of(View.Ledger, View.Query, catalog, regions.Tree, View.User.Scope, View.Today).Select(c => c.Text));

    private bool MayAdd => View.Ledger.MayEdit(View.User) && Presentation?.MayAdd != false;

    private bool MayImport => View.Ledger.Importable && View.User.May(Act.Import) && View.Ledger.IsKeptBy(View.User);
}
