using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics;

/// <summary>A follow-up of one person (随访): due on a day, done by somebody with a result. Overdue is computed, never stored.</summary>
public sealed class FollowUp : LedgerRow, IPersonRow, IHealthRow
{
    public string Name { get; set; } = "";

    /// <summary>Pinyin sort key of the name; follows from it.</summary>
    public string NameKey { get; set; } = "";

    public string Gender { get; set; } = "";

    public int? Age { get; set; }

    public string IdNumber { get; set; } = "";

    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    public string Phone { get; set; } = "";

    /// <summary>Day of the clinic or follow-up that asked for it (来源日期).</summary>
    public DateOnly? AskedOn { get; set; }

    /// <summary>随访原因, text of code list follow-up-reason.</summary>
    public string Reason { get; set; } = "";

    /// <summary>应随访日期.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>随访日期; null while it is to be done.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>随访人.</summary>
    public string DoneBy { get; set; } = "";

    /// <summary>随访方式, text of code list follow-up-way.</summary>
    public string Way { get; set; } = "";

    public int? Systolic { get; set; }

    public int? Diastolic { get; set; }

    public long? Glucose { get; set; }

    public string GlucoseKind { get; set; } = "";

    /// <summary>随访结果, text of code list follow-up-result.</summary>
    public string Result { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>Id of the clinic record that asked for it, or null.</summary>
    public long? RecordId { get; set; }

    /// <summary>Id of the follow-up that asked for it, or null.</summary>
    public long? AfterId { get; set; }

    public bool IsOpen => DoneOn is null;

    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;
}
