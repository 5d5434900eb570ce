using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>The plan of a campaign (实施方案): requirements, standards and the scan of the paper.</summary>
public sealed partial class PlanCard : ComponentBase
{
    [Parameter, EditorRequired]
    public Campaign Campaign { get; set; } = default!;

    [Parameter]
    public bool MayWrite { get; set; }

    private bool HasPlan => Campaign.PlanTitle.Length > 0 || Campaign.RequirementList.Count > 0;
}
