using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Aid;

/// <summary>A measure of help for a household (帮扶措施): kind, unit, content, cost, dates and what came of it.</summary>
public sealed class AidMeasure : LedgerRow, IHouseholdRow, IOfficeRow
{
    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    /// <summary>措施类别, text of code list aid-category.</summary>
    public string Category { get; set; } = "";

    /// <summary>措施名称.</summary>
    public string Title { get; set; } = "";

    /// <summary>帮扶单位.</summary>
    public string Unit { get; set; } = "";

    public string Content { get; set; } = "";

    /// <summary>Cost in fen (投入); null where nothing was spent or nobody knows.</summary>
    public long? Cost { get; set; }

    public DateOnly StartedOn { get; set; }

    /// <summary>结束日期; null while it goes on.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>帮扶成效.</summary>
    public string Effect { get; set; } = "";

    /// <summary>户主签名.</summary>
    public bool? Signed { get; set; }

    public string Remark { get; set; } = "";
}
