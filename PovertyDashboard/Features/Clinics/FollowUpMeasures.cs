using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics;

/// <summary>The measures of follow-ups (随访指标): what is to be done, what is late, and the rate of what is done.</summary>
public static class FollowUpMeasures
{
    public const string SoonKey = "follow-ups.soon";

    /// <summary>Done of what was due; one done early counts on both sides.</summary>
    private static readonly RowMeasure<FollowUp> Asked = new("follow-ups.asked", "应随访", FollowUpLedger.Ledger, (_, day) => f => f.DueOn <= day || f.DoneOn <= day) { HasHistory = true };

    private static readonly RowMeasure<FollowUp> Done = new("follow-ups.done", "已随访", FollowUpLedger.Ledger, (_, day) => f => f.DoneOn <= day) { HasHistory = true, Good = GoodDirection.Up };

    public static readonly RowMeasure<FollowUp> Overdue = new("follow-ups.overdue", "逾期", FollowUpLedger.Ledger, (_, day) =>
        f => f.DueOn < day && (f.AskedOn == null || f.AskedOn <= day) && (f.DoneOn == null || f.DoneOn > day))
    { HasHistory = true, Good = GoodDirection.Down };

    private static readonly RowMeasure<FollowUp> Open = new("follow-ups.open", "待随访", FollowUpLedger.Ledger, (_, day) =>
        f => (f.AskedOn == null || f.AskedOn <= day) && (f.DoneOn == null || f.DoneOn > day))
    { HasHistory = true };

    public static readonly RowMeasure<FollowUp> OpenReferrals = new("follow-ups.referrals", "紧急转诊待随访", FollowUpLedger.Ledger, (_, _) =>
        f => f.DoneOn == null && f.Reason == FollowUpPlan.Refer)
    { Good = GoodDirection.Down };

    public static readonly IReadOnlyList<Breakdown> Breakdowns = [new("follow-ups.by-reason", Open, [FollowUpLedger.Reason])];

    /// <summary>Every measure, the one of the coming days by its setting.</summary>
    public static IReadOnlyList<Func<SettingsDirectory, Measure>> All { get; } =
    [
        _ => Open, Soon, _ => Overdue, _ => OpenReferrals, _ => Done, _ => Asked,
        _ => new RatioMeasure("follow-ups.rate", "随访率", Done, Asked) { Good = GoodDirection.Up, HasHistory = true },
    ];

    /// <summary>到期: due today or within the days of the setting.</summary>
    private static RowMeasure<FollowUp> Soon(SettingsDirectory settings) => new(SoonKey, "到期", FollowUpLedger.Ledger, (_, today) =>
    {
        var last = today.AddDays(settings.Number("health.follow-up.soon-days", today, 7));
        return f => f.DoneOn == null && f.DueOn >= today && f.DueOn <= last;
    });
}
