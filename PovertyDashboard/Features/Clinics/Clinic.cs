using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics;

/// <summary>A free clinic (义诊活动) with the head-counts as they were reported, apart from the records of persons.</summary>
public sealed class Clinic : LedgerRow
{
    public DateOnly HeldOn { get; set; }

    /// <summary>义诊地点, e.g. 韩集镇大杨新村幸福院.</summary>
    public string Venue { get; set; } = "";

    /// <summary>组织单位.</summary>
    public string Organiser { get; set; } = "";

    /// <summary>参加单位, separated by 、.</summary>
    public string Partners { get; set; } = "";

    /// <summary>Where the doctors come from (医生单位).</summary>
    public string DoctorsFrom { get; set; } = "";

    public int? Doctors { get; set; }

    public int? Volunteers { get; set; }

    /// <summary>Persons served as reported (服务人数), those at home included.</summary>
    public int? Served { get; set; }

    /// <summary>Persons among them who were visited at home (其中入户).</summary>
    public int? ServedAtHome { get; set; }

    /// <summary>服务项目: texts of code list clinic-service.</summary>
    public string Services { get; set; } = "";

    public string Note { get; set; } = "";
}
