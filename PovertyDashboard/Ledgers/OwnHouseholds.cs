using PovertyDashboard.Data;
using PovertyDashboard.Security;

namespace PovertyDashboard.Ledgers;

/// <summary>The households that an account answers for on a day (本人包的户); registered by the room that keeps the assignments.</summary>
public delegate IQueryable<long> HelperHouseholds(AppDbContext db, string account, DateOnly day);

/// <summary>Whether a row is inside a scope that may be narrowed to single households (本人包的户); the store's filter says the same in SQL.</summary>
public static class OwnHouseholds
{
    public static bool Holds(this RegionScope scope, LedgerRow row) => scope.Contains(row.Region) && (scope.Households is not { } own || row switch
    {
        IHousehold => own.Contains(row.Id),
        IHouseholdMember member => own.Contains(member.HouseholdId),
        IHouseholdRow named => named.HouseholdId is { } id && own.Contains(id),
        _ => IsOfNobody(row.GetType()),
    });

    /// <summary>Rows that tell of no household, or only with the row that they are a part of; every other kind is closed to whoever has single households.</summary>
    public static bool IsOfNobody(Type rowType) => rowType.IsAssignableTo(typeof(IReadableBelow)) || rowType.IsAssignableTo(typeof(IRowPart));
}
