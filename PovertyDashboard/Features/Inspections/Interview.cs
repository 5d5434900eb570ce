using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections;

/// <summary>The ways of an interview (调查方式), texts of code list interview-way.</summary>
public static class InterviewWay
{
    public const string Home = "入户";
    public const string Phone = "电话";
}

/// <summary>How a call ended (电话结果), texts of code list call-result.</summary>
public static class CallResult
{
    public const string Answered = "接通";
}

/// <summary>What kind of household is surveyed (调查户别), texts of code list survey-class; the rates divide by their people.</summary>
public static class SurveyClass
{
    public const string Lifted = "脱贫户";
    public const string Poor = "未脱贫户";

    /// <summary>Not in the books of poor households (非建档立卡户).</summary>
    public const string Other = "非建档立卡户";
}

/// <summary>How content somebody is (满意度), texts of code list satisfaction; 满意率 = (非常满意 + 满意) ÷ 有效.</summary>
public static class Satisfaction
{
    public const string Very = "非常满意";
    public const string Content = "满意";

    public static readonly IReadOnlyList<string> Bad = ["不满意", "很不满意"];
}

/// <summary>Whether the work is approved of (认可情况), texts of code list recognition; 认可度 = 认可 ÷ 有效.</summary>
public static class Recognition
{
    public const string Yes = "认可";
}

/// <summary>An interview of a household, at home or by telephone (入户、电话访谈), by two surveyors.</summary>
public sealed class Interview : LedgerRow, ISurveyRow, IInspectionRow
{
    public string Plan { get; set; } = "";

    public DateOnly? PlanDate { get; set; }

    public long InspectionId { get; set; }

    public string HouseholdNumber { get; set; } = "";

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    public DateOnly HeldOn { get; set; }

    /// <summary>调查方式, text of code list interview-way.</summary>
    public string Way { get; set; } = "";

    /// <summary>电话结果, text of code list call-result; of calls.</summary>
    public string Call { get; set; } = "";

    /// <summary>受访人.</summary>
    public string Respondent { get; set; } = "";

    /// <summary>The two surveyors (调查人); two different persons.</summary>
    public string Surveyor { get; set; } = "";

    public string SecondSurveyor { get; set; } = "";

    /// <summary>签名: the name that was signed with; a photo of the signed sheet may hang on the row.</summary>
    public string Signature { get; set; } = "";

    /// <summary>调查户别, text of code list survey-class.</summary>
    public string Class { get; set; } = "";

    /// <summary>调查人口.</summary>
    public int? People { get; set; }

    /// <summary>错退人口: people taken off the books too early.</summary>
    public int? WronglyLifted { get; set; }

    /// <summary>漏评人口: people who should be in the books.</summary>
    public int? Missed { get; set; }

    /// <summary>对帮扶责任人的满意度.</summary>
    public string WithHelper { get; set; } = "";

    /// <summary>对驻村工作队的满意度.</summary>
    public string WithTeam { get; set; } = "";

    /// <summary>对村“两委”的满意度.</summary>
    public string WithVillage { get; set; } = "";

    /// <summary>对帮扶成效的满意度.</summary>
    public string WithResults { get; set; } = "";

    /// <summary>认可情况, text of code list recognition.</summary>
    public string Approval { get; set; } = "";

    /// <summary>意见建议.</summary>
    public string Suggestion { get; set; } = "";

    public string Remark { get; set; } = "";

    /// <summary>Nobody spoke: a call that did not come through.</summary>
    public bool IsFutile => Way == InterviewWay.Phone && Call.Length > 0 && Call != CallResult.Answered;
}

/// <summary>An answer to one question in an interview (问卷答案).</summary>
public sealed class Answer : LedgerRow, ISurveyRow, IInspectionRow
{
    public string Plan { get; set; } = "";

    public DateOnly? PlanDate { get; set; }

    public long InspectionId { get; set; }

    public long InterviewId { get; set; }

    public string HouseholdNumber { get; set; } = "";

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    public DateOnly HeldOn { get; set; }

    /// <summary>题号.</summary>
    public int Number { get; set; }

    /// <summary>The question as it was asked; follows from the bank, and stays when the bank changes.</summary>
    public string Wording { get; set; } = "";

    /// <summary>题目类别, copied like the wording.</summary>
    public string Topic { get; set; } = "";

    /// <summary>答案; several options are separated by ；.</summary>
    public string Given { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>是问题: an option that counts as a finding; follows from the bank.</summary>
    public bool IsFinding { get; set; }

    /// <summary>Category of its problem, copied from the bank.</summary>
    public string Category { get; set; } = "";

    /// <summary>问题种类, copied from the bank.</summary>
    public string FindingKind { get; set; } = "";
}
