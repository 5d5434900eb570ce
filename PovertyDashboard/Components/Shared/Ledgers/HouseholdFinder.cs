using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Finds households for a form by a part of the name or number (选户), inside the user's scope.</summary>
public sealed class HouseholdFinder(IDbContextFactory<AppDbContext> stores, IEnumerable<HouseholdKeys> households)
{
    /// <summary>As many as fit under an input.</summary>
    private const int Most = 12;

    /// <summary>Whether any room keeps households.</summary>
    public bool IsAvailable => households.Any();

    /// <param name="text">Part of the name of the head or of the number.</param>
    /// <param name="region">Only there, where it is not null.</param>
    public async Task<IReadOnlyList<HouseholdKey>> SearchAsync(string text, long? region, CancellationToken ct)
    {
        if (households.FirstOrDefault() is not { } known) return [];
        var part = text.Trim();
        await using var db = await stores.CreateDbContextAsync(ct);
        var found = known(db);
        if (region is { } place)
        {
            var (lo, hi) = (RegionKey.Subtree(place).Lo, RegionKey.Subtree(place).Hi);
            found = found.Where(h => h.Region >= lo && h.Region < hi);
        }

        if (part.Length > 0) found = found.Where(h => h.HeadName.Contains(part) || h.Number.Contains(part));
        return await found.OrderBy(h => h.Region).ThenBy(h => h.Id).Take(Most).ToListAsync(ct);
    }
}
