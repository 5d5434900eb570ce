using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections;

/// <summary>What an inspection has found (发现问题), at a household, a project or in a village; each opens its problem in the remediation ledger.</summary>
public sealed class InspectionFinding : LedgerRow, ISurveyRow, IInspectionRow
{
    public string Plan { get; set; } = "";

    public DateOnly? PlanDate { get; set; }

    public long InspectionId { get; set; }

    /// <summary>问题序号 within plan and township; given by the store to one that is entered by hand.</summary>
    public int? Number { get; set; }

    public string HouseholdNumber { get; set; } = "";

    /// <summary>户主/项目 as written; empty for a finding about the village.</summary>
    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    public DateOnly FoundOn { get; set; }

    public string FoundBy { get; set; } = "";

    /// <summary>问题类别, text of code list problem-category.</summary>
    public string Category { get; set; } = "";

    /// <summary>问题种类, text of code list finding-kind: what may recur elsewhere (倾向性、苗头性).</summary>
    public string Kind { get; set; } = "";

    public string Description { get; set; } = "";

    /// <summary>查看依据: papers, accounts, what was seen.</summary>
    public string Basis { get; set; } = "";

    /// <summary>整改时限 that the inspection sets; none means the usual one.</summary>
    public DateOnly? DueOn { get; set; }

    public string Remark { get; set; } = "";

    /// <summary>Id of the answer that it comes from; null for one that was entered or imported.</summary>
    public long? AnswerId { get; set; }

    /// <summary>问题来源 of its plan; kept for the problem.</summary>
    public string Source { get; set; } = "";
}

/// <summary>A confidential clue (问题线索): what somebody has told about somebody; only the discipline role meets it (ADR 0020).</summary>
public sealed class Clue : LedgerRow, IHouseholdRow, IClueRow
{
    /// <summary>线索编号, unique within the township.</summary>
    public string Number { get; set; } = "";

    public DateOnly ReceivedOn { get; set; }

    /// <summary>线索来源, text of code list clue-source.</summary>
    public string Source { get; set; } = "";

    /// <summary>督查名称 of the inspection that came upon it; may be empty.</summary>
    public string Plan { get; set; } = "";

    /// <summary>被反映人.</summary>
    public string Person { get; set; } = "";

    /// <summary>职务.</summary>
    public string Post { get; set; } = "";

    /// <summary>反映人; empty where nobody is named.</summary>
    public string Informant { get; set; } = "";

    /// <summary>联系电话 of the informant.</summary>
    public string Phone { get; set; } = "";

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    /// <summary>线索类别, text of code list clue-kind.</summary>
    public string Kind { get; set; } = "";

    /// <summary>线索内容.</summary>
    public string Content { get; set; } = "";

    /// <summary>涉及金额 in fen.</summary>
    public long? Amount { get; set; }

    /// <summary>处置方式, text of code list clue-disposal (监督执纪工作规则: 谈话函询、初步核实、暂存待查、予以了结).</summary>
    public string Disposal { get; set; } = "";

    /// <summary>承办人.</summary>
    public string Handler { get; set; } = "";

    /// <summary>办理时限.</summary>
    public DateOnly? DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    /// <summary>办理结果.</summary>
    public string Result { get; set; } = "";

    public string Remark { get; set; } = "";
}
