using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>The words of the room for places (页面地区): its townships are streets with 社区.</summary>
internal static class WorksPlace
{
    public static string LevelBelow(long region) => RegionKey.LevelOf(region) switch { RegionLevel.Township => "社区", RegionLevel.County => "乡镇", _ => "县" };
}
