using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Components.Shared;

/// <summary>What is missing, what will stand here or why, and one or two buttons (空状态).</summary>
public sealed partial class EmptyState : ComponentBase
{
    /// <summary>What is missing, such as 8 月还没有义诊登记.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What will be here, or the conditions that leave nothing.</summary>
    [Parameter]
    public string? Text { get; set; }

    [Parameter]
    public string Icon { get; set; } = Icons.Material.Outlined.Inbox;

    /// <summary>1 where the sentence is the page's heading, else 0.</summary>
    [Parameter]
    public int Heading { get; set; }

    /// <summary>One or two small buttons.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
