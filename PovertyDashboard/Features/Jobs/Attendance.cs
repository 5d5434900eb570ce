using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs;

/// <summary>The attendance of one person on post in one month (考勤), a mark for each day.</summary>
public sealed class Attendance : LedgerRow, IOfficeRow
{
    public long HolderId { get; set; }

    public Holder? Holder { get; set; }

    /// <summary>月份, yyyymm.</summary>
    public int Month { get; set; }

    /// <summary>One character for each of 31 days: √ ○ × / or a blank; see <see cref="MonthMarks"/>.</summary>
    public string Marks { get; set; } = MonthMarks.None;

    /// <summary>应出勤: the month's days that are no rest days.</summary>
    public int Due { get; set; }

    /// <summary>实出勤 √.</summary>
    public int Present { get; set; }

    /// <summary>请假 ○.</summary>
    public int Leave { get; set; }

    /// <summary>旷工 ×.</summary>
    public int Absent { get; set; }

    /// <summary>考核得分, 0 to 100.</summary>
    public int? Score { get; set; }

    /// <summary>考核人签字.</summary>
    public string Assessor { get; set; } = "";

    public string Remark { get; set; } = "";

    /// <summary>What the row of a sheet says of the person; not stored, the holder tells it afterwards.</summary>
    internal string WrittenId { get; set; } = "";

    internal string WrittenName { get; set; } = "";

    internal string WrittenPost { get; set; } = "";

    /// <summary>Why no holder was found; not stored.</summary>
    internal Fault? LinkFault { get; set; }

    /// <summary>The sums that the row of a sheet states; not stored where the days tell otherwise.</summary>
    internal int? WrittenDue { get; set; }

    internal int? WrittenPresent { get; set; }

    internal int? WrittenLeave { get; set; }

    internal int? WrittenAbsent { get; set; }
}
