using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Administration;

/// <summary>What came of an administrator's act (办理结果), as sentences for him.</summary>
/// <param name="Done">False when nothing was changed.</param>
/// <param name="Message">What was done, or why not.</param>
public sealed record AdminOutcome(bool Done, string Message)
{
    /// <summary>Faults of single fields.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>What must be known before it is done all the same (须确认): each a sentence. Asked again with a yes, it is done.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Key or id of what was made or changed.</summary>
    public long Key { get; init; }

    public static AdminOutcome Refused(string reason) => new(false, reason);

    public static AdminOutcome Invalid(IReadOnlyList<Fault> faults) => new(false, "") { Faults = faults };

    public static AdminOutcome Asks(IReadOnlyList<string> warnings) => new(false, "") { Warnings = warnings };
}
