using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared;

/// <summary>A question mark that opens an explanation (说明), by click or key, never by hover alone.</summary>
public sealed partial class HelpText : ComponentBase
{
    /// <summary>What is explained, such as 销号率.</summary>
    [Parameter, EditorRequired]
    public string About { get; set; } = "";

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
