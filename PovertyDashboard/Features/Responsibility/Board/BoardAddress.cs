using System.Globalization;

namespace PovertyDashboard.Features.Responsibility.Board;

/// <summary>The address of the notice board (公示牌地址).</summary>
public static class BoardAddress
{
    public const string Page = "/responsibility/board";

    public static string Of(long place) => string.Create(CultureInfo.InvariantCulture, $"{Page}?place={place}");
}
