using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>A day or month typed in any usual form, or picked from the browser's calendar (日期输入).</summary>
public sealed partial class DateInput : ComponentBase
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Value { get; set; } = "";

    [Parameter]
    public bool IsMonth { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public string? Fault { get; set; }

    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public EventCallback<string> OnChange { get; set; }
}
