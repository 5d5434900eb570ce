using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Distributions;

/// <summary>Classes of distributed money (分配类别), texts of code list distribution-class; domain facts section 8.</summary>
public static class DistributionClass
{
    public const string Post = "公益岗位", Labour = "公益事业劳务", Reward = "奖励", Aid = "补助", Collective = "集体", Dividend = "分红";

    /// <summary>Work that the 80 % rule counts.</summary>
    public static bool IsWork(string text) => text is Post or Labour;
}

/// <summary>
/// Money of one year that a project or a village's collective gives to a household or keeps for the village (收益分配), with the public notice that comes before.
/// </summary>
public sealed class Distribution : LedgerRow, IHouseholdRow, IProjectRow, IOfficeRow
{
    public int Year { get; set; }

    public long? ProjectId { get; set; }

    /// <summary>The project whose money it is; empty where it is the collective's.</summary>
    public string ProjectName { get; set; } = "";

    /// <summary>户编号; tells two householders of one name in a village apart.</summary>
    public string HouseholdNumber { get; set; } = "";

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    /// <summary>领款人, where it is not the householder.</summary>
    public string Payee { get; set; } = "";

    public string IdNumber { get; set; } = "";

    /// <summary>分配类别.</summary>
    public string Class { get; set; } = "";

    /// <summary>事由.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Amount in fen.</summary>
    public long Amount { get; set; }

    public string BankCard { get; set; } = "";

    /// <summary>公示开始 and 公示结束, both included.</summary>
    public DateOnly? PostedFrom { get; set; }

    public DateOnly? PostedUntil { get; set; }

    /// <summary>发放日期; null while it is planned.</summary>
    public DateOnly? PaidOn { get; set; }

    /// <summary>签领.</summary>
    public bool? Signed { get; set; }

    public string Remark { get; set; } = "";
}
