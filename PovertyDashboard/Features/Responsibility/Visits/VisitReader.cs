using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Visits;

/// <summary>A place with its households by helper and visit (各地走访).</summary>
public sealed record PlaceVisits(long Region, long Households, long Covered, long Uncovered, long Visited, long Unvisited)
{
    /// <summary>走访率 in tenths of a per cent; null without households.</summary>
    public long? VisitedPermille => Households == 0 ? null : (Visited * 1000 + Households / 2) / Households;
}

/// <summary>A helper with his households (责任人走访): how many he has, and how many of them were visited within the period.</summary>
/// <param name="LastOn">The last visit to any of his households.</param>
public sealed record HelperVisits(string Helper, string Unit, string Phone, int Households, int Visited, DateOnly? LastOn)
{
    public int Unvisited => Households - Visited;
}

/// <summary>A household that was not visited within the period (未按期走访的户).</summary>
/// <param name="Helper">Who answers for it today; empty where nobody does.</param>
public sealed record UnvisitedHousehold(long Id, long Region, string HeadName, string Helper, DateOnly? LastOn);

/// <summary>Reads who has visited whom (走访情况): figures of places from the totals, helpers and households of one town from the rows.</summary>
public sealed class VisitReader(
    IDbContextFactory<AppDbContext> contexts, RegionTotals totals, LedgerCatalog catalog, RegionDirectory regions, SettingsDirectory settings, CurrentUser user, Clock clock, IEnumerable<HouseholdKeys> households)
{
    /// <summary>Households on the page; the ledger lists all.</summary>
    public const int MostHouseholds = 30;

    public async Task<PlaceVisits> PlaceAsync(long region, CancellationToken ct) => new(
        region, await CountAsync("households.all", region, ct), await CountAsync("households.covered", region, ct), await CountAsync("households.uncovered", region, ct),
        await CountAsync("households.visited", region, ct), await CountAsync(VisitSettings.UnvisitedKey, region, ct));

    /// <summary>The places below that have households, those with most unvisited ones first.</summary>
    public async Task<IReadOnlyList<PlaceVisits>> PlacesBelowAsync(long region, CancellationToken ct)
    {
        var found = new List<PlaceVisits>();
        foreach (var node in regions.Tree.ChildrenOf(region).Where(n => user.Identity.Scope.Touches(n.Key)))
            if (await PlaceAsync(node.Key, ct) is { Households: > 0 } place) found.Add(place);
        return [.. found.OrderByDescending(p => p.Unvisited).ThenBy(p => p.Region)];
    }

    /// <summary>The helpers of the place, those with most unvisited households first.</summary>
    public async Task<IReadOnlyList<HelperVisits>> HelpersAsync(long region, CancellationToken ct)
    {
        var (range, today) = (RegionKey.Subtree(region), clock.Today);
        var first = settings.VisitedSince(today);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await Helping(db, today).Where(a => a.Region >= range.Lo && a.Region < range.Hi)
            .Select(a => new { a.Helper, a.Unit, a.Phone, Last = db.Set<Visit>().Where(v => a.HouseholdId != null && v.HouseholdId == a.HouseholdId && v.VisitedOn <= today).Max(v => (DateOnly?)v.VisitedOn) }).ToListAsync(ct);
        return [.. rows.GroupBy(r => (r.Helper, r.Unit)).Select(g => new HelperVisits(
            g.Key.Helper, g.Key.Unit, g.Select(r => r.Phone).FirstOrDefault(p => p.Length > 0) ?? "", g.Count(), g.Count(r => r.Last >= first), g.Max(r => r.Last)))
            .OrderByDescending(h => h.Unvisited).ThenBy(h => h.Helper, StringComparer.Ordinal).ThenBy(h => h.Unit, StringComparer.Ordinal)];
    }

    /// <summary>The households of the place that were not visited within the period, the longest neglected first.</summary>
    /// <param name="account">Only those of the helper with this account; null for all.</param>
    public async Task<IReadOnlyList<UnvisitedHousehold>> UnvisitedAsync(long region, string? account, CancellationToken ct)
    {
        if (households.FirstOrDefault() is not { } known) return [];
        var (range, today) = (RegionKey.Subtree(region), clock.Today);
        var first = settings.VisitedSince(today);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = known(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi && !db.Set<Visit>().Any(v => v.HouseholdId == h.Id && v.VisitedOn >= first && v.VisitedOn <= today));
        if (account is not null) open = open.Where(h => Helping(db, today).Any(a => a.HouseholdId == h.Id && a.Account == account));
        var rows = await open.Select(h => new
        {
            h.Id,
            h.Region,
            h.HeadName,
            Helper = Helping(db, today).Where(a => a.HouseholdId == h.Id).OrderBy(a => a.Id).Select(a => a.Helper).FirstOrDefault(),
            Last = db.Set<Visit>().Where(v => v.HouseholdId == h.Id && v.VisitedOn <= today).Max(v => (DateOnly?)v.VisitedOn),
        }).OrderBy(h => h.Last).ThenBy(h => h.Region).ThenBy(h => h.Id).Take(MostHouseholds).ToListAsync(ct);
        return [.. rows.Select(h => new UnvisitedHousehold(h.Id, h.Region, h.HeadName, h.Helper ?? "", h.Last))];
    }

    /// <summary>Whether the user himself helps somebody (他自己包的户).</summary>
    public async Task<bool> HelpsSomebodyAsync(CancellationToken ct)
    {
        var (name, today) = (user.Identity.Name, clock.Today);
        if (name.Length == 0) return false;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Helping(db, today).AnyAsync(a => a.Account == name, ct);
    }

    /// <summary>One household by id; null where the user does not see it.</summary>
    public async Task<HouseholdKey?> HouseholdAsync(long id, CancellationToken ct)
    {
        if (households.FirstOrDefault() is not { } known) return null;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await known(db).FirstOrDefaultAsync(h => h.Id == id, ct);
    }

    private static IQueryable<Assignment> Helping(AppDbContext db, DateOnly day) =>
        db.Set<Assignment>().AsNoTracking().Where(a => a.Level == AssignmentLevel.Household && a.StartedOn <= day && (a.EndedOn == null || a.EndedOn >= day));

    private async Task<long> CountAsync(string measure, long region, CancellationToken ct) =>
        catalog.Measure(measure) is { } found ? (await totals.FigureAsync(found, region, user.Identity.Scope, ct)).Count : 0;
}
