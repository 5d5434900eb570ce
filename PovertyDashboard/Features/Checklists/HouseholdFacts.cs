using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Checklists;

/// <summary>What the inspector sees of a household beside its name (户情摘要), read through the household ledger's own columns.</summary>
/// <param name="Size">家庭人口数; empty where the ledger does not know it.</param>
/// <param name="Href">Address of the household file (一户一档); null where there is none.</param>
public sealed record HouseholdFacts(string Size, string Type, string? Href)
{
    private const string HouseholdsKey = "households";

    private static readonly HouseholdFacts None = new("", "", null);

    public static async Task<HouseholdFacts> ReadAsync(AppDbContext db, LedgerCatalog catalog, long id, CancellationToken ct)
    {
        if (catalog.Ledger(HouseholdsKey) is not { } ledger) return None;
        Expression<Func<LedgerRow, bool>> isIt = r => r.Id == id;
        var row = await ledger.Rows(db).WhereBy(QueryCalls.Lambda(ledger.RowType, r => SplitQuery.Swap(isIt, r))).AsNoTracking().SingleOrDefaultAsync(ct);
        return row is null ? None : new HouseholdFacts(Text("家庭人口数"), Text("户类型"), ledger.RowHref?.Invoke(row));

        string Text(string header) => ledger.Columns.FirstOrDefault(c => c.Header == header) is { } column ? ColumnText.Format(column, column.Get(row)) : "";
    }
}
