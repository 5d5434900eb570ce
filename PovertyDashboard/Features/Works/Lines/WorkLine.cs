using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Lines;

/// <summary>What a line tells of (明细类别), texts of code list work-line-kind.</summary>
public static class LineKind
{
    /// <summary>用工: days of work.</summary>
    public const string Labour = "用工";

    /// <summary>用料: materials.</summary>
    public const string Material = "用料";
}

/// <summary>
/// One line of the list of labour and material that a 社区 reports for a household's works (用工用料明细), and what the audit found of it
/// in the home (domain facts section 7). Quantities in hundredths (工日 in steps of 0.5), money in fen; null means "not verified".
/// </summary>
public sealed class WorkLine : LedgerRow, IHouseholdRow, IWorksRow
{
    /// <summary>序号 within the household's list.</summary>
    public int? Number { get; set; }

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    /// <summary>施工内容, text of code list work-item.</summary>
    public string Item { get; set; } = "";

    /// <summary>One of <see cref="LineKind"/>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>名称 of the material, 工种 of labour.</summary>
    public string Name { get; set; } = "";

    public string Spec { get; set; } = "";

    public string Unit { get; set; } = "";

    public DateOnly? DoneOn { get; set; }

    /// <summary>务工人员 of labour.</summary>
    public string Worker { get; set; } = "";

    public string WorkerId { get; set; } = "";

    public long ReportedQuantity { get; set; }

    public long ReportedPrice { get; set; }

    /// <summary>申报金额: quantity × price, rounded to the fen.</summary>
    public long ReportedAmount { get; set; }

    public long? VerifiedQuantity { get; set; }

    public long? VerifiedPrice { get; set; }

    /// <summary>核定金额: verified quantity × verified price, rounded to the fen.</summary>
    public long? VerifiedAmount { get; set; }

    /// <summary>核减金额, never negative.</summary>
    public long Cut { get; set; }

    /// <summary>核增金额, never negative: apart from what was cut.</summary>
    public long Added { get; set; }

    /// <summary>是否核增: that more than reported was verified is meant.</summary>
    public bool? IsAddition { get; set; }

    /// <summary>Why it was cut or added (核减原因).</summary>
    public string Reason { get; set; } = "";

    public string Invoice { get; set; } = "";

    public string Supplier { get; set; } = "";

    public string Remark { get; set; } = "";

    /// <summary>Name of the auditor who verified it, and the day.</summary>
    public string VerifiedBy { get; set; } = "";

    public DateOnly? VerifiedOn { get; set; }

    /// <summary>The concluded audit that fixes the line (定案); null while it is open.</summary>
    public long? AuditId { get; set; }

    /// <summary>Accounts that entered or changed what is reported, joined by |: none of them may conclude the audit (谁申报谁不定案).</summary>
    public string Hands { get; set; } = "";

    /// <summary>Fingerprint of what is reported, by which <see cref="Hands"/> knows a change of it from a verification.</summary>
    public string ReportedMark { get; set; } = "";

    /// <summary>The amounts that the row of a sheet states; not stored, only compared.</summary>
    internal long? WrittenReported { get; set; }

    internal long? WrittenVerified { get; set; }

    internal long? WrittenCut { get; set; }

    internal long? WrittenAdded { get; set; }

    public bool IsVerified => VerifiedQuantity is not null;

    /// <summary>Verified by the audit in the home (到户核实), not by what a sheet says.</summary>
    public bool IsFoundInHome => IsVerified && VerifiedBy.Length > 0;

    public bool IsLabour => Kind == LineKind.Labour;

    public bool IsFixed => AuditId is not null;

    public bool IsReportedBy(string account) => Hands.Split('|').Contains(account);
}
