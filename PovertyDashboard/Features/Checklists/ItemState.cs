namespace PovertyDashboard.Features.Checklists;

/// <summary>Where an answer is on its way into the store (保存状态).</summary>
public enum SendState
{
    /// <summary>Nothing has been answered.</summary>
    Empty,

    /// <summary>On its way, or waiting for another try (待上传).</summary>
    Waiting,

    /// <summary>Stored (已上传).</summary>
    Stored,

    /// <summary>Somebody else has changed it (冲突).</summary>
    Conflict,
}

/// <summary>One item on the inspector's page while it is worked on (检查项状态).</summary>
public sealed class ItemState(SheetItem item)
{
    /// <summary>Why an item may not apply, offered for every item.</summary>
    public static readonly IReadOnlyList<string> NotApplicableReasons = ["无此设施", "使用公用设施", "不在此居住", "户主外出"];

    /// <summary>Stands at the end of every row of reasons; the note says more.</summary>
    public const string OtherReason = "其他";

    public TemplateItem Item { get; } = item.Item;

    public string Result { get; private set; } = item.Answer.Result;

    public List<string> Reasons { get; private set; } = [.. item.Answer.ReasonList];

    public string Note { get; set; } = item.Answer.Note;

    public DateOnly? DueOn { get; set; }

    /// <summary>What is stored, with its version and problem.</summary>
    public StoredAnswer Stored { get; private set; } = item.Answer;

    /// <summary>The other answer of a conflict.</summary>
    public StoredAnswer? Theirs { get; private set; }

    /// <summary>Why the answer could not be stored; empty while it is under way.</summary>
    public string Fault { get; set; } = "";

    public SendState State { get; private set; } = item.Answer.Result.Length > 0 ? SendState.Stored : SendState.Empty;

    /// <summary>Whether an answered item is unfolded.</summary>
    public bool IsOpen { get; set; }

    public bool IsAnswered => Result.Length > 0;

    /// <summary>Answered items fold unless something is still asked of them.</summary>
    public bool IsFolded => IsAnswered && !IsOpen && State is not SendState.Conflict && Fault.Length == 0;

    /// <summary>Reasons to choose from, the chosen ones included whatever the version offers.</summary>
    public IReadOnlyList<string> Offered =>
        [.. (Result == CheckResult.NotApplicable ? NotApplicableReasons : Item.ReasonList).Append(OtherReason).Union(Reasons)];

    /// <summary>不适用：用公厕, for the folded card.</summary>
    public string Summary => Reasons.Count > 0 ? $"{Result}：{string.Join('、', Reasons)}" : Note.Length > 0 && Result != CheckResult.Passed ? $"{Result}：{Note}" : Result;

    public void Answer(string result)
    {
        if (Result != result) Reasons.Clear();
        Result = result;
        IsOpen = result != CheckResult.Passed;
        Touch();
    }

    public void Toggle(string reason)
    {
        if (!Reasons.Remove(reason)) Reasons.Add(reason);
        Touch();
    }

    public void Touch() => (State, Fault) = (SendState.Waiting, "");

    public CheckTick Tick(long campaignId, long householdId, long? checkId) =>
        new(campaignId, householdId, Item.Id, checkId, Stored.Version, Result, string.Join('、', Reasons), Note.Trim(), DueOn);

    public void Apply(StoredAnswer stored) => (Stored, State, Theirs, Fault, DueOn) = (stored, SendState.Stored, null, "", null);

    public void Dispute(StoredAnswer theirs) => (Theirs, State, IsOpen) = (theirs, SendState.Conflict, true);

    /// <summary>Takes the other answer of a conflict (用对方的).</summary>
    public void TakeTheirs()
    {
        if (Theirs is not { } theirs) return;
        (Result, Reasons, Note) = (theirs.Result, [.. theirs.ReasonList], theirs.Note);
        Apply(theirs);
    }

    /// <summary>Keeps the own answer of a conflict, now as a change of the other one (用我的).</summary>
    public void KeepMine()
    {
        if (Theirs is not { } theirs) return;
        (Stored, Theirs) = (theirs, null);
        Touch();
    }
}
