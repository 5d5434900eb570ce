using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists.Field;

/// <summary>What a phone sends of its queue (补传): the last state of each item.</summary>
public sealed record FieldTicks(IReadOnlyList<FieldTick>? Ticks)
{
    /// <summary>So many ticks in one request.</summary>
    public const int Most = 100;
}

/// <summary>One tick of the queue (待传勾选).</summary>
/// <param name="Key">The phone's own name of it; the reply bears it.</param>
/// <param name="Seen">Version of the answer that the inspector saw; 0 where there was none.</param>
/// <param name="Age">Seconds since the check was begun, by the phone's clock: a difference is right even where the clock is not.</param>
public sealed record FieldTick(
    string? Key, long Campaign, long Household, long Item, long? Check, int Seen, string? Result, string? Reasons, string? Note, DateOnly? Due, double Age)
{
    public CheckTick ToTick() => new(Campaign, Household, Item, Check, Seen, Result ?? "", Reasons ?? "", Note ?? "", Due, FieldAge.Of(Age));
}

/// <summary>A finished check of the queue (待传完成).</summary>
public sealed record FieldFinish(long Check, string? Note, double Age);

/// <summary>What became of a tick (补传结果): saved, conflict with the other answer, or refused with a sentence.</summary>
public sealed record FieldReply(string Key, string Outcome, long? Check = null, FieldAnswer? Answer = null, string? Reason = null)
{
    public const string Saved = "saved";
    public const string Conflict = "conflict";
    public const string Refused = "refused";

    public static FieldReply Of(string key, TickOutcome outcome) => outcome switch
    {
        TickOutcome.Saved saved => new(key, Saved, saved.CheckId, View(saved.Answer)),
        TickOutcome.Conflict conflict => new(key, Conflict, conflict.CheckId, View(conflict.Theirs) with { IsMine = conflict.IsOwn ? true : null }),
        TickOutcome.Refused refused => new(key, Refused, Reason: refused.Reason),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    private static FieldAnswer View(StoredAnswer answer) => new(
        answer.ItemId, answer.Result, answer.Reasons, answer.Note, answer.Version,
        answer.ProblemId is null ? null : answer.ProblemState, answer.ProblemDueOn, Photos: null,
        answer.ChangedBy, $"{Clock.ToLocal(answer.ChangedAt):MM-dd HH:mm}");
}

/// <summary>The replies to a batch, in its order (补传回执).</summary>
public sealed record FieldReplies(IReadOnlyList<FieldReply> Results);

/// <summary>What became of finishing a check: done, or what is still missing.</summary>
public sealed record FieldFinishReply(bool Done, IReadOnlyList<string> Faults);

/// <summary>What became of a photo: its id, or why it was refused.</summary>
public sealed record FieldPhotoReply(long? Id, string Reason);

/// <summary>How long ago something was done on a phone (补传时差).</summary>
internal static class FieldAge
{
    /// <summary>A clock that was set back gives a negative difference: then it counts as now.</summary>
    public static TimeSpan Of(double seconds) => double.IsFinite(seconds) && seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.FromDays(3650).TotalSeconds)) : TimeSpan.Zero;
}
