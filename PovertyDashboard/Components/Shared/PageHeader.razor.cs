using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared;

/// <summary>The head of a page (页头): title, scope in grey, live indicator and toolbar.</summary>
public sealed partial class PageHeader : ComponentBase
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Region, number of villages and date, joined by " · ".</summary>
    [Parameter]
    public string? Scope { get; set; }

    /// <summary>A <see cref="LiveIndicator"/> or a chip beside the scope.</summary>
    [Parameter]
    public RenderFragment? Live { get; set; }

    /// <summary>Buttons, the main one first on ledgers and last in flows.</summary>
    [Parameter]
    public RenderFragment? Toolbar { get; set; }
}
