using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Cards;

/// <summary>Problems by place or category (各村问题整改), overdue cut out of its state, with the closing rate.</summary>
public sealed partial class ProblemsCardView(ProblemChart problems, DashboardFigures places) : ComponentBase
{
    private bool chosen;

    [Parameter, EditorRequired]
    public ProblemsCard Card { get; set; } = default!;

    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    [Parameter]
    public long Version { get; set; }

    private bool HasPlaces => View.Children(places.Tree).Any();

    /// <summary>A village has nothing below to compare.</summary>
    private bool ByCategory => chosen || !HasPlaces;

    private string Noun => ByCategory ? "类别" : PlaceWords.NounBelow(View.Region);

    private string Title => $"各{Noun}{Card.Title}";

    private static string Note => $"单位：件　销号率 = 已销号 ÷ 发现，红色低于 {ProblemSegments.LowRate:0}%";

    private Task<ChartFigures> ReadAsync(CancellationToken ct) => ByCategory ? problems.ByCategoryAsync(View, ct) : problems.ByPlaceAsync(View, ct);

    private ChartFigures? Worst(ChartFigures? all) => all is null ? null : WorstRows.Take(all, Noun, ProblemSegments.Ends);
}
