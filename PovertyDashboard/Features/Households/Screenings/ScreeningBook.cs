using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>A place in the book of screenings (摸排工作台账): how many households are covered, and what is not met.</summary>
/// <param name="Failed">Households that do not meet the item, in the order of <see cref="ScreeningItem.All"/>.</param>
public sealed record ScreenedPlace(RegionNode Node, long Households, long Screened, long Unscreened, long Stale, long Failing, IReadOnlyList<long> Failed);

/// <summary>A household of a village with its newest screening (未摸排 where there is none).</summary>
public sealed record ScreenedHousehold(long Id, string HeadName, string Number, int? Size, Screening? Newest);

/// <summary>Reads the book of screenings of a place from the totals (摸排工作台账), by village inside a township.</summary>
public sealed class ScreeningBook(RegionTotals totals, LedgerCatalog catalog, RegionDirectory regions, IDbContextFactory<AppDbContext> stores, CurrentUser user, Clock clock)
{
    /// <summary>Ledgers whose changes move the page.</summary>
    public static readonly IReadOnlyList<string> Ledgers = [ScreeningLedger.Key, HouseholdLedger.Key];

    /// <summary>The places directly below the region that have households, or the village itself.</summary>
    public async Task<IReadOnlyList<ScreenedPlace>> PlacesAsync(long region, CancellationToken ct)
    {
        var nodes = regions.Tree.ChildrenOf(region).Where(n => user.Identity.Scope.Touches(n.Key)).ToList();
        if (nodes.Count == 0 && regions.Tree.Find(region) is { } self) nodes = [self];
        var places = new List<ScreenedPlace>();
        foreach (var node in nodes)
            if (await PlaceAsync(node, ct) is { Households: > 0 } place) places.Add(place);
        return places;
    }

    public async Task<ScreenedPlace> PlaceAsync(RegionNode node, CancellationToken ct)
    {
        var failed = new List<long>();
        foreach (var item in ScreeningItem.All) failed.Add(await CountAsync(ScreeningMeasures.FailedKey(item)));
        return new ScreenedPlace(
            node, await CountAsync("households.all"), await CountAsync("households.screened"), await CountAsync("households.unscreened"), await CountAsync("households.screen-stale"), await CountAsync("screenings.failing"), failed);

        async Task<long> CountAsync(string key) => (await totals.FigureAsync(catalog.Measure(key)!, node.Key, user.Identity.Scope, ct)).Count;
    }

    /// <summary>The households of a village, those first that nobody has looked at.</summary>
    public async Task<IReadOnlyList<ScreenedHousehold>> HouseholdsAsync(long village, CancellationToken ct)
    {
        var today = clock.Today;
        await using var db = await stores.CreateDbContextAsync(ct);
        var households = await db.Set<Household>().AsNoTracking().Where(HouseholdMeasures.Present(today)).Where(h => h.Region == village).OrderBy(h => h.NameKey).ThenBy(h => h.Id).ToListAsync(ct);
        var newest = (await db.Set<Screening>().AsNoTracking().Where(ScreeningMeasures.NewestOf(db, today)).Where(s => s.Region == village).ToListAsync(ct)).GroupBy(s => s.HouseholdId!.Value).ToDictionary(g => g.Key, g => g.First());
        return [.. households.Select(h => new ScreenedHousehold(h.Id, h.HeadName, h.Number, h.Size, newest.GetValueOrDefault(h.Id))).OrderBy(h => h.Newest is not null).ThenByDescending(h => h.Newest?.FailedCount ?? 0)];
    }
}
