using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists.Month;

/// <summary>The measures of trainings and supervision (培训、督导指标).</summary>
public static class MonthMeasures
{
    private static readonly Ledger<SignIn> SignIns = MonthLedgers.SignIns;
    private static readonly Ledger<Round> Rounds = MonthLedgers.Rounds;

    /// <summary>Everybody who was asked to a training that has been held.</summary>
    public static readonly RowMeasure<SignIn> Asked = new("sign-ins.asked", "应到", SignIns, (_, today) => s => s.HeldOn <= today) { HasHistory = true };

    public static readonly RowMeasure<SignIn> Signed = new("sign-ins.signed", "已签到", SignIns, (_, today) => s => s.HasSigned == true && s.HeldOn <= today) { HasHistory = true, Good = GoodDirection.Up };

    public static readonly RowMeasure<SignIn> Absent = new("sign-ins.absent", "未签到", SignIns, (_, today) => s => s.HasSigned != true && s.HeldOn <= today) { HasHistory = true, Good = GoodDirection.Down };

    /// <summary>已签到 ÷ 应到 (培训覆盖).</summary>
    public static readonly RatioMeasure Coverage = new("trainings.coverage", "培训签到率", Signed, Asked) { HasHistory = true, Good = GoodDirection.Up };

    public static readonly Breakdown AskedByClass = new("sign-ins.asked-by-class", Asked, [MonthLedgers.Class]);

    public static readonly Breakdown SignedByClass = new("sign-ins.signed-by-class", Signed, [MonthLedgers.Class]);

    /// <summary>Villages of the rounds that are under way.</summary>
    public static readonly RowMeasure<Round> Planned = new("rounds.planned", "本轮应督导村", Rounds, (_, today) => r => r.StartsOn <= today && r.EndsOn >= today);

    public static readonly RowMeasure<Round> Visited = new("rounds.visited", "本轮已到村", Rounds, (_, today) => r => r.StartsOn <= today && r.EndsOn >= today && r.VisitedOn != null) { Good = GoodDirection.Up };

    public static readonly RowMeasure<Round> Unvisited = new("rounds.unvisited", "本轮未到村", Rounds, (_, today) => r => r.StartsOn <= today && r.EndsOn >= today && r.VisitedOn == null) { Good = GoodDirection.Down };

    /// <summary>Planned for an earlier day, and nobody came.</summary>
    public static readonly RowMeasure<Round> Late = new("rounds.late", "过期未到村", Rounds, (_, today) => r => r.VisitedOn == null && (r.PlannedOn ?? r.EndsOn) < today) { Good = GoodDirection.Down };

    public static readonly RatioMeasure VisitRate = new("rounds.visit-rate", "督导到村率", Visited, Planned) { Good = GoodDirection.Up };

    /// <summary>Households of villages in a round under way that have been checked within it.</summary>
    public static readonly HouseholdCondition Supervised = new("households.supervised", "本轮督导已到户", (db, today) =>
        from c in db.Set<Check>()
        from r in db.Set<Round>()
        where c.HouseholdId != null && r.Region == c.Region && r.StartsOn <= today && r.EndsOn >= today && c.CheckedOn >= r.StartsOn && c.CheckedOn <= r.EndsOn
        select c.HouseholdId!.Value, ["checks", "rounds"])
    { Good = GoodDirection.Up, RateKey = "households.supervised-rate", RateTitle = "督导到户率" };

    public static readonly HouseholdCondition Unsupervised = Supervised with { Key = "households.unsupervised", Title = "本轮督导未到户", Negated = true, Good = GoodDirection.Down, RateKey = null, RateTitle = null };

    public static IReadOnlyList<Measure> OfSignIns => [Asked, Signed, Absent, Coverage];

    public static IReadOnlyList<Measure> OfRounds => [Planned, Visited, Unvisited, Late, VisitRate];
}
