using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>The households of a village with the state of their check (户名单); each leads to its page.</summary>
public sealed partial class HouseholdList : ComponentBase
{
    [Parameter, EditorRequired]
    public IReadOnlyList<HouseholdProgress> Households { get; set; } = [];

    [Parameter]
    public long CampaignId { get; set; }

    /// <summary>The chosen state, for the empty sentence.</summary>
    [Parameter]
    public string State { get; set; } = "";

    private static string ToneOf(string state) => state switch
    {
        HouseholdProgress.Finished => "closed",
        HouseholdProgress.Going => "rectify",
        _ => "outlined",
    };

    private static string IconOf(string state) => state switch
    {
        HouseholdProgress.Finished => Icons.Material.Outlined.CheckCircle,
        HouseholdProgress.Going => Icons.Material.Outlined.Pending,
        _ => Icons.Material.Outlined.RadioButtonUnchecked,
    };
}
