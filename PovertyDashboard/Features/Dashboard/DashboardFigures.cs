using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Live.Months;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>
/// Reads the figures of a dashboard (看板数字) by key: every number comes from <see cref="RegionTotals"/>,
/// and what no room has registered is simply not there.
/// </summary>
public sealed class DashboardFigures(RegionTotals totals, MonthEnds months, LedgerCatalog catalog, RegionDirectory regions, Clock clock)
{
    public DateOnly Today => clock.Today;

    public RegionTree Tree => regions.Tree;

    public bool Has(string measure) => catalog.Measure(measure) is not null;

    public Measure? Measure(string key) => catalog.Measure(key);

    public Breakdown? Breakdown(string key) => catalog.Breakdowns.FirstOrDefault(b => b.Key == key);

    /// <summary>Whether a room has registered the measure or breakdown.</summary>
    public bool Knows(string key) => Has(key) || Breakdown(key) is not null;

    /// <summary>As above, and the view's user may see it.</summary>
    public bool Knows(string key, DashboardView view) => Measure(key, view) is not null || Breakdown(key, view) is not null;

    public Measure? Measure(string key, DashboardView view) => Measure(key) is { } measure && Shows(view, measure) ? measure : null;

    private Breakdown? Breakdown(string key, DashboardView view) => Breakdown(key) is { } breakdown && Shows(view, breakdown.Measure) ? breakdown : null;

    private bool Shows(DashboardView view, Measure measure) => catalog.LedgersOf(measure).All(view.Shows);

    /// <summary>Keys of the ledgers that may move the measures and breakdowns.</summary>
    public IReadOnlySet<string> LedgersOf(IEnumerable<string> keys) =>
        keys.SelectMany(k => Measure(k)?.DependsOn ?? Breakdown(k)?.Measure.DependsOn ?? []).ToHashSet();

    public async Task<ShownFigure?> FigureAsync(string key, DashboardView view, CancellationToken ct) =>
        Measure(key, view) is { } measure ? new ShownFigure(measure, view.Region, await totals.FigureAsync(measure, view.Region, view.Scope, ct)) : null;

    /// <summary>The figure as it was on each of the days; empty where earlier days cannot be counted.</summary>
    public async Task<IReadOnlyList<Figure>> HistoryAsync(string key, DashboardView view, IEnumerable<DateOnly> days, CancellationToken ct)
    {
        if (Measure(key, view) is not { } measure || !HasHistory(measure)) return [];
        var figures = new List<Figure>();
        foreach (var day in days) figures.Add(await totals.FigureAsync(measure, view.Region, view.Scope, day, ct));
        return figures;
    }

    /// <summary>What the measure came to at the ends of the months, as far as it has been kept or dated facts tell.</summary>
    public async Task<IReadOnlyList<MonthEnd>> MonthEndsAsync(string key, DashboardView view, IReadOnlyList<int> ends, CancellationToken ct) =>
        Measure(key, view) is { } measure ? await months.ReadAsync(measure, view.Region, view.Scope, ends, ct) : [];

    /// <summary>The parts of a breakdown; empty where it is not registered.</summary>
    public async Task<IReadOnlyList<SplitValue>> SplitAsync(string key, DashboardView view, CancellationToken ct) =>
        Breakdown(key, view) is { } breakdown ? await totals.SplitAsync(breakdown, view.Region, view.Scope, ct) : [];

    /// <summary>
    /// The places below with their figures of the measures, which add up to the place itself: rows that none of them owns
    /// stand as 本级. Places without any row that no longer exist are left out.
    /// </summary>
    public async Task<IReadOnlyList<PlaceRow>> PlacesAsync(DashboardView view, IReadOnlyList<string> keys, CancellationToken ct)
    {
        var measures = keys.Select(key => Measure(key, view)).OfType<Measure>().ToList();
        var rows = new List<PlaceRow>();
        foreach (var node in view.Children(Tree))
        {
            var figures = new Dictionary<string, Figure>();
            foreach (var measure in measures) figures[measure.Key] = await totals.FigureAsync(measure, node.Key, view.Scope, ct);
            if (node.ExistsOn(Today) || figures.Values.Any(f => f != default)) rows.Add(new PlaceRow(node.Key, view.Scope.NameOf(node.Key, Tree), IsOwn: false, figures));
        }

        var own = new Dictionary<string, Figure>();
        foreach (var measure in measures)
            own[measure.Key] = Less(await totals.FigureAsync(measure, view.Region, view.Scope, ct), rows.Select(r => r[measure.Key]));
        if (rows.Count > 0 && own.Values.Any(f => f != default)) rows.Add(new PlaceRow(view.Region, OwnName(view.Region), IsOwn: true, own));
        return rows;
    }

    /// <summary>The name of what a place owns itself, such as 韩集镇本级.</summary>
    public string OwnName(long region) => Tree.NameOf(region) + "本级";

    public static bool HasHistory(Measure measure) => measure.HasHistory || measure is RatioMeasure { Part.HasHistory: true, Whole.HasHistory: true };

    private static Figure Less(Figure whole, IEnumerable<Figure> parts) =>
        parts.Aggregate(whole, (rest, part) => new Figure(rest.Count - part.Count, rest.Sum - part.Sum, rest.Whole - part.Whole));
}
