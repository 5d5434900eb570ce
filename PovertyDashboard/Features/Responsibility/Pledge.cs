using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility;

/// <summary>A letter of responsibility (责任状) between two levels for a year; its scan is a picture of the row.</summary>
public sealed class Pledge : LedgerRow, IReadableBelow, IOfficeRow
{
    /// <summary>层级 such as 镇-村, text of code list pledge-level.</summary>
    public string Level { get; set; } = "";

    /// <summary>甲方, who demands.</summary>
    public string PartyA { get; set; } = "";

    /// <summary>乙方, who promises.</summary>
    public string PartyB { get; set; } = "";

    /// <summary>责任人 of the promising side.</summary>
    public string Signatory { get; set; } = "";

    public int Year { get; set; }

    /// <summary>签订日期; null while it is not signed.</summary>
    public DateOnly? SignedOn { get; set; }

    /// <summary>责任内容.</summary>
    public string Content { get; set; } = "";

    public string Remark { get; set; } = "";
}
