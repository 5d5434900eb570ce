namespace PovertyDashboard.Features.Clinics;

/// <summary>
/// Flags of measured values (提示). They ask to measure again or to refer and never name an illness: one measurement is no diagnosis
/// (three days are needed), and glucose from the finger is screening only (domain facts 5).
/// </summary>
public static class HealthFlags
{
    public const string Fasting = "空腹", AfterMeal = "餐后2小时";

    public const string Normal = "正常";

    public const string PressureWatched = "血压正常高值，注意监测", PressureHigh = "血压偏高，建议复测", PressureUrgent = "血压偏高，建议紧急转诊", PressureLow = "血压偏低，建议复测";

    public const string GlucoseWatched = "血糖略高，注意饮食", GlucoseHigh = "血糖偏高，建议复测", GlucoseUrgent = "血糖偏高，建议紧急转诊", GlucoseLow = "血糖偏低，建议紧急转诊";

    /// <summary>The flag of a blood pressure: the higher class of its two numbers counts; empty where nothing was measured.</summary>
    public static string OfPressure(int? systolic, int? diastolic, HealthThresholds limits)
    {
        if (systolic is not { } high || diastolic is not { } low) return "";
        if (high >= limits.Urgent.Systolic || low >= limits.Urgent.Diastolic) return PressureUrgent;
        if (high >= limits.High.Systolic || low >= limits.High.Diastolic) return PressureHigh;
        if (high < limits.Low.Systolic || low < limits.Low.Diastolic) return PressureLow;
        return high >= limits.Watched.Systolic || low >= limits.Watched.Diastolic ? PressureWatched : Normal;
    }

    /// <summary>The flag of a glucose in 1/10 mmol/L of its kind; empty where nothing was measured.</summary>
    public static string OfGlucose(long? glucose, string kind, HealthThresholds limits)
    {
        if (glucose is not { } value) return "";
        if (value <= limits.UrgentGlucose.Low) return GlucoseLow;
        if (value >= limits.UrgentGlucose.High) return GlucoseUrgent;
        var (watched, high) = limits.GlucoseOf(kind);
        return value >= high ? GlucoseHigh : value >= watched ? GlucoseWatched : Normal;
    }

    /// <summary>Whether a flag asks for a referral at once.</summary>
    public static bool IsUrgent(string flag) => flag is PressureUrgent or GlucoseUrgent or GlucoseLow;

    /// <summary>Whether a flag asks to measure again or to refer.</summary>
    public static bool IsRaised(string flag) => IsUrgent(flag) || flag is PressureHigh or PressureLow or GlucoseHigh;
}
