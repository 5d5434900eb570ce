using Microsoft.AspNetCore.Components;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>The way from the user's own place down to the one shown (地区路径).</summary>
public sealed partial class PlaceTrail(RegionDirectory regions) : ComponentBase
{
    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    /// <summary>What stands above the user's own place is left out: its figures would not be its whole.</summary>
    private IReadOnlyList<RegionNode> Path => [.. regions.Tree.PathOf(View.Region).Where(n => View.Scope.Covers(n.Key) || n.Key == View.Region)];
}
