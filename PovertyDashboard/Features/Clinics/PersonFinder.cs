using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Clinics;

/// <summary>A person who may be registered at a clinic (候选人), from a household or from an earlier clinic.</summary>
/// <param name="HouseholdId">Id of his household, or null.</param>
public sealed record FoundPerson(string Name, string Gender, int? Age, string IdNumber, string Phone, string HouseholdName, long? HouseholdId, long Region, string History);

/// <summary>Finds persons by name, ID or household for registration on the spot (查人), inside the user's places.</summary>
public sealed class PersonFinder(IDbContextFactory<AppDbContext> stores, CurrentUser user, IEnumerable<PersonKeys> persons)
{
    private const int Most = 12;

    /// <summary>Fewer digits of an ID would find half the town.</summary>
    private const int FewestDigits = 4;

    /// <param name="text">A part of the name, of 户主 or of the household's number, or at least four characters of the ID.</param>
    /// <param name="region">Place of the clinic: its village comes first, then its township.</param>
    /// <param name="day">Day of the clinic, for ages.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IReadOnlyList<FoundPerson>> FindAsync(string text, long region, DateOnly day, CancellationToken ct)
    {
        var part = text.Trim().ToUpperInvariant();
        if (part.Length == 0 || !user.Identity.May(Act.WriteHealth)) return [];
        await using var db = await stores.CreateDbContextAsync(ct);
        var range = RegionKey.Subtree(RegionKey.TownshipOf(region));
        var isNumber = part.Length >= FewestDigits && part.All(c => char.IsAsciiDigit(c) || c == 'X');
        var found = new List<FoundPerson>();
        if (persons.FirstOrDefault() is { } known)
        {
            var members = known(db).Where(p => p.LeftOn == null || p.LeftOn > day).Where(p => p.Region >= range.Lo && p.Region < range.Hi);
            members = isNumber ? members.Where(p => p.IdNumber.Contains(part) || p.HouseholdNumber.Contains(part)) : members.Where(p => p.Name.Contains(part) || p.HouseholdName.Contains(part));
            var first = await members.OrderBy(p => p.Region != region).ThenBy(p => !p.Name.Contains(part)).ThenBy(p => p.HouseholdId).ThenBy(p => p.Id).Take(Most).ToListAsync(ct);
            found.AddRange(first.Select(p => new FoundPerson(p.Name, p.Gender, RecordRules.AgeOn(p.BornOn, day), p.IdNumber, p.Phone, p.HouseholdName, p.HouseholdId, p.Region, "")));
        }

        var before = db.Set<ClinicRecord>().AsNoTracking().Where(r => r.Region >= range.Lo && r.Region < range.Hi);
        before = isNumber ? before.Where(r => r.IdNumber.Contains(part)) : before.Where(r => r.Name.Contains(part) || r.HouseholdName.Contains(part));
        foreach (var r in await before.OrderBy(r => r.Region != region).ThenByDescending(r => r.HeldOn).ThenBy(r => r.Id).Take(Most * 2).ToListAsync(ct))
        {
            var age = RecordRules.AgeOn(PersonIdNumber.BirthDate(r.IdNumber), day) ?? r.Age;
            var at = found.FindIndex(p => p.IdNumber == r.IdNumber && (r.IdNumber.Length > 0 || p.Name == r.Name));
            // What an earlier clinic has heard of him is taken along.
            if (at >= 0) found[at] = found[at].History.Length > 0 ? found[at] : found[at] with { History = r.History };
            else found.Add(new FoundPerson(r.Name, r.Gender, age, r.IdNumber, r.Phone, r.HouseholdName, r.HouseholdId, r.Region, r.History));
        }

        return [.. found.Take(Most)];
    }
}
