using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Charts;

namespace PovertyDashboard.Features.Dashboard.Cards;

/// <summary>A bar chart's card (条形图卡片): chart, table, workbook and the way from each mark to its list.</summary>
public sealed partial class FigureCard(NavigationManager navigation) : ComponentBase
{
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public string? Note { get; set; }

    /// <summary>The bars drawn; null while they are on their way.</summary>
    [Parameter, EditorRequired]
    public ChartFigures? Chart { get; set; }

    [Parameter]
    public object? Option { get; set; }

    [Parameter]
    public int Height { get; set; } = 300;

    /// <summary>The same figures as a table, all bars.</summary>
    [Parameter, EditorRequired]
    public FigureSheet Sheet { get; set; } = default!;

    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    [Parameter]
    public string? ExportHref { get; set; }

    [Parameter]
    public string EmptyTitle { get; set; } = "";

    [Parameter]
    public string? EmptyText { get; set; }

    [Parameter]
    public RenderFragment? Views { get; set; }

    [Parameter]
    public RenderFragment? Foot { get; set; }

    private ChartState State => Chart switch { null => ChartState.Loading, { IsEmpty: true } => ChartState.Empty, _ => ChartState.Ready };

    private void Click(ChartClick click)
    {
        if (Chart is null) return;
        // A bar that sums several places has no list of its own: the table of all places has them.
        navigation.NavigateTo(ChartDrawing.HrefOf(Chart, click) ?? FigureHref.Overview(View.Region) + "#places");
    }
}
