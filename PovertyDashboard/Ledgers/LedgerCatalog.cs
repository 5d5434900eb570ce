using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Ledgers;

/// <summary>
/// Rows of a shared room that move, are deleted and are restored together with a row of any ledger (随行): its pictures, its steps.
/// A ledger names those of its own room by <see cref="Ledger{T}.Followers"/>.
/// </summary>
public delegate IEnumerable<IQueryable<LedgerRow>> RowFollowers(AppDbContext db, Ledger ledger, LedgerRow row);

/// <summary>Every ledger, measure and breakdown that the rooms have registered.</summary>
public sealed class LedgerCatalog
{
    private readonly Dictionary<string, Ledger> _ledgers;
    private readonly Dictionary<Type, Ledger> _byType;
    private readonly Dictionary<string, Measure> _measures;
    private readonly IReadOnlyList<RowFollowers> _followers;
    private readonly SettingsDirectory _settings;

    public LedgerCatalog(
        IEnumerable<Ledger> ledgers,
        IEnumerable<Measure> measures,
        IEnumerable<Breakdown> breakdowns,
        IEnumerable<HouseholdCondition> conditions,
        IEnumerable<HouseholdMeasures> householdMeasures,
        IEnumerable<RowFollowers> followers,
        SettingsDirectory settings)
    {
        (_followers, _settings) = ([.. followers], settings);
        Ledgers = [.. ledgers];
        Measures = [.. measures, .. conditions.SelectMany(c => householdMeasures.SelectMany(make => make(c)))];
        Breakdowns = [.. breakdowns];
        _ledgers = Ledgers.ToDictionary(l => l.Key);
        _byType = Ledgers.ToDictionary(l => l.RowType);
        _measures = Measures.ToDictionary(m => m.Key);
    }

    public IReadOnlyList<Ledger> Ledgers { get; }

    public IReadOnlyList<Measure> Measures { get; }

    public IReadOnlyList<Breakdown> Breakdowns { get; }

    public Ledger? Ledger(string key) => _ledgers.GetValueOrDefault(key);

    public Ledger? LedgerOf(Type rowType) => _byType.GetValueOrDefault(rowType);

    public Measure? Measure(string key) => _measures.GetValueOrDefault(key);

    /// <summary>The ledgers that the measure reads, its own first.</summary>
    public IEnumerable<Ledger> LedgersOf(Measure measure) => measure.DependsOn.Select(Ledger).OfType<Ledger>().Prepend(measure.Ledger);

    /// <summary>The rows that go with the row, one query for each kind; none for a row of no ledger.</summary>
    public IEnumerable<IQueryable<LedgerRow>> FollowersOf(AppDbContext db, LedgerRow row)
    {
        if (LedgerOf(row.GetType()) is not { } ledger) return [];
        var shared = _followers.SelectMany(f => f(db, ledger, row));
        return ledger.FollowersOf(db, row) is { } own ? shared.Prepend(own) : shared;
    }

    /// <summary>Fills the stored values of the row that follow from others, from its author and from dated settings.</summary>
    public void Derive(LedgerRow row, UserIdentity user)
    {
        if (LedgerOf(row.GetType()) is not { } ledger) return;
        ledger.Derive(row, user);
        ledger.Rate(row, _settings);
    }

    public IEnumerable<Measure> MeasuresOf(Ledger ledger) => Measures.Where(m => m.Ledger == ledger);
}

/// <summary>Registers a room's ledger with its measures and breakdowns.</summary>
public static class LedgerServices
{
    public static IServiceCollection AddLedger(this IServiceCollection services, Ledger ledger, IEnumerable<Measure>? measures = null, IEnumerable<Breakdown>? breakdowns = null)
    {
        services.AddSingleton(ledger);
        foreach (var measure in measures ?? []) services.AddSingleton(measure);
        foreach (var breakdown in breakdowns ?? []) services.AddSingleton(breakdown);
        return services;
    }
}
