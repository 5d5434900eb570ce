using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Movements;

/// <summary>The measures of movements (人口变动指标); each has its date, so their past is known.</summary>
public static class MovementMeasures
{
    private static readonly Ledger<Movement> Ledger = MovementLedger.Ledger;

    private static readonly RowMeasure<Movement> All = new("movements.all", "变动", Ledger, (_, today) => m => m.HappenedOn <= today) { HasHistory = true, IsChip = false };

    private static readonly RowMeasure<Movement> Year = new("movements.year", "本年变动", Ledger, (_, today) =>
    {
        var first = new DateOnly(today.Year, 1, 1);
        return m => m.HappenedOn >= first && m.HappenedOn <= today;
    })
    { HasHistory = true };

    /// <summary>未登记成员: somebody was born or came and is not among the members of the household yet.</summary>
    public static readonly RowMeasure<Movement> Unregistered = new("movements.unregistered", "未登记成员", Ledger, (db, today) =>
    {
        var members = db.Set<Member>();
        return m => m.HappenedOn <= today && (m.Kind == MovementKind.Born || (m.Kind == MovementKind.MovedIn && m.Subject != Movement.Whole))
            && !members.Any(p => p.HouseholdId == m.HouseholdId && (p.Name == m.Subject || (m.IdNumber != "" && p.IdNumber == m.IdNumber)));
    })
    { AlsoDependsOn = [MemberLedger.Key], Good = GoodDirection.Down };

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        All, Year,
        OfKind("identified", MovementKind.Identified, GoodDirection.Neutral), OfKind("moved-in", MovementKind.MovedIn, GoodDirection.Neutral), OfKind("moved-out", MovementKind.MovedOut, GoodDirection.Neutral),
        OfKind("born", MovementKind.Born, GoodDirection.Neutral), OfKind("died", MovementKind.Died, GoodDirection.Neutral), OfKind("relapsed", MovementKind.Relapsed, GoodDirection.Down),
        OfKind("risk-cleared", MovementKind.RiskCleared, GoodDirection.Up), Unregistered,
    ];

    public static IReadOnlyList<Breakdown> Breakdowns { get; } = [new("movements.by-kind", Year, [MovementLedger.Kind])];

    /// <summary>Movements of the kind in the year of the day.</summary>
    private static RowMeasure<Movement> OfKind(string key, string kind, GoodDirection good) => new($"movements.{key}", $"本年{kind}", Ledger, (_, today) =>
    {
        var first = new DateOnly(today.Year, 1, 1);
        return m => m.Kind == kind && m.HappenedOn >= first && m.HappenedOn <= today;
    })
    { HasHistory = true, Good = good };
}
