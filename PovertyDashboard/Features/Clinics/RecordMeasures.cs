using System.Linq.Expressions;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics;

/// <summary>The measures of clinic records (义诊登记指标): figures are open to offices and leaders, values are not. More flags found are neither good nor bad.</summary>
public static class RecordMeasures
{
    public static readonly RowMeasure<ClinicRecord> All = Count("all", "登记", _ => true, isChip: false);

    public static readonly RowMeasure<ClinicRecord> Urgent = Count("urgent", "紧急转诊", r => r.IsUrgent);

    public static readonly RowMeasure<ClinicRecord> Pressure = Count(
        "pressure", "血压提示", r => r.PressureFlag == HealthFlags.PressureHigh || r.PressureFlag == HealthFlags.PressureUrgent || r.PressureFlag == HealthFlags.PressureLow);

    public static readonly RowMeasure<ClinicRecord> Glucose = Count(
        "glucose", "血糖提示", r => r.GlucoseFlag == HealthFlags.GlucoseHigh || r.GlucoseFlag == HealthFlags.GlucoseUrgent || r.GlucoseFlag == HealthFlags.GlucoseLow);

    private static readonly RowMeasure<ClinicRecord> Measured = Count("pressure-measured", "量血压", r => r.Systolic != null, isChip: false);

    private static readonly RowMeasure<ClinicRecord> Tested = Count("glucose-measured", "测血糖", r => r.Glucose != null, isChip: false);

    public static readonly IReadOnlyList<Measure> List =
    [
        All, Urgent, Pressure, Glucose,
        Count("at-home", "入户登记", r => r.AtHome == true),
        Count("elders", "65 岁以上", r => r.Age >= 65),
        Count("internal", "内科", r => ("," + r.Departments + ",").Contains(",内科,"), isChip: false),
        Count("orthopaedics", "骨科", r => ("," + r.Departments + ",").Contains(",骨科,"), isChip: false),
        Count("other-departments", "其他科别", r => r.Departments != "" && r.Departments != "内科" && r.Departments != "骨科" && r.Departments != "内科,骨科", isChip: false),
        Count("referred", "医生转诊", r => r.Referred == true, isChip: false),
        Count("unlinked", "未关联户", r => r.HouseholdId == null, isChip: false),
        Measured, Tested,
        new RatioMeasure("clinic-records.pressure-rate", "血压提示率", Pressure, Measured) { HasHistory = true },
        new RatioMeasure("clinic-records.glucose-rate", "血糖提示率", Glucose, Tested) { HasHistory = true },
    ];

    public static readonly IReadOnlyList<Breakdown> Breakdowns =
    [
        new("clinic-records.by-pressure", Measured, [ClinicRecordLedger.PressureFlag]),
        new("clinic-records.by-glucose", Tested, [ClinicRecordLedger.GlucoseFlag]),
        new("clinic-records.by-flags", All, [ClinicRecordLedger.PressureFlag, ClinicRecordLedger.GlucoseFlag]),
        new("clinic-records.by-glucose-kind", Tested, [ClinicRecordLedger.GlucoseKind, ClinicRecordLedger.GlucoseFlag]),
    ];

    /// <summary>Of an earlier day: of the clinics held by then.</summary>
    private static RowMeasure<ClinicRecord> Count(string key, string title, Expression<Func<ClinicRecord, bool>> where, bool isChip = true) =>
        new($"clinic-records.{key}", title, ClinicRecordLedger.Ledger, (_, day) => HeldBy(where, day)) { IsChip = isChip, HasHistory = true };

    private static Expression<Func<ClinicRecord, bool>> HeldBy(Expression<Func<ClinicRecord, bool>> where, DateOnly day)
    {
        Expression<Func<ClinicRecord, bool>> held = r => r.HeldOn <= day;
        return Expression.Lambda<Func<ClinicRecord, bool>>(Expression.AndAlso(held.Body, SplitQuery.Swap(where, held.Parameters[0])), held.Parameters);
    }
}
