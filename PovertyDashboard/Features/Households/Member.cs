using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households;

/// <summary>A member of a household (家庭成员), with the columns of the national export (domain facts 3.2).</summary>
public sealed class Member : LedgerRow, IHouseholdMember
{
    public long HouseholdId { get; set; }

    public Household? Household { get; set; }

    /// <summary>人口编号: identifies the person in the national system; empty where it is not known.</summary>
    public string Number { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Pinyin sort key of the name; follows from it.</summary>
    public string NameKey { get; set; } = "";

    public string Gender { get; set; } = "";

    public DateOnly? BornOn { get; set; }

    public string IdKind { get; set; } = "";

    /// <summary>证件号码: 18 digits, or 20 or 22 of a disability certificate.</summary>
    public string IdNumber { get; set; } = "";

    public string Ethnicity { get; set; } = "";

    public string HouseholdPhone { get; set; } = "";

    public string Phone { get; set; } = "";

    public int? Year { get; set; }

    /// <summary>与户主关系, text of code list relation.</summary>
    public string Relation { get; set; } = "";

    /// <summary>文化程度 of those who are no pupils.</summary>
    public string Education { get; set; } = "";

    /// <summary>在校生状况 of pupils and students.</summary>
    public string Student { get; set; } = "";

    /// <summary>就读学校, kept locally.</summary>
    public string School { get; set; } = "";

    public string DropoutReason { get; set; } = "";

    public bool? SpeaksMandarin { get; set; }

    public string Political { get; set; } = "";

    /// <summary>健康状况: one or more texts of code list health; 健康 excludes the others.</summary>
    public string Health { get; set; } = "";

    public string DisabilityKind { get; set; } = "";

    public string DisabilityGrade { get; set; } = "";

    public string DisabilityNumber { get; set; } = "";

    /// <summary>残疾证办证年度.</summary>
    public int? DisabilityYear { get; set; }

    /// <summary>劳动技能 (劳动能力), text of code list labour.</summary>
    public string Labour { get; set; } = "";

    public int? WorkMonths { get; set; }

    public string WorkPlace { get; set; } = "";

    public string Employer { get; set; } = "";

    public bool? WorksAbroad { get; set; }

    public string Trade { get; set; } = "";

    public string JobChannel { get; set; } = "";

    /// <summary>公益性岗位类型, text of code list post-kind.</summary>
    public string PostKind { get; set; } = "";

    public int? PostMonths { get; set; }

    public bool? OnAllowance { get; set; }

    /// <summary>是否特困供养人员.</summary>
    public bool? IsDestitute { get; set; }

    /// <summary>是否参加城乡居民基本医疗保险 (新型农村合作医疗).</summary>
    public bool? ResidentHealthInsurance { get; set; }

    /// <summary>是否参加城镇职工基本医疗保险.</summary>
    public bool? EmployeeHealthInsurance { get; set; }

    /// <summary>是否参加大病保险.</summary>
    public bool? SevereIllnessInsurance { get; set; }

    public bool? CommercialHealthInsurance { get; set; }

    public bool? SevereIllnessAid { get; set; }

    public bool? OtherHealthAid { get; set; }

    public bool? ResidentPension { get; set; }

    public bool? EmployeePension { get; set; }

    public string Standard { get; set; } = "";

    /// <summary>加入日期: birth or move into the household; empty for those who have always been there.</summary>
    public DateOnly? JoinedOn { get; set; }

    /// <summary>离开日期: the day from which the person no longer counts (死亡、迁出).</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>离开原因, text of code list leave-reason.</summary>
    public string LeaveReason { get; set; } = "";

    /// <summary>人员识别时间, yyyymm.</summary>
    public int? IdentifiedIn { get; set; }

    public string Remark { get; set; } = "";
}
