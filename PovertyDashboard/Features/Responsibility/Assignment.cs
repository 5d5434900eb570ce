using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility;

/// <summary>The levels of the three-level grid (三级网格) and the village's poverty clerk, texts of code list assignment-level.</summary>
public static class AssignmentLevel
{
    /// <summary>领导干部包村.</summary>
    public const string Village = "包村";

    /// <summary>村级干部包片.</summary>
    public const string Area = "包片";

    /// <summary>帮扶干部包户.</summary>
    public const string Household = "包户";

    /// <summary>扶贫专干 of the village.</summary>
    public const string Clerk = "扶贫专干";
}

/// <summary>
/// Who answers for a village, a part of it or a household, from when to when (包联责任). A change of person ends the row and adds
/// another one; history is never overwritten.
/// </summary>
public sealed class Assignment : LedgerRow, IHouseholdRow
{
    /// <summary>层级, text of code list assignment-level.</summary>
    public string Level { get; set; } = "";

    /// <summary>片区 of a 包片 row; else empty.</summary>
    public string Area { get; set; } = "";

    /// <summary>户主 of a 包户 row; else empty.</summary>
    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    /// <summary>The person who answers (责任人).</summary>
    public string Helper { get; set; } = "";

    public string HelperKey { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>单位隶属关系, text of code list unit-level.</summary>
    public string UnitLevel { get; set; } = "";

    /// <summary>职务.</summary>
    public string Post { get; set; } = "";

    /// <summary>The number on the notice board; public by its purpose.</summary>
    public string Phone { get; set; } = "";

    /// <summary>The person's account in this product (登录账号), by which he finds his own households.</summary>
    public string Account { get; set; } = "";

    public DateOnly StartedOn { get; set; }

    /// <summary>Last day (结束日期); null while he answers.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>结束原因, text of code list assignment-end.</summary>
    public string EndReason { get; set; } = "";

    public string Remark { get; set; } = "";

    /// <summary>前王庄村, 前王庄村 东片 or 邓某.</summary>
    public string Subject => HouseholdName.Length > 0 ? HouseholdName : Area.Length > 0 ? Area : Level;

    public bool IsCurrent(DateOnly day) => StartedOn <= day && (EndedOn is not { } end || end >= day);
}
