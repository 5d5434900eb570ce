using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Collective;

/// <summary>
/// Income of a village's collective in one year from one source, and what it was used for (集体收入与支出); money in fen.
/// </summary>
public sealed class CollectiveIncome : LedgerRow, IProjectRow, IOfficeRow
{
    public int Year { get; set; }

    /// <summary>收入来源, text of code list collective-source.</summary>
    public string Source { get; set; } = "";

    public long? ProjectId { get; set; }

    /// <summary>The project that it comes from; empty for income without one.</summary>
    public string ProjectName { get; set; } = "";

    public long Amount { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    /// <summary>用于贫困户.</summary>
    public long? ForPoor { get; set; }

    /// <summary>用于残疾人.</summary>
    public long? ForDisabled { get; set; }

    /// <summary>用于公益事业.</summary>
    public long? ForPublic { get; set; }

    /// <summary>其他支出.</summary>
    public long? ForOther { get; set; }

    /// <summary>支出合计, the sum of the uses.</summary>
    public long Used { get; set; }

    /// <summary>结余 = 收入 − 支出合计.</summary>
    public long Balance { get; set; }

    public string Purpose { get; set; } = "";

    public string Remark { get; set; } = "";
}
