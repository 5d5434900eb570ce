using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>One big figure of the screen (大屏指标).</summary>
public sealed partial class ScreenTile : ComponentBase
{
    [Parameter, EditorRequired]
    public TileModel Tile { get; set; } = default!;

    /// <summary>One line only: the note, or the change where there is none.</summary>
    private string Foot => Tile.Note ?? Tile.Change?.Text ?? "";

    private string Tone => Tile.Note is null && Tile.Change is { } change ? change.Tone switch { ChangeTone.Good => "good", ChangeTone.Bad => "bad", _ => "" } : "";
}
