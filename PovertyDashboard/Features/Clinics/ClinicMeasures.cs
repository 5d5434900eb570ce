using System.Linq.Expressions;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics;

/// <summary>The measures of clinics and health talks (义诊活动、健康讲座指标): head-counts as reported.</summary>
public static class ClinicMeasures
{
    public static readonly RowMeasure<Clinic> Events = new("clinics.events", "义诊活动", ClinicLedger.Ledger, (_, day) => c => c.HeldOn <= day) { HasHistory = true };

    public static readonly IReadOnlyList<Measure> All =
    [
        Events,
        Sum("served", "服务人次", c => c.Served ?? 0),
        Sum("at-home", "其中入户", c => c.ServedAtHome ?? 0),
        Sum("doctors", "医生人次", c => c.Doctors ?? 0, isChip: false),
        Sum("volunteers", "志愿者人次", c => c.Volunteers ?? 0, isChip: false),
        new RowMeasure<Clinic>("clinics.uncounted", "未上报人数", ClinicLedger.Ledger, (_, _) => c => c.Served == null) { Good = GoodDirection.Down },
        new RowMeasure<Clinic>("clinics.without-records", "没有登记明细", ClinicLedger.Ledger, (db, _) =>
            c => !db.Set<ClinicRecord>().Any(r => r.HeldOn == c.HeldOn && r.Venue == c.Venue && r.Region / TownshipWidth == c.Region / TownshipWidth))
        { AlsoDependsOn = [ClinicRecordLedger.Key], Good = GoodDirection.Down },
    ];

    public static readonly IReadOnlyList<Measure> OfTalks =
    [
        new RowMeasure<HealthTalk>("health-talks.held", "健康讲座", HealthTalkLedger.Ledger, (_, day) => t => t.HeldOn <= day) { HasHistory = true },
        new RowMeasure<HealthTalk>("health-talks.attended", "听讲人次", HealthTalkLedger.Ledger, (_, day) => t => t.HeldOn <= day) { Sum = t => t.Attended ?? 0, Unit = "人次", HasHistory = true },
    ];

    /// <summary>Keys of one township differ in their last three digits only.</summary>
    private const long TownshipWidth = 1_000;

    private static RowMeasure<Clinic> Sum(string key, string title, Expression<Func<Clinic, long>> value, bool isChip = true) =>
        new($"clinics.{key}", title, ClinicLedger.Ledger, (_, day) => c => c.HeldOn <= day) { Sum = value, Unit = "人次", HasHistory = true, IsChip = isChip };
}
