using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Features.Dashboard.Cards;

/// <summary>A measure day by day through the month with the plan to nought (日走势).</summary>
public sealed partial class LineCardView(DailyLines lines, NavigationManager navigation) : ComponentBase
{
    [Parameter, EditorRequired]
    public LineCard Card { get; set; } = default!;

    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    [Parameter]
    public long Version { get; set; }

    /// <summary>The option of the month's lines, also drawn on the big screen.</summary>
    public static object Option(DailyLine line) => ChartLook.TimeLines(
        [.. line.Days.Select(d => $"{d.Day} 日")],
        [
            new TimeLine("实际", [.. line.Days.Select((_, i) => i < line.Actual.Count ? (decimal?)line.Actual[i] : null)], "chart-1", IsArea: true),
            new TimeLine(PlanName(line), [.. line.Plan.Select(p => p is { } value ? (decimal?)Math.Round((decimal)value, 1) : null)], "chart-2", IsPlan: true),
        ],
        fromNought: true);

    public static string PlanName(DailyLine line) => $"清零计划（{line.Days[^1].Day} 日为 0）";

    private static ChartState State(LineData? data) => data switch { null => ChartState.Loading, { Line: { IsEmpty: false } } => ChartState.Ready, _ => ChartState.Empty };

    private static string? Note(DailyLine? line) => line is null ? null : $"单位：{line.Unit}　{line.Days[0].Month} 月每日";

    private async Task<LineData> ReadAsync(CancellationToken ct) => new(await lines.ReadAsync(Card.Measure, View, ct));

    private void Open(DailyLine? line)
    {
        if (line is not null) navigation.NavigateTo(line.Href);
    }

    internal sealed record LineData(DailyLine? Line);
}
