using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Features.Dashboard.Cards;

/// <summary>A measure month by month as upright bars (按月); a bar opens its month's list.</summary>
public sealed partial class MonthsCardView(MonthChart months, DashboardFigures places, NavigationManager navigation) : ComponentBase
{
    [Parameter, EditorRequired]
    public CourseCard Card { get; set; } = default!;

    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    [Parameter]
    public long Version { get; set; }

    private static ChartState State(MonthFigures? figures) => figures switch { null => ChartState.Loading, { IsEmpty: true } => ChartState.Empty, _ => ChartState.Ready };

    private static object Option(MonthFigures figures) => ChartLook.TimeBars([.. figures.Months.Select(m => m.Name)], [.. figures.Months.Select(m => m.Value)], figures.Name);

    private Task<MonthFigures> ReadAsync(CancellationToken ct) => Card.ReadAsync(months, View, ct);

    private void Open(MonthFigures? figures, ChartClick click)
    {
        if (figures?.Months.FirstOrDefault(m => m.Name == click.Name) is { } month) navigation.NavigateTo(month.Href);
    }
}
