using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Sites;

/// <summary>The states of a work (改造状态), texts of code list work-state.</summary>
public static class WorkState
{
    public const string Planned = "计划";
    public const string Underway = "施工中";
    public const string Done = "已完工";
}

/// <summary>
/// One improvement at a household (改造提升): yard path, frost-proof 小水楼, roof, windows … (domain facts sections 1 and 7). Lengths in tenths of a metre.
/// </summary>
public sealed class Work : LedgerRow, IHouseholdRow, IWorksRow
{
    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    /// <summary>施工内容, text of code list work-item.</summary>
    public string Item { get; set; } = "";

    /// <summary>开工日期, planned or real.</summary>
    public DateOnly StartedOn { get; set; }

    /// <summary>计划完工日期.</summary>
    public DateOnly? DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    /// <summary>One of <see cref="WorkState"/>.</summary>
    public string State { get; set; } = WorkState.Planned;

    /// <summary>院内小路, in 1/10 metre.</summary>
    public long? PathLength { get; set; }

    /// <summary>小水楼, in 座.</summary>
    public int? WaterHouses { get; set; }

    /// <summary>施工批次 of the 社区 (统一集中施工); empty for works of their own.</summary>
    public string Batch { get; set; } = "";

    /// <summary>施工队.</summary>
    public string Crew { get; set; } = "";

    /// <summary>负责人 of the crew.</summary>
    public string Foreman { get; set; } = "";

    /// <summary>帮扶责任人 who drew the sketch.</summary>
    public string DrawnBy { get; set; } = "";

    /// <summary>手绘草图: whether a sketch was drawn in the browser; kept by the sketch desk.</summary>
    public bool HasSketch { get; set; }

    public string Remark { get; set; } = "";
}

/// <summary>A batch of works that a 社区 builds in one go (施工批次, 社区统一集中施工).</summary>
public sealed class WorkBatch : LedgerRow, IWorksRow
{
    /// <summary>批次, unique within the 社区.</summary>
    public string Name { get; set; } = "";

    public string Crew { get; set; } = "";

    public string Foreman { get; set; } = "";

    public string Phone { get; set; } = "";

    public DateOnly? StartedOn { get; set; }

    /// <summary>计划完工日期.</summary>
    public DateOnly? DueOn { get; set; }

    public string Remark { get; set; } = "";
}
