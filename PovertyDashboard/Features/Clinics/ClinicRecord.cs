using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics;

/// <summary>
/// What was measured and said of one person at a clinic (义诊登记). It belongs to the clinic of the same township, day and place.
/// Blood pressure is in mmHg, glucose in 1/10 mmol/L, height in 1/10 cm, weight in 1/10 kg; null and empty text mean "not given".
/// </summary>
public sealed class ClinicRecord : LedgerRow, IPersonRow, IHealthRow
{
    public DateOnly HeldOn { get; set; }

    public string Venue { get; set; } = "";

    public string Organiser { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Pinyin sort key of the name; follows from it.</summary>
    public string NameKey { get; set; } = "";

    public string Gender { get; set; } = "";

    /// <summary>周岁 on the day.</summary>
    public int? Age { get; set; }

    public string IdNumber { get; set; } = "";

    /// <summary>户主 of the person's household.</summary>
    public string HouseholdName { get; set; } = "";

    public long? HouseholdId { get; set; }

    public string Phone { get; set; } = "";

    /// <summary>行动不便: served at home (入户).</summary>
    public bool? AtHome { get; set; }

    /// <summary>既往史.</summary>
    public string History { get; set; } = "";

    /// <summary>用药.</summary>
    public string Medicine { get; set; } = "";

    /// <summary>过敏史.</summary>
    public string Allergy { get; set; } = "";

    public long? Height { get; set; }

    public long? Weight { get; set; }

    /// <summary>收缩压.</summary>
    public int? Systolic { get; set; }

    /// <summary>舒张压.</summary>
    public int? Diastolic { get; set; }

    public int? Pulse { get; set; }

    public long? Glucose { get; set; }

    /// <summary>血糖类型, text of code list glucose-kind.</summary>
    public string GlucoseKind { get; set; } = "";

    /// <summary>就诊科别: texts of code list department.</summary>
    public string Departments { get; set; } = "";

    /// <summary>诊断印象 in the doctor's own words; the product makes none.</summary>
    public string Impression { get; set; } = "";

    /// <summary>建议.</summary>
    public string Advice { get; set; } = "";

    /// <summary>转诊.</summary>
    public bool? Referred { get; set; }

    /// <summary>转诊去向.</summary>
    public string ReferredTo { get; set; } = "";

    public string Doctor { get; set; } = "";

    public string Remark { get; set; } = "";

    /// <summary>血压提示, text of code list pressure-flag; follows from the values and the thresholds of the day.</summary>
    public string PressureFlag { get; set; } = "";

    /// <summary>血糖提示, text of code list glucose-flag; follows likewise.</summary>
    public string GlucoseFlag { get; set; } = "";

    /// <summary>紧急转诊: a value that must be seen to at once.</summary>
    public bool IsUrgent { get; set; }
}
