using PovertyDashboard.Security;

namespace PovertyDashboard.Loop;

/// <summary>
/// The state machine of the close-out (销号流程), pure: which act fits which state, what it leads to and who may do it.
/// Rules: domain facts section 6 (四签; 谁整改≠谁销号; an inspecting unit's problems are closed by it alone).
/// </summary>
public static class ProblemWorkflow
{
    /// <summary>Setting: whether the village must verify before the close-out (1) or may (0) [local rule].</summary>
    public const string VillageFirstKey = "problem.village-first";

    public static readonly IReadOnlyList<ProblemAct> All = Enum.GetValues<ProblemAct>();

    /// <summary>The states from which the act starts.</summary>
    public static IReadOnlyList<string> From(ProblemAct act) => act switch
    {
        ProblemAct.Assign => [ProblemState.Waiting, ProblemState.Rectifying, ProblemState.Shelved],
        ProblemAct.Report => [ProblemState.Rectifying],
        ProblemAct.Verify or ProblemAct.Close or ProblemAct.Return => [ProblemState.Verifying],
        ProblemAct.AskExtension or ProblemAct.Shelve => [ProblemState.Waiting, ProblemState.Rectifying],
        ProblemAct.GrantExtension or ProblemAct.RefuseExtension => [ProblemState.Waiting, ProblemState.Rectifying, ProblemState.Verifying],
        _ => [ProblemState.Closed],
    };

    /// <summary>The state after the act.</summary>
    public static string To(ProblemAct act, string state) => act switch
    {
        ProblemAct.Assign or ProblemAct.Return or ProblemAct.Reopen => ProblemState.Rectifying,
        ProblemAct.Report => ProblemState.Verifying,
        ProblemAct.Close => ProblemState.Closed,
        ProblemAct.Shelve => ProblemState.Shelved,
        _ => state,
    };

    /// <summary>The right that the act needs.</summary>
    public static Act Right(ProblemAct act) => act switch
    {
        ProblemAct.Assign => Act.Write,
        ProblemAct.Report or ProblemAct.AskExtension => Act.Rectify,
        _ => Act.VerifyClose,
    };

    /// <summary>
    /// Whether the user belongs to the side that found the problem (检查方): the account itself, or an inspector of its unit;
    /// any inspector of the place where the unit has no account (a file, a problem entered by hand).
    /// </summary>
    public static bool IsInspectingSide(Problem problem, UserIdentity user) =>
        (problem.FoundAccount.Length > 0 && problem.FoundAccount == user.Name)
        || (Roles.IsInspecting(user) && (problem.FoundUnit.Length == 0 || problem.FoundUnit == user.Office));

    /// <summary>The side that found the problem in words: 检查方, with its unit where it is known.</summary>
    public static string InspectingSide(Problem problem) => problem.FoundUnit.Length == 0 ? "检查方" : $"检查方“{problem.FoundUnit}”";

    /// <summary>Why the user may not do the act now, in a sentence; null when he may.</summary>
    public static string? Refusal(ProblemAct act, Problem problem, UserIdentity user, bool villageFirst)
    {
        if (!user.May(Right(act))) return $"权限：您的账号不能{act.Verb()}。请由{WhoElse(act)}办理。";
        if (!From(act).Contains(problem.State)) return $"状态：这件问题现在是“{problem.State}”，不能{act.Verb()}。{Instead(act)}";
        return act switch
        {
            ProblemAct.Verify when problem.VillageVerifier.Length > 0 => $"村核验：{problem.VillageVerifier}已核验过。请由镇上复核销号。",
            ProblemAct.Verify or ProblemAct.Close when problem.WasRectifiedBy(user.Name) => $"{act.Verb()}：这件问题是您申请核验的，谁整改谁不能{act.Verb()}。请由其他核验人员办理。",
            ProblemAct.Close or ProblemAct.Shelve when problem.IsInspectorFound && !IsInspectingSide(problem, user) =>
                $"{act.Verb()}：这件问题由{InspectingSide(problem)}发现（来源“{problem.Source}”），只能由{(problem.FoundUnit.Length == 0 ? "检查方" : "该单位的检查人员")}{act.Verb()}。请联系检查人员办理。",
            ProblemAct.Close when villageFirst && problem.VillageVerifier.Length == 0 => "销号：村里还没有核验。请先由村里核验，再复核销号。",
            ProblemAct.AskExtension when problem.DueOn is null => "整改时限：还没有定整改时限，不用延期。请先交办。",
            ProblemAct.AskExtension when problem.ExtensionTo is { } asked => $"延期：已申请延期到 {asked:yyyy-MM-dd}，还没有审批。请等审批后再申请。",
            ProblemAct.GrantExtension or ProblemAct.RefuseExtension when problem.ExtensionTo is null => "延期：没有待审批的延期申请。请刷新后再看。",
            ProblemAct.GrantExtension or ProblemAct.RefuseExtension or ProblemAct.Shelve when problem.ExtensionTo is not null && problem.ExtensionBy == user.Name =>
                "延期：延期是您申请的，不能由您自己审批。请由其他审批人员办理。",
            _ => null,
        };
    }

    /// <summary>What the user may do now, in the order of the menu.</summary>
    public static IReadOnlyList<ProblemAct> Allowed(Problem problem, UserIdentity user, bool villageFirst) =>
        [.. All.Where(act => Refusal(act, problem, user, villageFirst) is null)];

    /// <summary>The next step on the way to the close-out; null for a closed problem.</summary>
    public static ProblemAct? Next(Problem problem, bool villageFirst) => problem.State switch
    {
        ProblemState.Waiting or ProblemState.Shelved => ProblemAct.Assign,
        ProblemState.Rectifying => ProblemAct.Report,
        ProblemState.Verifying => villageFirst && problem.VillageVerifier.Length == 0 ? ProblemAct.Verify : ProblemAct.Close,
        _ => null,
    };

    private static string WhoElse(ProblemAct act) => Right(act) == Act.VerifyClose ? "扶贫办或检查人员" : "扶贫办";

    private static string Instead(ProblemAct act) => act switch
    {
        ProblemAct.Report => "请先交办，整改后再申请核验。",
        ProblemAct.Verify or ProblemAct.Close or ProblemAct.Return => "请在整改完成、申请核验之后办理。",
        ProblemAct.Reopen => "只有已销号的问题可以重开，请直接办理。",
        _ => "请刷新后查看最新状态。",
    };
}
