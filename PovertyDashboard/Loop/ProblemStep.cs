using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Loop;

/// <summary>One act in the life of a problem (办理记录): who did what, when, and the words given; never changed afterwards.</summary>
public sealed class ProblemStep : LedgerRow, IRowPart
{
    public long ProblemId { get; set; }

    /// <summary>The act in words, e.g. 退回.</summary>
    public string Act { get; set; } = "";

    /// <summary>State before and after.</summary>
    public string From { get; set; } = "";

    public string To { get; set; } = "";

    /// <summary>The business day (办理日期) as of which it was done.</summary>
    public DateOnly On { get; set; }

    /// <summary>Name of the person, as shown then; the account is <see cref="LedgerRow.ChangedBy"/>, the instant <see cref="LedgerRow.ChangedAt"/>.</summary>
    public string By { get; set; } = "";

    public string Note { get; set; } = "";
}
