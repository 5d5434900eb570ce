using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;

namespace PovertyDashboard.Features.Projects.Pages;

/// <summary>Leads from the distributions to the plan of the place (分配方案).</summary>
public sealed partial class PlanButton(LedgerPageReader reader) : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private string Href => ProjectAddress.Plan(reader.RegionOf(View.Query), View.Today.Year, null);
}
