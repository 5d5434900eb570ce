using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>The three columns of every page of the big screen (大屏三栏), tiles above the middle one.</summary>
public sealed partial class ScreenColumns : ComponentBase
{
    /// <summary>"chief" for the first page, whose middle and right hold panels of unequal height.</summary>
    [Parameter]
    public string Class { get; set; } = "";

    [Parameter, EditorRequired]
    public IReadOnlyList<TileModel> Tiles { get; set; } = [];

    [Parameter, EditorRequired]
    public RenderFragment Left { get; set; } = default!;

    [Parameter, EditorRequired]
    public RenderFragment Middle { get; set; } = default!;

    [Parameter, EditorRequired]
    public RenderFragment Right { get; set; } = default!;
}
