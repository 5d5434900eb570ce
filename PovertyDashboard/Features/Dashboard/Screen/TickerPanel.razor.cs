using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>The latest changes (实时动态): time, village and what was done; no names, IDs or illness.</summary>
public sealed partial class TickerPanel : ComponentBase
{
    [Parameter, EditorRequired]
    public IReadOnlyList<TickerLine> Lines { get; set; } = [];

    private static string IconOf(TickerKind kind) => kind switch
    {
        TickerKind.Checked => Icons.Material.Outlined.Checklist,
        TickerKind.Closed => Icons.Material.Outlined.CheckCircle,
        TickerKind.Found => Icons.Material.Outlined.WarningAmber,
        TickerKind.Handed => Icons.Material.Outlined.Build,
        TickerKind.Returned => Icons.Material.Outlined.Undo,
        TickerKind.Verifying => Icons.Material.Outlined.FactCheck,
        TickerKind.Added => Icons.Material.Outlined.AddCircleOutline,
        TickerKind.Removed => Icons.Material.Outlined.RemoveCircleOutline,
        _ => Icons.Material.Outlined.Edit,
    };

    private static string ToneOf(TickerKind kind) => kind switch
    {
        TickerKind.Closed => "good",
        TickerKind.Found or TickerKind.Returned => "bad",
        _ => "",
    };
}
