using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Features.Administration;

/// <summary>Shows a one-time password (一次性密码) once, to be told to its user.</summary>
public sealed partial class OneTimePasswordDialog : ComponentBase
{
    [Parameter, EditorRequired]
    public string Message { get; set; } = "";

    [Parameter, EditorRequired]
    public string Password { get; set; } = "";

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;
}
