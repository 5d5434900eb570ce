using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Visits;

/// <summary>The ways of a visit (走访方式), texts of code list visit-way.</summary>
public static class VisitWay
{
    public const string Home = "入户";
    public const string Phone = "电话";
    public const string Video = "视频";
}

/// <summary>A visit to a household (走访): at home, by phone or by video; what it was about, and what was found.</summary>
public sealed class Visit : LedgerRow, IHouseholdRow, IOfficeRow
{
    public DateOnly VisitedOn { get; set; }

    /// <summary>时间 as HH:mm; may be empty.</summary>
    public string Time { get; set; } = "";

    public string Visitor { get; set; } = "";

    public string VisitorKey { get; set; } = "";

    /// <summary>方式, text of code list visit-way.</summary>
    public string Way { get; set; } = "";

    /// <summary>The household that was visited (走访对象), by its 户主.</summary>
    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    /// <summary>Whom the visitor met or spoke to (见面人).</summary>
    public string Met { get; set; } = "";

    /// <summary>走访内容, texts of code list visit-topic.</summary>
    public string Topics { get; set; } = "";

    public string Content { get; set; } = "";

    /// <summary>发现问题; what is written here opens its problem in the remediation ledger.</summary>
    public string Finding { get; set; } = "";

    /// <summary>Category of the finding, text of code list problem-category.</summary>
    public string Category { get; set; } = "";

    /// <summary>解决情况, what was settled on the spot.</summary>
    public string Solution { get; set; } = "";

    /// <summary>户主签名.</summary>
    public bool? Signed { get; set; }

    public string Remark { get; set; } = "";
}
