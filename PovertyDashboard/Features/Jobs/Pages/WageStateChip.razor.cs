using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>The state of a wage sheet with its colour, icon and word (工资表状态).</summary>
public sealed partial class WageStateChip : ComponentBase
{
    [Parameter, EditorRequired]
    public string State { get; set; } = "";

    private (string Tone, string Icon) Look => State switch
    {
        WageState.Fixed => ("closed", Icons.Material.Outlined.Lock),
        WageState.Pending => ("verify", Icons.Material.Outlined.FactCheck),
        WageState.Draft => ("rectify", Icons.Material.Outlined.EditNote),
        _ => ("assign", Icons.Material.Outlined.Inbox),
    };
}
