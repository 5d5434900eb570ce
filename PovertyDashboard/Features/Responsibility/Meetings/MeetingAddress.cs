using System.Globalization;

namespace PovertyDashboard.Features.Responsibility.Meetings;

/// <summary>The addresses of meetings (例会地址).</summary>
public static class MeetingAddress
{
    public static string Of(long meeting) => string.Create(CultureInfo.InvariantCulture, $"/responsibility/meetings/{meeting}");
}
