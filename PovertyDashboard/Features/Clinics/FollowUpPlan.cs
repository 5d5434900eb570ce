using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics;

/// <summary>
/// When somebody is looked after again (随访计划): after an urgent value within two weeks, after a raised value or with a known
/// chronic illness within a quarter (国家基本公共卫生服务规范; the intervals are settings).
/// </summary>
public static class FollowUpPlan
{
    public const string Refer = "紧急转诊", Pressure = "血压复测", Glucose = "血糖复测", Both = "血压和血糖复测", Chronic = "慢病随访";

    public const string Seen = "已就诊", Fine = "复测正常", Raised = "复测仍异常", Away = "已外出", Dead = "已去世";

    /// <summary>The follow-up that a record asks for, or null.</summary>
    public static FollowUp? For(ClinicRecord record, SettingsDirectory settings)
    {
        if (ReasonOf(record) is not { } reason) return null;
        var due = reason == Refer ? Soon(record.HeldOn, settings) : Later(record.HeldOn, settings);
        return Take(new FollowUp { RecordId = record.Id, Reason = reason, DueOn = due }, record);
    }

    /// <summary>Puts what a follow-up repeats of its record into it.</summary>
    public static FollowUp Take(FollowUp followUp, ClinicRecord record)
    {
        (followUp.Region, followUp.AskedOn) = (record.Region, record.HeldOn);
        (followUp.Name, followUp.Gender, followUp.Age, followUp.IdNumber, followUp.Phone) = (record.Name, record.Gender, record.Age, record.IdNumber, record.Phone);
        (followUp.HouseholdName, followUp.HouseholdId) = (record.HouseholdName, record.HouseholdId);
        return followUp;
    }

    /// <summary>The follow-up that comes after a finished one, or null where none is needed.</summary>
    /// <param name="done">The finished one.</param>
    /// <param name="wasRaised">Whether the one before it had found a raised value too: twice in a row means a referral.</param>
    /// <param name="settings">The intervals.</param>
    public static FollowUp? After(FollowUp done, bool wasRaised, SettingsDirectory settings)
    {
        if (done.DoneOn is not { } day || done.Result is Away or Dead) return null;
        var (pressure, glucose) = FlagsOf(done, settings);
        var isUrgent = HealthFlags.IsUrgent(pressure) || HealthFlags.IsUrgent(glucose);
        var isRaised = isUrgent || done.Result == Raised;
        if (!isRaised && done is { Result: Fine, Reason: Pressure or Glucose or Both }) return null;
        return new FollowUp
        {
            Region = done.Region,
            Name = done.Name,
            Gender = done.Gender,
            Age = done.Age,
            IdNumber = done.IdNumber,
            Phone = done.Phone,
            HouseholdName = done.HouseholdName,
            HouseholdId = done.HouseholdId,
            AskedOn = day,
            AfterId = done.Id,
            Reason = isUrgent || (isRaised && wasRaised) ? Refer : isRaised ? ReasonOf(pressure, glucose) ?? done.Reason : Chronic,
            DueOn = isRaised ? Soon(day, settings) : Later(day, settings),
        };
    }

    /// <summary>The result that the measured values tell: 复测正常 or 复测仍异常; empty where nothing was measured.</summary>
    public static string ResultOf(FollowUp done, SettingsDirectory settings)
    {
        var (pressure, glucose) = FlagsOf(done, settings);
        if (pressure.Length + glucose.Length == 0) return "";
        return HealthFlags.IsRaised(pressure) || HealthFlags.IsRaised(glucose) ? Raised : Fine;
    }

    /// <summary>The flags of the values measured at the follow-up.</summary>
    public static (string Pressure, string Glucose) FlagsOf(FollowUp done, SettingsDirectory settings)
    {
        var limits = HealthThresholds.On(settings, done.DoneOn ?? done.DueOn);
        return (HealthFlags.OfPressure(done.Systolic, done.Diastolic, limits), HealthFlags.OfGlucose(done.Glucose, done.GlucoseKind, limits));
    }

    private static string? ReasonOf(ClinicRecord record) =>
        record.IsUrgent ? Refer : ReasonOf(record.PressureFlag, record.GlucoseFlag) ?? (IsChronic(record.History) ? Chronic : null);

    private static string? ReasonOf(string pressure, string glucose) => (HealthFlags.IsRaised(pressure), HealthFlags.IsRaised(glucose)) switch
    {
        (true, true) => Both,
        (true, false) => Pressure,
        (false, true) => Glucose,
        _ => null,
    };

    /// <summary>Whether the history names one of the illnesses that the public health service follows each quarter.</summary>
    private static bool IsChronic(string history) => history.Contains("高血压", StringComparison.Ordinal) || history.Contains("糖尿病", StringComparison.Ordinal);

    private static DateOnly Soon(DateOnly day, SettingsDirectory settings) => day.AddDays(settings.Number("health.follow-up.urgent-days", day, 14));

    private static DateOnly Later(DateOnly day, SettingsDirectory settings) => day.AddMonths(settings.Number("health.follow-up.months", day, 3));
}
