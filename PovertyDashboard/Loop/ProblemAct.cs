namespace PovertyDashboard.Loop;

/// <summary>What can be done with a problem (办理动作).</summary>
public enum ProblemAct
{
    /// <summary>交办: owner, deadline and remedy; also a change of owner (改派) and taking a shelved one up again.</summary>
    Assign,

    /// <summary>申请核验: report it as rectified.</summary>
    Report,

    /// <summary>村核验: the village confirms on the spot.</summary>
    Verify,

    /// <summary>销号.</summary>
    Close,

    /// <summary>退回 to 整改中.</summary>
    Return,

    /// <summary>申请延期.</summary>
    AskExtension,

    /// <summary>同意延期.</summary>
    GrantExtension,

    /// <summary>不同意延期.</summary>
    RefuseExtension,

    /// <summary>挂账: stays open with reason and a date of review.</summary>
    Shelve,

    /// <summary>重开: a closed problem that came back.</summary>
    Reopen,
}

/// <summary>What is filled in for an act (办理单); each act reads its own fields.</summary>
public sealed record ActForm
{
    /// <summary>整改情况, 核验说明, 退回原因 or other reason.</summary>
    public string Note { get; init; } = "";

    public string Owner { get; init; } = "";

    public string LeadUnit { get; init; } = "";

    public string Leader { get; init; } = "";

    public string Remedy { get; init; } = "";

    /// <summary>The deadline of an assignment, the new one of an extension, or the day of review of a shelved problem.</summary>
    public DateOnly? DueOn { get; init; }

    public DateOnly? RectifiedOn { get; init; }

    public string Evidence { get; init; } = "";

    public bool? HouseholdConfirmed { get; init; }
}

/// <summary>The words of the acts.</summary>
public static class ProblemActs
{
    public static string Verb(this ProblemAct act) => act switch
    {
        ProblemAct.Assign => "交办",
        ProblemAct.Report => "申请核验",
        ProblemAct.Verify => "村核验",
        ProblemAct.Close => "销号",
        ProblemAct.Return => "退回",
        ProblemAct.AskExtension => "申请延期",
        ProblemAct.GrantExtension => "同意延期",
        ProblemAct.RefuseExtension => "不同意延期",
        ProblemAct.Shelve => "挂账",
        ProblemAct.Reopen => "重开",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    /// <summary>Header of the note of an act.</summary>
    public static string NoteHeader(this ProblemAct act) => act switch
    {
        ProblemAct.Assign => "交办说明",
        ProblemAct.Report => "整改情况",
        ProblemAct.Verify or ProblemAct.Close => "核验说明",
        ProblemAct.Return => "退回原因",
        ProblemAct.AskExtension => "延期原因",
        ProblemAct.GrantExtension or ProblemAct.RefuseExtension => "审批意见",
        ProblemAct.Shelve => "挂账原因",
        ProblemAct.Reopen => "重开原因",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    /// <summary>Whether the act must be explained.</summary>
    public static bool NeedsNote(this ProblemAct act) => act is not (ProblemAct.Assign or ProblemAct.GrantExtension);
}
