using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>Place and month of the room's pages, as their addresses say (页面地区与月份).</summary>
internal static class JobsPlace
{
    /// <summary>The place that is shown without being asked for: the user's one place, else the top of the tree.</summary>
    public static long HomeOf(RegionScope scope, RegionTree tree) => scope is { IsEverything: false, Roots.Count: 1 } ? scope.Roots[0] : tree.Nodes.Count > 0 ? tree.Nodes[0].Key : 0;

    /// <summary>The month as 2020-08 or 202008; null where it is none.</summary>
    public static int? MonthOf(string? text) =>
        int.TryParse(text?.Replace("-", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && YearMonth.IsMonth(month) ? month : null;

    public static string Address(string page, long region, int month) => string.Create(CultureInfo.InvariantCulture, $"{page}?region={region}&month={YearMonth.Text(month)}");
}
