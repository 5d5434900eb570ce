using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>A panel of a further page (面板): bars, or upright bars by month.</summary>
public sealed partial class PanelView : ComponentBase
{
    /// <summary>What a panel of the middle column leaves for its chart when two stand above each other.</summary>
    private const int Height = 300;

    [Parameter, EditorRequired]
    public ScreenPanel Panel { get; set; } = default!;

    private static string TextOf(ScreenMonths panel) => $"{panel.Title}：" + string.Join("，", panel.Figures.Months.Select(m => $"{m.Name} {m.Text} {panel.Figures.Unit}"));
}
