using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists;

/// <summary>A training (培训) before or during a campaign; who signed in stands in the ledger of sign-ins.</summary>
public sealed class Training : LedgerRow, IReadableBelow, IOfficeRow
{
    public DateOnly HeldOn { get; set; }

    /// <summary>培训地点.</summary>
    public string Venue { get; set; } = "";

    public string Title { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>Kinds of people who took part (参加人员).</summary>
    public string Audience { get; set; } = "";

    /// <summary>How many took part (参加人数); null where nobody counted.</summary>
    public int? Attended { get; set; }

    public string Note { get; set; } = "";
}
