using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>A panel of bars (面板) of the big screen, greatest first.</summary>
public sealed partial class BarsPanel : ComponentBase
{
    [Parameter, EditorRequired]
    public ScreenBars Panel { get; set; } = default!;
}
