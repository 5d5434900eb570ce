using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Clinics;

/// <summary>Opens the clinics (义诊活动) that imported records name and the store does not know yet.</summary>
internal static class ClinicEvents
{
    public static async Task<IReadOnlyList<LedgerRow>> MissingAsync(IReadOnlyList<ClinicRecord> records, EffectContext context, CancellationToken ct)
    {
        var missing = new List<LedgerRow>();
        foreach (var day in records.GroupBy(r => (Township: RegionKey.TownshipOf(r.Region), r.HeldOn)))
        {
            var range = RegionKey.Subtree(day.Key.Township);
            var known = await context.Db.Set<Clinic>().Where(c => c.HeldOn == day.Key.HeldOn && c.Region >= range.Lo && c.Region < range.Hi).Select(c => c.Venue).ToListAsync(ct);
            missing.AddRange(day.GroupBy(r => r.Venue).Where(venue => !known.Contains(venue.Key)).Select(Open));
        }

        return missing;
    }

    /// <summary>In the village of most records; head-counts stay open, since nobody has reported any.</summary>
    private static Clinic Open(IGrouping<string, ClinicRecord> records) => new()
    {
        Region = records.GroupBy(r => r.Region).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key,
        HeldOn = records.First().HeldOn,
        Venue = records.Key,
        Organiser = records.Select(r => r.Organiser).FirstOrDefault(o => o.Length > 0) ?? "",
    };
}
