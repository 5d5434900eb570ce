using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics;

/// <summary>Rules over the fields of a clinic record (义诊登记表内校验) and what follows from them; pure.</summary>
public static class RecordRules
{
    public static IEnumerable<Fault> Check(ClinicRecord record, RowContext context)
    {
        foreach (var fault in BloodPressure.FaultsOf(record.Systolic, record.Diastolic)) yield return fault;
        if (record.IdNumber.Length == 0 && record.Age is null) yield return new Fault("年龄", "年龄：没有身份证号，也没有填年龄。请至少填一项，例如 72。");
        if (record.IdNumber.Length > 0 && PersonIdNumber.BirthDate(record.IdNumber) > record.HeldOn) yield return new Fault("身份证号", "身份证号：出生日期在义诊之后。请对照证件重新填写。");
        if (record is { ReferredTo.Length: > 0, Referred: false }) yield return new Fault("转诊", "转诊：填了转诊去向，转诊却是否。请改为是，或删去转诊去向。");
    }

    /// <summary>Sort key; sex and age from the ID where they are not given; a named destination means a referral.</summary>
    public static void Fill(ClinicRecord record)
    {
        record.NameKey = NameSort.Key(record.Name);
        if (record.Gender.Length == 0) record.Gender = PersonIdNumber.Gender(record.IdNumber) ?? "";
        record.Age ??= AgeOn(PersonIdNumber.BirthDate(record.IdNumber), record.HeldOn);
        if (record.ReferredTo.Length > 0) record.Referred ??= true;
    }

    /// <summary>The flags by the thresholds of the day of the clinic.</summary>
    public static void Flag(ClinicRecord record, SettingsDirectory settings)
    {
        var limits = HealthThresholds.On(settings, record.HeldOn);
        record.PressureFlag = HealthFlags.OfPressure(record.Systolic, record.Diastolic, limits);
        record.GlucoseFlag = HealthFlags.OfGlucose(record.Glucose, record.GlucoseKind, limits);
        record.IsUrgent = HealthFlags.IsUrgent(record.PressureFlag) || HealthFlags.IsUrgent(record.GlucoseFlag);
    }

    /// <summary>Full years (周岁) on the day; null without a birth date.</summary>
    public static int? AgeOn(DateOnly? bornOn, DateOnly day) =>
        bornOn is not { } born || born > day ? null : day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);

    /// <summary>Body mass index (体重指数) in 1/10 kg/m²; null where height or weight is missing.</summary>
    public static long? BodyMass(ClinicRecord record) =>
        record is { Height: { } height and > 0, Weight: { } weight } ? (long)Math.Round(weight * 1_000_000m / (height * height), MidpointRounding.AwayFromZero) : null;
}
