using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;

namespace PovertyDashboard.Ledgers;

/// <summary>What identifies a household to other rooms (户的识别信息).</summary>
public sealed record HouseholdKey(long Id, long Region, string Number, string HeadName, string HeadId)
{
    /// <summary>The day from which it is no longer in the books (迁出、并户); null while it is. Work that is still to be done leaves it out.</summary>
    public DateOnly? EndedOn { get; init; }
}

/// <summary>Every visible household; registered by the Households room, so that no other room has to know it.</summary>
public delegate IQueryable<HouseholdKey> HouseholdKeys(AppDbContext db);

/// <summary>Links rows that name a household: only where village and name (or ID) match exactly one; otherwise 未关联.</summary>
public static class HouseholdLinks
{
    /// <summary>Key of the ledger of households, as change rows and links of other rooms name it.</summary>
    public const string LedgerKey = "households";

    /// <summary>Whether the row names a household that it is not linked to (未关联).</summary>
    public static bool IsUnlinked(LedgerRow row) => row is IHouseholdRow { HouseholdId: null, HouseholdName.Length: > 0 };

    public static async Task<long?> FindAsync(AppDbContext db, HouseholdKeys households, long village, string headName, CancellationToken ct)
    {
        if (headName.Length == 0) return null;
        var found = await households(db).Where(h => h.Region == village && h.HeadName == headName).Select(h => h.Id).Take(2).ToListAsync(ct);
        return found.Count == 1 ? found[0] : null;
    }
}

/// <summary>
/// A measure of households that depends on another room's ledger (checked this month, visited this week …):
/// that room names the households, the Households room counts them.
/// </summary>
/// <param name="Key">Key of the measure, e.g. <c>households.checked</c>.</param>
/// <param name="Title">Its title, e.g. 规范提升已检查.</param>
/// <param name="Ids">Ids of the households that fulfil it, as a query.</param>
/// <param name="DependsOn">Keys of the ledgers that the query reads.</param>
public sealed record HouseholdCondition(string Key, string Title, Func<AppDbContext, DateOnly, IQueryable<long>> Ids, IReadOnlyList<string> DependsOn)
{
    /// <summary>Counts the households that are not among the ids.</summary>
    public bool Negated { get; init; }

    /// <summary>Key and title of the rate over all households, where one is wanted.</summary>
    public string? RateKey { get; init; }

    public string? RateTitle { get; init; }

    public GoodDirection Good { get; init; }

    public bool HasHistory { get; init; }
}

/// <summary>Makes the measures of a condition: the count and, where asked for, its rate. Registered by the Households room.</summary>
public delegate IEnumerable<Measure> HouseholdMeasures(HouseholdCondition condition);
