using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Features.Works.Sites;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>The state of a work with its colour and icon (改造状态).</summary>
public sealed partial class WorkStateChip : ComponentBase
{
    [Parameter, EditorRequired]
    public string State { get; set; } = "";

    private string Tone => State switch { WorkState.Done => "closed", WorkState.Underway => "rectify", _ => "outlined" };

    private string Glyph => State switch { WorkState.Done => Icons.Material.Outlined.CheckCircle, WorkState.Underway => Icons.Material.Outlined.Construction, _ => Icons.Material.Outlined.EventNote };
}
