using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Components.Shared;

/// <summary>Rows in the size of a table's while they are on their way (骨架行).</summary>
public sealed partial class SkeletonRows : ComponentBase
{
    [Parameter]
    public int Rows { get; set; } = 8;

    [Parameter]
    public int Cells { get; set; } = 5;

    // Bars of unlike length look like text; the same at every render, so that nothing flickers.
    private int Width(int row, int cell) => (100 / Cells) * (55 + (row * 7 + cell * 13) % 35) / 100;
}
