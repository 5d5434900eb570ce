using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Stations;

/// <summary>
/// What a photovoltaic station yielded in one month (光伏收益): the electricity at the reference price and the subsidy are two receipts,
/// since the subsidy comes later. Money in fen, prices in 1/10,000 yuan, electricity in hundredths of a kWh.
/// </summary>
public sealed class StationIncome : LedgerRow, IOfficeRow
{
    public long ProjectId { get; set; }

    public Project? Project { get; set; }

    /// <summary>电站名称, the project's name.</summary>
    public string Station { get; set; } = "";

    public int Year { get; set; }

    /// <summary>月, 1 to 12.</summary>
    public int MonthOfYear { get; set; }

    /// <summary>yyyymm, from year and month.</summary>
    public int Month { get; set; }

    /// <summary>装机 in hundredths of a kW, as at that time.</summary>
    public long? Capacity { get; set; }

    /// <summary>上网电量.</summary>
    public long? Energy { get; set; }

    /// <summary>标杆电价.</summary>
    public long? Price { get; set; }

    /// <summary>电费.</summary>
    public long? EnergyFee { get; set; }

    public long? SubsidyPrice { get; set; }

    /// <summary>补贴应收.</summary>
    public long? SubsidyDue { get; set; }

    /// <summary>补贴实收.</summary>
    public long? SubsidyPaid { get; set; }

    /// <summary>到账日期 of the electricity.</summary>
    public DateOnly? ReceivedOn { get; set; }

    public DateOnly? SubsidyReceivedOn { get; set; }

    /// <summary>合计 = 电费 + 补贴应收.</summary>
    public long Total { get; set; }

    /// <summary>运维费.</summary>
    public long? Upkeep { get; set; }

    /// <summary>土地租金 that the station pays.</summary>
    public long? Rent { get; set; }

    /// <summary>可分配额 = 电费 + 补贴实收 − 运维费 − 土地租金: only money that has come can be given away.</summary>
    public long Distributable { get; set; }

    public string Remark { get; set; } = "";

    /// <summary>The sums that a sheet states; not stored, they must agree with ours.</summary>
    internal long? WrittenTotal { get; set; }

    internal long? WrittenDistributable { get; set; }
}
