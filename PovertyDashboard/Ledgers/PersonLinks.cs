using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;

namespace PovertyDashboard.Ledgers;

/// <summary>What identifies a person of a household to other rooms (人员识别信息).</summary>
/// <param name="HouseholdName">户主 of the household.</param>
public sealed record PersonKey(
    long Id, long Region, long HouseholdId, string HouseholdName, string HouseholdNumber, string Name, string IdNumber, string Gender, DateOnly? BornOn, string Phone)
{
    /// <summary>The day from which he no longer belongs to the household (死亡、迁出); null while he does.</summary>
    public DateOnly? LeftOn { get; init; }
}

/// <summary>Every visible member of a household; registered by the Households room, so that no other room has to know it.</summary>
public delegate IQueryable<PersonKey> PersonKeys(AppDbContext db);

/// <summary>A row about one person (人员行): where it names no household, the person's ID finds it.</summary>
public interface IPersonRow : IHouseholdRow
{
    string IdNumber { get; }
}

/// <summary>Links rows about a person to his household by ID, where exactly one member has it.</summary>
public static class PersonLinks
{
    private const int Chunk = 500;

    /// <summary>ID → household and 户主 of the persons who have one of the IDs; an ID of two members links nobody.</summary>
    public static async Task<IReadOnlyDictionary<string, (long Household, string HeadName)>> FindAsync(AppDbContext db, PersonKeys persons, IEnumerable<string> ids, CancellationToken ct)
    {
        var found = new List<(string Id, long Household, string HeadName)>();
        foreach (var some in ids.Where(id => id.Length > 0).Distinct().Chunk(Chunk))
            found.AddRange((await persons(db).Where(p => some.Contains(p.IdNumber)).Select(p => new { p.IdNumber, p.HouseholdId, p.HouseholdName }).ToListAsync(ct))
                .Select(p => (p.IdNumber, p.HouseholdId, p.HouseholdName)));
        return found.GroupBy(p => p.Id).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => (g.First().Household, g.First().HeadName));
    }

    /// <summary>Links a row that is not linked yet to the household of the person's ID; a name as written stays.</summary>
    public static void Link(IPersonRow row, IReadOnlyDictionary<string, (long Household, string HeadName)> known)
    {
        if (row.HouseholdId is not null || !known.TryGetValue(row.IdNumber, out var home)) return;
        row.HouseholdId = home.Household;
        if (row.HouseholdName.Length == 0) row.HouseholdName = home.HeadName;
    }
}
