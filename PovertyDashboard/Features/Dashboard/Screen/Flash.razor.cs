using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>A figure that flashes once when it has changed (变化提示); nothing else on the screen moves.</summary>
public sealed partial class Flash : ComponentBase
{
    private string? _shown;
    private bool changed;

    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    protected override void OnParametersSet()
    {
        changed = _shown is not null && _shown != Value;
        _shown = Value;
    }
}
