using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Shares;

/// <summary>A village's share of a joint project (联村份额): so many parts of a whole, 1 of 11, never a percentage.</summary>
public sealed class ProjectShare : LedgerRow, IProjectRow, IOfficeRow
{
    public long? ProjectId { get; set; }

    public string ProjectName { get; set; } = "";

    /// <summary>份数 of this village.</summary>
    public int Parts { get; set; }

    /// <summary>总份数, the same for every village of the project.</summary>
    public int Whole { get; set; }

    /// <summary>出资额 in fen.</summary>
    public long? Invested { get; set; }

    public string Remark { get; set; } = "";
}
