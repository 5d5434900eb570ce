using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Loop;

/// <summary>How an act ended (办理结果).</summary>
public enum ActStatus
{
    Done,

    /// <summary>Not this user, or not in this state.</summary>
    Refused,

    /// <summary>Fields of the form are wrong.</summary>
    Invalid,

    /// <summary>Somebody else saved first; the row is as it stands now.</summary>
    Conflict,

    /// <summary>Deleted, or outside the user's places.</summary>
    Gone,
}

/// <summary>The outcome of an act on one problem, with a sentence for the user.</summary>
/// <param name="Current">The row as it stands now; null when gone.</param>
public sealed record ActResult(ActStatus Status, string Message, Problem? Current, IReadOnlyList<Fault> Faults)
{
    public bool IsDone => Status == ActStatus.Done;

    public static ActResult Done(ProblemAct act, Problem problem) => new(ActStatus.Done, $"已{act.Verb()} 1 件。", problem, []);

    public static ActResult Refused(string message, Problem problem) => new(ActStatus.Refused, message, problem, []);

    public static ActResult Invalid(IReadOnlyList<Fault> faults, Problem problem) => new(ActStatus.Invalid, faults[0].Message, problem, faults);

    public static ActResult Conflict(string message, Problem problem) => new(ActStatus.Conflict, message, problem, []);

    public static ActResult Gone() => new(ActStatus.Gone, "问题：这件问题已被删除，或不在您的管辖范围内。请刷新后再看。", null, []);
}

/// <summary>The outcome of one act on several problems: each stands or falls alone.</summary>
/// <param name="Refused">Number of the problem and why it was left as it was.</param>
public sealed record BulkResult(int Done, IReadOnlyList<(string Number, string Message)> Refused);

/// <summary>A problem as the user saw it.</summary>
public readonly record struct ProblemRef(long Id, int VersionSeen);
