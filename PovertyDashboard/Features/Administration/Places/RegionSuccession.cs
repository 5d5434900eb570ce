using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Administration.Places;

/// <summary>The places themselves in a merger or move (撤并更替): the old ones end and name their successors, the new ones begin, accounts follow.</summary>
internal static class RegionSuccession
{
    public static async Task ApplyAsync(AppDbContext db, IReadOnlyDictionary<long, long> to, DateOnly on, CancellationToken ct)
    {
        var regions = await db.Set<Region>().ToDictionaryAsync(r => r.Key, ct);
        foreach (var (oldKey, newKey) in to)
        {
            var old = regions[oldKey];
            if (regions.TryGetValue(newKey, out var stays)) stays.FormerNames = Joined(stays, old);
            else db.Add(Successor(old, newKey, on));
            old.Successor = newKey;
            // Its code is the successor's now, and two places may not bear one.
            if (!regions.ContainsKey(newKey)) old.Code = "";
            if (old.ValidTo is null || old.ValidTo >= on) old.ValidTo = on.AddDays(-1);
        }

        await FollowAsync(db, to, ct);
        await db.SaveChangesAsync(ct);
    }

    private static Region Successor(Region old, long key, DateOnly on) => new()
    {
        Key = key,
        Level = old.Level,
        Name = old.Name,
        Code = old.Code,
        FormerNames = old.FormerNames,
        IsPovertyVillage = old.IsPovertyVillage,
        ExitedIn = old.ExitedIn,
        ValidFrom = old.ValidTo < on ? old.ValidFrom : on,
        ValidTo = old.ValidTo,
    };

    private static string Joined(Region stays, Region old) =>
        string.Join('|', stays.FormerNames.Split('|').Append(old.Name).Concat(old.FormerNames.Split('|')).Where(n => n.Length > 0 && n != stays.Name).Distinct());

    /// <summary>Whoever had an old place has the new one.</summary>
    private static async Task FollowAsync(AppDbContext db, IReadOnlyDictionary<long, long> to, CancellationToken ct)
    {
        foreach (var account in await db.Set<AppUser>().ToListAsync(ct))
            if (account.ScopeKeys().Any(to.ContainsKey)) account.Regions = AppUser.JoinKeys(account.ScopeKeys().Select(k => to.GetValueOrDefault(k, k)));
    }
}
