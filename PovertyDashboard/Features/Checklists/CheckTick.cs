using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists;

/// <summary>
/// The state of one item as the inspector left it (勾选). It carries the whole answer, so a repeated or late tick does no harm
/// and a queue on the device may keep only the last one of each item.
/// </summary>
/// <param name="CheckId">The check that is gone on with; null starts today's.</param>
/// <param name="VersionSeen">Version of the answer that the inspector saw; 0 where there was none.</param>
/// <param name="DueOn">Deadline of the problem that a failure opens (整改时限); null leaves the rule's.</param>
/// <param name="Age">How long ago the check was begun on a device without network: a new check gets the day of then.</param>
public sealed record CheckTick(
    long CampaignId, long HouseholdId, long ItemId, long? CheckId, int VersionSeen,
    string Result, string Reasons = "", string Note = "", DateOnly? DueOn = null, TimeSpan Age = default)
{
    /// <summary>The same tick as it would be stored: no reasons for what holds, no space around the note.</summary>
    public CheckTick Tidy() => this with { Reasons = Result == CheckResult.Passed ? "" : Reasons, Note = Note.Trim() };
}

/// <summary>An answer as it is stored (已存答案), with the problem that it has opened.</summary>
public sealed record StoredAnswer(
    long ItemId, string Result, string Reasons, string Note, int Version, DateTime ChangedAt, string ChangedBy,
    string ProblemNumber = "", string ProblemState = "", DateOnly? ProblemDueOn = null, long? ProblemId = null)
{
    public static readonly StoredAnswer None = new(0, CheckResult.None, "", "", 0, default, "");

    public IReadOnlyList<string> ReasonList => Reasons.Split('、', StringSplitOptions.RemoveEmptyEntries);

    public bool IsSameAs(CheckTick tick) => Result == tick.Result && Reasons == tick.Reasons && Note == tick.Note;
}

/// <summary>What became of a tick.</summary>
public abstract record TickOutcome
{
    private TickOutcome()
    {
    }

    /// <summary>Stored, with the counts and the score of the check after it.</summary>
    public sealed record Saved(long CheckId, StoredAnswer Answer, CheckScore Score) : TickOutcome;

    /// <summary>The item was changed since; nothing was stored (冲突). It is the user's own answer where his earlier reply was lost.</summary>
    public sealed record Conflict(long CheckId, StoredAnswer Theirs, bool IsOwn = false) : TickOutcome;

    /// <summary>Nothing was stored; the sentence says why.</summary>
    public sealed record Refused(string Reason) : TickOutcome;
}

/// <summary>What became of finishing a check or recording a re-check: done, or what is still missing.</summary>
public sealed record FinishOutcome(bool Done, IReadOnlyList<Fault> Faults)
{
    public static readonly FinishOutcome Ok = new(true, []);

    public static FinishOutcome Refused(string reason) => new(false, [new Fault("", reason)]);
}
