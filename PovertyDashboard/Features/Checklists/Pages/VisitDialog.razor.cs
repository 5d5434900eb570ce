using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>Asks what the supervision group saw in a village (登记到村).</summary>
public sealed partial class VisitDialog : ComponentBase
{
    private string findings = "";

    [Parameter, EditorRequired]
    public string Place { get; set; } = "";

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;
}
