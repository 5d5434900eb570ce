using Microsoft.AspNetCore.Components;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>The way from the user's own place down to the one shown (地区路径).</summary>
public sealed partial class PlaceTrail(RegionDirectory regions) : ComponentBase
{
    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    /// <summary>What stands above the user's own place is left out: its figures would be the same.</summary>
    private IReadOnlyList<RegionNode> Path => [.. regions.Tree.PathOf(View.Region).Where(n => n.Key == View.Region || (View.Scope.HomeIn(regions.Tree) is { } home && RegionKey.Subtree(home).Contains(n.Key)))];

    private string NameOf(RegionNode node) => View.Scope.NameOf(node.Key, regions.Tree);
}
