using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Responsibility.Visits;

namespace PovertyDashboard.Features.Responsibility;

/// <summary>Who answers for a household (帮扶责任链): its helper and the people of its village, with the helpers before.</summary>
/// <param name="Current">Those who answer today: helper first, then 包片, 包村 and 扶贫专干.</param>
/// <param name="Photos">Person → his newest photo in the village.</param>
public sealed record HouseholdHelpers(IReadOnlyList<Assignment> Current, IReadOnlyDictionary<(string Name, string Unit), long> Photos, DateOnly? LastVisit, int Visits);

/// <summary>Reads who answers for a household (户的帮扶责任人).</summary>
public sealed class HelperReader(IDbContextFactory<AppDbContext> contexts)
{
    private static readonly string[] Order = [AssignmentLevel.Household, AssignmentLevel.Area, AssignmentLevel.Village, AssignmentLevel.Clerk];

    public async Task<HouseholdHelpers> ReadAsync(long household, long village, DateOnly day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<Assignment>().AsNoTracking()
            .Where(a => a.StartedOn <= day && (a.EndedOn == null || a.EndedOn >= day) && (a.HouseholdId == household || (a.Region == village && a.Level != AssignmentLevel.Household)))
            .OrderBy(a => a.Id).ToListAsync(ct);
        var photos = await PersonPhotos.OfVillageAsync(db, village, ct);
        var visits = db.Set<Visit>().Where(v => v.HouseholdId == household && v.VisitedOn <= day);
        return new HouseholdHelpers(
            [.. rows.OrderBy(r => Array.IndexOf(Order, r.Level))], photos, await visits.MaxAsync(v => (DateOnly?)v.VisitedOn, ct), await visits.CountAsync(ct));
    }
}
