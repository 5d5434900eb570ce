using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared;

/// <summary>A Material icon (图标) that is only seen: the word beside it or the button's label is what is read.</summary>
public sealed partial class Icon : ComponentBase
{
    /// <summary>One of MudBlazor's constants such as Icons.Material.Outlined.Build, never text from a user.</summary>
    [Parameter, EditorRequired]
    public string Of { get; set; } = "";

    [Parameter]
    public string? Class { get; set; }
}
