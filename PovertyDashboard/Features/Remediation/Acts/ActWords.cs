using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation.Acts;

/// <summary>The words of the acts in menus and dialogs (办理用语).</summary>
public static class ActWords
{
    /// <summary>The act that the same dialog offers as the other outcome: 不通过 instead of 通过.</summary>
    public static ProblemAct? OtherOutcome(ProblemAct act) => act switch
    {
        ProblemAct.Verify or ProblemAct.Close => ProblemAct.Return,
        ProblemAct.GrantExtension => ProblemAct.RefuseExtension,
        _ => null,
    };

    /// <summary>Label of the choice between the outcomes, and their names.</summary>
    public static (string Label, string Yes, string No) Outcomes(ProblemAct act) =>
        act == ProblemAct.GrantExtension ? ("审批结果", "同意", "不同意") : ("核验结果", "通过", "不通过，退回整改");

    /// <summary>The verb in the row: short, and 核验 where the outcome is still open.</summary>
    public static string RowVerb(ProblemAct act, Problem problem) => act switch
    {
        ProblemAct.Close => "核验",
        ProblemAct.Assign when problem.State == ProblemState.Rectifying => "改派",
        _ => act.Verb(),
    };

    /// <summary>The menu's words: what the dialog will do.</summary>
    public static string MenuText(ProblemAct act, Problem problem) => act switch
    {
        ProblemAct.Assign when problem.State == ProblemState.Rectifying => "改派",
        ProblemAct.GrantExtension => "审批延期",
        _ => act.Verb(),
    };

    /// <summary>The acts that the menu lists, in the order of the work; deciding an extension is one entry with two outcomes.</summary>
    public static IEnumerable<ProblemAct> Menu(IReadOnlyList<ProblemAct> allowed) => allowed.Where(a => a != ProblemAct.RefuseExtension);

    /// <summary>销号这 1 件问题？</summary>
    public static string Title(ProblemAct act, int count, Problem first) =>
        $"{(count == 1 && act != ProblemAct.GrantExtension ? MenuText(act, first) : act.Verb())}这 {count} 件问题？";

    public static string NoteHint(ProblemAct act) => act switch
    {
        ProblemAct.Assign => "需要特别说明的要求，可不填",
        ProblemAct.Report => "写明做了什么、整改到什么程度",
        ProblemAct.Verify or ProblemAct.Close => "写明看到的情况",
        ProblemAct.Return => "写明哪里没有整改到位",
        ProblemAct.AskExtension => "写明为什么不能按期完成",
        ProblemAct.GrantExtension => "可不填",
        ProblemAct.RefuseExtension => "写明不同意的理由",
        ProblemAct.Shelve => "写明为什么暂时不能整改、由谁同意",
        _ => "写明问题怎样再次出现",
    };
}
