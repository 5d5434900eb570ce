using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>One figure of the overview (磁贴), drawn with the shared tile.</summary>
public sealed partial class TileView : ComponentBase
{
    [Parameter, EditorRequired]
    public TileModel Tile { get; set; } = default!;

    private bool IsUnknown => Tile.Figure.Value is null;

    private string? Reason => IsUnknown ? "还没有可以计算的数据" : null;

    private TileState State => IsUnknown ? TileState.Unknown : Tile.IsCleared ? TileState.Cleared : TileState.Ready;
}
