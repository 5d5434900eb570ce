using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Board;

/// <summary>A notice board put up in a village (公示记录): from which day, for how many days, where.</summary>
public sealed class Posting : LedgerRow, IOfficeRow
{
    public DateOnly PostedOn { get; set; }

    /// <summary>公示天数; where nothing is given, those of the setting on the first day.</summary>
    public int? Days { get; set; }

    /// <summary>Last day of the notice (公示截止); follows from the first day and the number of days.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>张贴地点.</summary>
    public string Venue { get; set; } = "";

    public string Remark { get; set; } = "";
}
