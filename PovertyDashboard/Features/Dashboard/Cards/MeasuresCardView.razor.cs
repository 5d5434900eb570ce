using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Cards;

/// <summary>Several counts of one ledger beside each other (指标对照); they may overlap.</summary>
public sealed partial class MeasuresCardView(MeasuresChart measures, DashboardFigures places) : ComponentBase
{
    [Parameter, EditorRequired]
    public MeasuresCard Card { get; set; } = default!;

    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    [Parameter]
    public long Version { get; set; }

    private static string? Note(ChartFigures? chart) => chart is null ? null : $"单位：{chart.Unit}　{(chart.Unit.StartsWith('户') ? "一户" : "一人")}可属多类";

    private Task<ChartFigures> ReadAsync(CancellationToken ct) => measures.ReadAsync(Card.Measures, Card.Whole, "类别", View, ct);
}
