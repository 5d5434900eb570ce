using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Shared.Places;

/// <summary>The place that a page is about, as its address says (页面地区).</summary>
internal static class PagePlace
{
    /// <summary>The place that is shown without being asked for.</summary>
    public static long HomeOf(RegionScope scope, RegionTree tree) => scope.HomeIn(tree) ?? (tree.Nodes.Count > 0 ? tree.Nodes[0].Key : 0);

    /// <summary>Whether the user sees no part of the place, or there is none.</summary>
    public static bool IsMissing(long region, RegionScope scope, RegionTree tree) => tree.Find(region) is null || !scope.Touches(region);
}
