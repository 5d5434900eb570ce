using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Checklists;

/// <summary>What the inspector sees of a household beside its name (户情摘要), read through the household ledger's own columns.</summary>
/// <param name="Size">家庭人口数; empty where the ledger does not know it.</param>
/// <param name="Href">Address of the household file (一户一档); null where there is none.</param>
public sealed record HouseholdFacts(string Size, string Type, string? Href)
{
    private const string HouseholdsKey = "households";

    public static readonly HouseholdFacts None = new("", "", null);

    public static async Task<HouseholdFacts> ReadAsync(AppDbContext db, LedgerCatalog catalog, long id, CancellationToken ct) =>
        (await ReadAsync(db, catalog, r => r.Id == id, ct)).GetValueOrDefault(id, None);

    /// <summary>The facts of every household in the range of places, by id.</summary>
    public static Task<Dictionary<long, HouseholdFacts>> ReadAsync(AppDbContext db, LedgerCatalog catalog, RegionRange range, CancellationToken ct) =>
        ReadAsync(db, catalog, r => r.Region >= range.Lo && r.Region < range.Hi, ct);

    private static async Task<Dictionary<long, HouseholdFacts>> ReadAsync(AppDbContext db, LedgerCatalog catalog, Expression<Func<LedgerRow, bool>> which, CancellationToken ct)
    {
        if (catalog.Ledger(HouseholdsKey) is not { } ledger) return [];
        var (size, type) = (ColumnOf("家庭人口数"), ColumnOf("户类型"));
        var rows = await ledger.Rows(db).WhereBy(QueryCalls.Lambda(ledger.RowType, r => SplitQuery.Swap(which, r))).AsNoTracking().ToListAsync(ct);
        return rows.ToDictionary(r => r.Id, r => new HouseholdFacts(Text(size, r), Text(type, r), ledger.RowHref?.Invoke(r)));

        Column? ColumnOf(string header) => ledger.Columns.FirstOrDefault(c => c.Header == header);

        static string Text(Column? column, LedgerRow row) => column is null ? "" : ColumnText.Format(column, column.Get(row));
    }
}
