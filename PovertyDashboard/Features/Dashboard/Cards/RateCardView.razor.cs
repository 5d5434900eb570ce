using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Features.Dashboard.Cards;

/// <summary>A rate of each place below as progress bars (进度), lowest first.</summary>
public sealed partial class RateCardView(ProgressChart progress) : ComponentBase
{
    [Parameter, EditorRequired]
    public RateCard Card { get; set; } = default!;

    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    [Parameter]
    public long Version { get; set; }

    private string Note(ChartFigures? chart) => $"单位：{chart?.Unit ?? "户"}　橙色低于 {Card.Low:0}%";

    private Task<ChartFigures> ReadAsync(CancellationToken ct) => progress.ReadAsync(Card.Ratio, Card.Missing, View, Card.Low, ct);

    private ChartFigures? Worst(ChartFigures? all) => all is null ? null : WorstRows.Take(all, PlaceWords.NounBelow(View.Region), Ends);

    private IReadOnlyList<BarEnd> Ends(IReadOnlyList<ChartMark> marks) => ProgressChart.Ends(marks[0].Count, marks.Sum(m => m.Count), Card.Low);
}
