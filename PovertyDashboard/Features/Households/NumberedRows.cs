using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households;

/// <summary>A row of this room that belongs to a household (户内台账行): known by 户编号, else by village and 户主.</summary>
public interface INumberedRow : IHouseholdRow
{
    /// <summary>户编号 of the household; empty where the row is not linked.</summary>
    string HouseholdNumber { get; set; }
}

/// <summary>
/// Ties rows to their household by its number (按户编号对应): of two households of one name in a village the number says which one
/// is meant. Alike for forms, which pick the household, and for files, which write its number or only the name.
/// </summary>
internal static class NumberedRows
{
    private const int Chunk = 500;

    /// <summary>The number of the household that a form has picked; none where a name was typed over it.</summary>
    public static async Task LinkAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, INumberedRow
    {
        if (!context.IsByHand) return;
        var known = await OfAsync(rows, context, ct);
        foreach (var row in rows) row.HouseholdNumber = row.HouseholdId is { } id && known.ById.TryGetValue(id, out var household) ? household.Number : "";
    }

    /// <summary>Link from number or number from link, whichever is missing.</summary>
    public static async Task PrepareAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, INumberedRow
    {
        var known = await OfAsync(rows, context, ct);
        foreach (var row in rows)
            if (known.Of(row) is { } household) (row.HouseholdId, row.HouseholdNumber) = (household.Id, household.Number);
    }

    /// <summary>A new row's number must be that of a household of its village, under the name that is written.</summary>
    public static async Task<IReadOnlyList<RowFault>> CheckAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, INumberedRow
    {
        var faults = new List<RowFault>();
        var known = await OfAsync(rows, context, ct);
        foreach (var row in rows.Where(r => r.Id == 0 && r.HouseholdNumber.Length > 0))
            if (FaultOf(row, known.ByNumber.GetValueOrDefault(row.HouseholdNumber)) is { } fault) faults.Add(new RowFault(row, fault));
        return faults;
    }

    /// <summary>The households that the rows name by number or link, as the user may see them.</summary>
    public static async Task<KnownHouseholds> OfAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, INumberedRow
    {
        var found = new List<Household>();
        foreach (var numbers in rows.Select(r => r.HouseholdNumber).Where(n => n.Length > 0).Distinct().Chunk(Chunk))
            found.AddRange(await context.Db.Set<Household>().AsNoTracking().Where(h => numbers.Contains(h.Number)).ToListAsync(ct));
        var there = found.Select(h => h.Id).ToHashSet();
        foreach (var ids in rows.Select(r => r.HouseholdId).OfType<long>().Where(id => !there.Contains(id)).Distinct().Chunk(Chunk))
            found.AddRange(await context.Db.Set<Household>().AsNoTracking().Where(h => ids.Contains(h.Id)).ToListAsync(ct));
        return new KnownHouseholds(found);
    }

    private static Fault? FaultOf<T>(T row, Household? household)
        where T : LedgerRow, INumberedRow => household switch
        {
            null => new Fault("户编号", $"户编号：没有这一户（“{row.HouseholdNumber}”）。请核对编号，或先登记户。"),
            _ when household.Region != row.Region => new Fault("户编号", $"户编号：“{row.HouseholdNumber}”是另一个村的户。请核对村和户编号。"),
            _ when household.HeadName != row.HouseholdName => new Fault("户主", $"户主：与户编号“{row.HouseholdNumber}”登记的户主不同（“{row.HouseholdName}”，登记的是“{household.HeadName}”）。请核对后改为一致。"),
            _ => null,
        };
}

/// <summary>Some households by id and by number (已知户).</summary>
internal sealed class KnownHouseholds(IReadOnlyCollection<Household> found)
{
    public IReadOnlyDictionary<long, Household> ById { get; } = found.ToDictionary(h => h.Id);

    public IReadOnlyDictionary<string, Household> ByNumber { get; } = found.GroupBy(h => h.Number).ToDictionary(g => g.Key, g => g.First());

    /// <summary>The household of the row: by its number where it has one, else by its link.</summary>
    public Household? Of(INumberedRow row) => row.HouseholdNumber.Length > 0 ? ByNumber.GetValueOrDefault(row.HouseholdNumber) : row.HouseholdId is { } id ? ById.GetValueOrDefault(id) : null;
}
