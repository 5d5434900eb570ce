using System.Globalization;

namespace PovertyDashboard.Features.Responsibility.Visits;

/// <summary>The addresses of visits (走访地址).</summary>
public static class VisitAddress
{
    /// <summary>Who has visited and who has not, by helper and village.</summary>
    public const string Overview = "/responsibility/visits";

    public static string Of(long visit) => string.Create(CultureInfo.InvariantCulture, $"{Overview}/{visit}");

    /// <summary>The form for a visit to the household.</summary>
    public static string New(long household) => string.Create(CultureInfo.InvariantCulture, $"{Overview}/new?household={household}");

    public static string Household(long household, string? tab = null) => string.Create(CultureInfo.InvariantCulture, $"/households/{household}{(tab is null ? "" : $"?tab={tab}")}");
}
