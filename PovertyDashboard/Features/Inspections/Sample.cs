using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections;

/// <summary>A row that belongs to an inspection and names it by title and first day (督查附表行).</summary>
public interface ISurveyRow : IHouseholdRow
{
    long Id { get; }

    /// <summary>督查名称.</summary>
    string Plan { get; set; }

    /// <summary>督查日期: first day of the plan; filled where only one plan of that title reaches the place.</summary>
    DateOnly? PlanDate { get; set; }

    long InspectionId { get; set; }

    /// <summary>户编号; empty where the household is not in the books.</summary>
    string HouseholdNumber { get; set; }
}

/// <summary>How a household came into the sample (抽取方式), texts of code list sample-kind.</summary>
public static class SampleKind
{
    public const string Must = "必抽";
    public const string Random = "随机";
    public const string Reserve = "备选";
}

/// <summary>What becomes of a drawn household (抽样户状态), texts of code list sample-state.</summary>
public static class SampleState
{
    public const string Waiting = "待访";
    public const string Visited = "已访";
    public const string Replaced = "已替换";

    /// <summary>Not yet called upon.</summary>
    public const string Reserve = "备选";
}

/// <summary>A drawn household (抽样户) in the order of the draw.</summary>
public sealed class Sample : LedgerRow, ISurveyRow, IInspectionRow
{
    public string Plan { get; set; } = "";

    public DateOnly? PlanDate { get; set; }

    public long InspectionId { get; set; }

    /// <summary>抽样序号 within the plan.</summary>
    public int Order { get; set; }

    public string HouseholdNumber { get; set; } = "";

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    public string Kind { get; set; } = "";

    public string State { get; set; } = "";

    /// <summary>替换原因, text of code list replace-reason; of a replaced household.</summary>
    public string ReplaceReason { get; set; } = "";

    /// <summary>替换说明.</summary>
    public string ReplaceNote { get; set; } = "";

    public DateOnly? ReplacedOn { get; set; }

    /// <summary>替换人, by name.</summary>
    public string ReplacedBy { get; set; } = "";

    /// <summary>顶替序号: order of the household that this one stands in for.</summary>
    public int? StandsFor { get; set; }

    public DateOnly? VisitedOn { get; set; }

    public string Remark { get; set; } = "";
}
