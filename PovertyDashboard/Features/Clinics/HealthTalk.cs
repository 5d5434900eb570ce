using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics;

/// <summary>A health talk (健康讲座), at a clinic or on its own.</summary>
public sealed class HealthTalk : LedgerRow
{
    public DateOnly HeldOn { get; set; }

    public string Venue { get; set; } = "";

    /// <summary>讲座主题.</summary>
    public string Topic { get; set; } = "";

    /// <summary>主讲人, a person or a team.</summary>
    public string Speaker { get; set; } = "";

    public string Organiser { get; set; } = "";

    /// <summary>Kinds of people who listened (参加人员).</summary>
    public string Audience { get; set; } = "";

    /// <summary>How many listened (参加人数); null where nobody counted.</summary>
    public int? Attended { get; set; }

    public string Note { get; set; } = "";
}
