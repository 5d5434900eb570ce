using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Loop;

/// <summary>
/// A re-check (复查) of the item whose problem was closed: the room that found it looks again, and a second failure
/// opens the problem anew.
/// </summary>
public sealed class Recheck : LedgerRow
{
    /// <summary>Key of the ledger of re-checks, whose changes move the figures of problems.</summary>
    public const string LedgerKey = "rechecks";

    public long ProblemId { get; set; }

    /// <summary>Key of the ledger whose row is to be looked at again.</summary>
    public string OriginLedger { get; set; } = "";

    public long OriginId { get; set; }

    public string OriginItem { get; set; } = "";

    public long? HouseholdId { get; set; }

    public string HouseholdName { get; set; } = "";

    /// <summary>What is to be looked at, in words.</summary>
    public string Subject { get; set; } = "";

    public DateOnly AskedOn { get; set; }

    public DateOnly DueOn { get; set; }

    /// <summary>Null while it waits; then the day of the second look.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>Whether the item held at the second look.</summary>
    public bool? Passed { get; set; }
}
