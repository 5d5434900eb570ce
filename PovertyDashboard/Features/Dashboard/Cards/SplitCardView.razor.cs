using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Cards;

/// <summary>A breakdown as stacked bars (分组图), as counts or as shares.</summary>
public sealed partial class SplitCardView(SplitChart split, DashboardFigures places) : ComponentBase
{
    private bool asShare;

    [Parameter, EditorRequired]
    public SplitCard Card { get; set; } = default!;

    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    [Parameter]
    public long Version { get; set; }

    private string? Note(ChartFigures? chart) => chart is null ? null : $"单位：{(asShare ? "%" : chart.Unit)}　合计 {FigureText.Count(chart.Total)} {chart.Unit}";

    private object? Option(ChartFigures? all) => Most(all) is not { } shown ? null : asShare ? ChartDrawing.Shares(shown) : ChartDrawing.Totals(shown);

    private Task<ChartFigures> ReadAsync(CancellationToken ct) => split.ReadAsync(Card.Breakdown, Card.Rows, View, ct);

    private static ChartFigures? Most(ChartFigures? all) => all is null ? null : WorstRows.Take(all, "项", marks => SplitChart.Ends(marks.Sum(m => m.Count), all.Total));
}
