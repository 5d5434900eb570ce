using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Remediation;

/// <summary>The board as cards, one for each place (清零看板卡片): a phone shows no table of seventeen columns.</summary>
public sealed partial class BoardCards : ComponentBase
{
    [Parameter, EditorRequired]
    public Board Board { get; set; } = default!;

    /// <summary>The board of the places below a row; null for villages and for what the place itself owns.</summary>
    [Parameter, EditorRequired]
    public Func<BoardRow, string?> Below { get; set; } = default!;
}
