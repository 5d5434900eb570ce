using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Cards;

/// <summary>The places that need attention (需要关注的村), worst first, each with why.</summary>
public sealed partial class AttentionCardView(Attention attention) : ComponentBase
{
    private const int Top = 5;

    private bool showAll;

    [Parameter, EditorRequired]
    public AttentionCard Card { get; set; } = default!;

    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    [Parameter]
    public long Version { get; set; }

    private string Title => $"{Card.Title}的{PlaceWords.NounBelow(View.Region)}";

    private Task<IReadOnlyList<AttentionRow>> ReadAsync(CancellationToken ct) => attention.ReadAsync(View, ct);
}
