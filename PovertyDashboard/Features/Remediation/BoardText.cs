using System.Globalization;

namespace PovertyDashboard.Features.Remediation;

/// <summary>How the board writes its figures (看板数字).</summary>
internal static class BoardText
{
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>+3, −2.</summary>
    public static string Signed(long change) => change > 0 ? $"+{Number(change)}" : $"−{Number(-change)}";

    public static string Rate(BoardRow row) => (row.ClosingRate ?? 0).ToString("0.0", CultureInfo.InvariantCulture);
}
