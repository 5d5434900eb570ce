using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households;

/// <summary>
/// A registered household (贫困户，含边缘户), with the columns of the national export (domain facts 3.1) and a few local ones.
/// Areas are 1/100 亩 or m², the distance is 1/100 km; money is in fen. Empty text and null mean "not given".
/// </summary>
public sealed partial class Household : LedgerRow, IHousehold
{
    /// <summary>户编号: a long digit string that identifies the household in the national system.</summary>
    public string Number { get; set; } = "";

    /// <summary>户主编号: the 人口编号 of the head.</summary>
    public string HeadNumber { get; set; } = "";

    public string HeadName { get; set; } = "";

    /// <summary>Pinyin sort key of the head's name; follows from it.</summary>
    public string NameKey { get; set; } = "";

    public string HeadId { get; set; } = "";

    /// <summary>家庭人口数 as registered; the member rows may differ, which is a doubt, not a fault.</summary>
    public int? Size { get; set; }

    /// <summary>自然村, where the list names one.</summary>
    public string Hamlet { get; set; } = "";

    /// <summary>年度 of the figures.</summary>
    public int? Year { get; set; }

    public string VillagePhone { get; set; } = "";

    public string BankName { get; set; } = "";

    public string BankCard { get; set; } = "";

    /// <summary>识别标准, text of code list standard.</summary>
    public string Standard { get; set; } = "";

    /// <summary>户类型, text of code list household-type.</summary>
    public string Type { get; set; } = "";

    /// <summary>贫困户属性, text of code list poverty-attribute.</summary>
    public string Attribute { get; set; } = "";

    /// <summary>主要致贫原因, text of code list cause.</summary>
    public string MainCause { get; set; } = "";

    /// <summary>次要致贫原因: up to two texts of code list cause.</summary>
    public string OtherCauses { get; set; } = "";

    /// <summary>首次识别时间, yyyymm.</summary>
    public int? IdentifiedIn { get; set; }

    /// <summary>脱贫时间, yyyymm.</summary>
    public int? LiftedIn { get; set; }

    /// <summary>监测对象类别, text of code list monitor-kind; empty for households that are not monitored.</summary>
    public string MonitorKind { get; set; } = "";

    /// <summary>风险识别时间.</summary>
    public DateOnly? RiskFoundOn { get; set; }

    public bool? RiskCleared { get; set; }

    /// <summary>风险消除时间.</summary>
    public DateOnly? RiskClearedOn { get; set; }

    public bool? UnsafeHouse { get; set; }

    /// <summary>危房级别 of the national list: C or D, only of unsafe houses.</summary>
    public string UnsafeGrade { get; set; } = "";

    /// <summary>住房等级 A-D of the appraisal (危房鉴定), kept locally.</summary>
    public string HouseGrade { get; set; } = "";

    public long? HouseArea { get; set; }

    public bool? SafeWater { get; set; }

    public bool? SanitaryToilet { get; set; }

    public string Fuel { get; set; } = "";

    /// <summary>与村主干路距离, 1/100 km.</summary>
    public long? RoadDistance { get; set; }

    public string RoadType { get; set; } = "";

    public bool? ProductionPower { get; set; }

    public bool? LivingPower { get; set; }

    public bool? Broadcast { get; set; }

    public long? CropLand { get; set; }

    public long? WaterArea { get; set; }

    public long? ReturnedForest { get; set; }

    public long? OrchardLand { get; set; }

    public long? PastureLand { get; set; }

    public long? WoodLand { get; set; }

    public bool? InCooperative { get; set; }

    /// <summary>是否有龙头企业带动.</summary>
    public bool? LedByFirm { get; set; }

    /// <summary>是否有创业致富带头人带动.</summary>
    public bool? LedByPerson { get; set; }

    /// <summary>迁入日期 of a household that came as a whole, or split off (分户); empty where it has always been there.</summary>
    public DateOnly? CameOn { get; set; }

    /// <summary>The day from which the household is no longer in the books (迁出、并户); empty while it is.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>终止原因, text of code list leave-reason.</summary>
    public string EndReason { get; set; } = "";

    public string Remark { get; set; } = "";

    public List<Member> Members { get; } = [];
}
