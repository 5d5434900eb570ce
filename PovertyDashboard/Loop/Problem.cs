using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Loop;

/// <summary>The states of a problem (问题状态); overdue (逾期) is computed from the deadline, never stored.</summary>
public static class ProblemState
{
    public const string Waiting = "待交办";
    public const string Rectifying = "整改中";
    public const string Verifying = "已整改待核验";
    public const string Closed = "已销号";

    /// <summary>Kept on the books with consent of the township (挂账), still open.</summary>
    public const string Shelved = "挂账";

    public static readonly IReadOnlyList<string> Open = [Waiting, Rectifying, Verifying, Shelved];
}

/// <summary>The sources of a problem (问题来源) that belong to an inspecting unit (检查方).</summary>
public static class ProblemSource
{
    public const string SelfCheck = "自查";

    private static readonly HashSet<string> Inspecting = ["上级督查", "巡察", "审计", "纪委"];

    public static bool IsInspecting(string source) => Inspecting.Contains(source);
}

/// <summary>
/// A problem of the remediation ledger (整改问题), whatever found it: a check, a screening, a visit, an inspection, an audit.
/// Columns: domain facts section 6.
/// </summary>
public sealed class Problem : LedgerRow, IHouseholdRow
{
    /// <summary>问题编号, unique within the township.</summary>
    public string Number { get; set; } = "";

    /// <summary>Key of the township that keeps the ledger; follows from the region.</summary>
    public long Township { get; set; }

    /// <summary>户主/项目 as written.</summary>
    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    /// <summary>问题来源, text of code list problem-source.</summary>
    public string Source { get; set; } = "";

    /// <summary>问题类别, text of code list problem-category.</summary>
    public string Category { get; set; } = "";

    public string Description { get; set; } = "";

    public DateOnly FoundOn { get; set; }

    public string FoundBy { get; set; } = "";

    /// <summary>整改措施.</summary>
    public string Remedy { get; set; } = "";

    /// <summary>牵头/责任单位.</summary>
    public string LeadUnit { get; set; } = "";

    /// <summary>责任领导.</summary>
    public string Leader { get; set; } = "";

    /// <summary>责任人 (帮扶责任人).</summary>
    public string Owner { get; set; } = "";

    /// <summary>整改时限; the deadline in force, extensions included.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>完成日期.</summary>
    public DateOnly? RectifiedOn { get; set; }

    /// <summary>整改情况.</summary>
    public string Result { get; set; } = "";

    /// <summary>Account that reported the problem as rectified in this round: it may not close it (谁整改谁不能销号).</summary>
    public string RectifiedBy { get; set; } = "";

    /// <summary>Accounts that reported it in earlier rounds, joined by commas: they may not close it either.</summary>
    public string PastRectifiers { get; set; } = "";

    /// <summary>佐证材料 (photos, receipts) in words; the photos themselves are attachments of the row.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>户主确认.</summary>
    public bool? HouseholdConfirmed { get; set; }

    /// <summary>村核验人.</summary>
    public string VillageVerifier { get; set; } = "";

    /// <summary>镇复核人.</summary>
    public string TownVerifier { get; set; } = "";

    public DateOnly? ClosedOn { get; set; }

    public string ClosedBy { get; set; } = "";

    /// <summary>Text of code list problem-state.</summary>
    public string State { get; set; } = ProblemState.Waiting;

    public string Remark { get; set; } = "";

    /// <summary>True for rows that a file brought in already closed (导入).</summary>
    public bool IsImported { get; set; }

    /// <summary>How often verification sent it back (退回次数).</summary>
    public int Returns { get; set; }

    /// <summary>The deadline asked for by an extension that waits for a decision (延期申请).</summary>
    public DateOnly? ExtensionTo { get; set; }

    public string ExtensionReason { get; set; } = "";

    /// <summary>Account that asked for the extension: it may not decide it.</summary>
    public string ExtensionBy { get; set; } = "";

    /// <summary>Account whose check or inspection found it; empty for problems entered by hand or by file.</summary>
    public string FoundAccount { get; set; } = "";

    /// <summary>Found by the inspecting side (检查方发现): only it may close the problem. Once set it stays, whatever the source becomes.</summary>
    public bool IsInspectorFound { get; set; }

    /// <summary>The inspecting unit that found it (检查单位): only its inspectors may close the problem; empty where no inspector's account entered it.</summary>
    public string FoundUnit { get; set; } = "";

    /// <summary>Key of the ledger that found it, e.g. <c>checks</c>; empty for problems entered by hand.</summary>
    public string OriginLedger { get; set; } = "";

    /// <summary>Id of the row that found it.</summary>
    public long? OriginId { get; set; }

    /// <summary>Key of the item inside that row.</summary>
    public string OriginItem { get; set; } = "";

    public bool IsOpen => State != ProblemState.Closed;

    /// <summary>逾期: still open after its deadline.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    /// <summary>Whether the account has reported this problem as rectified in any round.</summary>
    public bool WasRectifiedBy(string account) => account.Length > 0 && (RectifiedBy == account || PastRectifiers.Split(',').Contains(account));

    /// <summary>Stored values that follow from others; run before each save.</summary>
    public static void Fill(Problem problem)
    {
        problem.Township = RegionKey.TownshipOf(problem.Region);
        problem.IsInspectorFound |= ProblemSource.IsInspecting(problem.Source);
        if (problem.RectifiedBy.Length == 0 || problem.State is ProblemState.Verifying or ProblemState.Closed) return;
        // Sent back, shelved or reopened: the round is over, its rectifier is remembered.
        if (!problem.PastRectifiers.Split(',').Contains(problem.RectifiedBy))
            problem.PastRectifiers = problem.PastRectifiers.Length == 0 ? problem.RectifiedBy : $"{problem.PastRectifiers},{problem.RectifiedBy}";
        problem.RectifiedBy = "";
    }

    /// <summary>
    /// Stored values that follow from who saves: who found a problem, who brought it to 待核验 (also by a file), and that a
    /// problem which enters the ledger closed is history (导入).
    /// </summary>
    public static void Sign(Problem problem, UserIdentity user)
    {
        if (problem.State == ProblemState.Verifying && problem.RectifiedBy.Length == 0) problem.RectifiedBy = user.Name;
        if (problem.Version > 0) return;
        if (problem.OriginLedger.Length > 0) problem.FoundAccount = user.Name;
        if (Roles.IsInspecting(user)) (problem.IsInspectorFound, problem.FoundUnit) = (true, user.Office);
        if (problem.State == ProblemState.Closed) problem.IsImported = true;
    }
}
