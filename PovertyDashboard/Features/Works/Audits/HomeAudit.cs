using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Audits;

/// <summary>The conclusions of an audit (审计结论), texts of code list audit-conclusion.</summary>
public static class AuditConclusion
{
    public const string True = "属实";
    public const string Partly = "部分属实";
    public const string Untrue = "不属实";

    /// <summary>Not a final one: papers are missing, the lines stay open.</summary>
    public const string Papers = "待补资料";

    public static readonly IReadOnlyList<string> All = [True, Partly, Untrue, Papers];

    /// <summary>Whether it fixes the lines (定案).</summary>
    public static bool IsFinal(string conclusion) => conclusion is True or Partly or Untrue;
}

/// <summary>
/// The audit of a household's works in its home (双提升审计, domain facts section 7): the sums of its lines as they were concluded, in fen, and the conclusion.
/// </summary>
public sealed class HomeAudit : LedgerRow, IHouseholdRow, IWorksRow
{
    public DateOnly AuditedOn { get; set; }

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    /// <summary>审计人员: who went there.</summary>
    public string Auditors { get; set; } = "";

    /// <summary>Lines of the home (明细条数).</summary>
    public int Lines { get; set; }

    public long Reported { get; set; }

    public long Verified { get; set; }

    public long Cut { get; set; }

    public long Added { get; set; }

    /// <summary>One of <see cref="AuditConclusion"/>; empty while it is not concluded.</summary>
    public string Conclusion { get; set; } = "";

    /// <summary>审计意见.</summary>
    public string Opinion { get; set; } = "";

    /// <summary>Account that concluded it, and the day (定案日期).</summary>
    public string ConcludedBy { get; set; } = "";

    public DateOnly? ConcludedOn { get; set; }

    public string Remark { get; set; } = "";

    /// <summary>Brought in by a file as history: no lines of the store stand behind it.</summary>
    public bool IsImported { get; set; }

    public bool IsFinal => AuditConclusion.IsFinal(Conclusion);
}
