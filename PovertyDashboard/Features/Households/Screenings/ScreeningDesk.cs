using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Households.Incomes;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>What the form of a household's screening begins with (摸排表).</summary>
/// <param name="Household">The household.</param>
/// <param name="Draft">The screening of today where there is one, else a new one with what is known.</param>
/// <param name="Last">The screening before; null for the first.</param>
/// <param name="Children">Members of 6 to 15 years.</param>
/// <param name="Open">Problems of screenings that are still open.</param>
/// <param name="Rechecks">Second looks that wait.</param>
public sealed record ScreeningSheet(Household Household, Screening Draft, Screening? Last, IReadOnlyList<Member> Children, IReadOnlyList<Problem> Open, IReadOnlyList<Recheck> Rechecks);

/// <summary>Reads what is known of a household for its next screening, in the user's scope (摸排台).</summary>
public sealed class ScreeningDesk(IDbContextFactory<AppDbContext> stores, RecheckDesk rechecks, CurrentUser user, Clock clock)
{
    public bool MayWrite => user.Identity.MayAny(ScreeningLedger.Ledger.Writers);

    /// <summary>Null where there is no such household in the user's places.</summary>
    public async Task<ScreeningSheet?> ReadAsync(long household, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        if (await db.Set<Household>().AsNoTracking().FirstOrDefaultAsync(h => h.Id == household, ct) is not { } found) return null;
        var day = clock.Today;
        var members = await db.Set<Member>().AsNoTracking().Where(m => m.HouseholdId == household && (m.LeftOn == null || m.LeftOn > day)).OrderBy(m => m.Id).ToListAsync(ct);
        var earlier = await db.Set<Screening>().AsNoTracking().Where(s => s.HouseholdId == household && s.ScreenedOn <= day).OrderByDescending(s => s.ScreenedOn).ThenByDescending(s => s.Id).Take(2).ToListAsync(ct);
        var current = earlier.Find(s => s.ScreenedOn == day);
        var last = earlier.Find(s => s.ScreenedOn < day);
        var income = await db.Set<Income>().AsNoTracking().Where(i => i.HouseholdId == household).OrderByDescending(i => i.Year).ThenByDescending(i => i.Id).FirstOrDefaultAsync(ct);
        var open = await db.Set<Problem>().AsNoTracking().Where(p => p.HouseholdId == household && p.OriginLedger == ScreeningLedger.Key && p.State != ProblemState.Closed).OrderBy(p => p.Id).ToListAsync(ct);
        return new ScreeningSheet(
            found, current ?? ScreeningDraft.Make(found, members, last, income, day, user.Identity.DisplayName), last,
            [.. members.Where(m => ScreeningRules.IsOfSchoolAge(m.BornOn, day))], open, await rechecks.OfHouseholdAsync(household, ScreeningLedger.Key, ct));
    }
}
