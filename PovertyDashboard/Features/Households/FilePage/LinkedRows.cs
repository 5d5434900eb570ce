using System.Linq.Expressions;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>Rows of other ledgers that name the household (关联记录), found through the catalog: no other room is known here.</summary>
internal static class LinkedRows
{
    private const int SummaryParts = 3;

    public static IEnumerable<Ledger> LedgersOf(LedgerCatalog catalog, UserIdentity user) =>
        catalog.Ledgers.Where(l => typeof(IHouseholdRow).IsAssignableFrom(l.RowType) && user.MayList(l));

    public static IQueryable<LedgerRow> Of(AppDbContext db, Ledger ledger, long household) => ledger.Rows(db).WhereBy(QueryCalls.Lambda(
        ledger.RowType, row => Expression.Equal(Expression.Property(row, nameof(IHouseholdRow.HouseholdId)), Expression.Constant((long?)household, typeof(long?)))));

    /// <summary>The newest first, by the ledger's date.</summary>
    public static IQueryable<LedgerRow> NewestFirst(IQueryable<LedgerRow> rows, Ledger ledger)
    {
        var byId = QueryCalls.Lambda(ledger.RowType, row => Expression.Property(row, nameof(LedgerRow.Id)));
        return DateOf(ledger) is { Member: { } member } ? rows.OrderBy(member, descending: true, first: true).OrderBy(byId, descending: true, first: false) : rows.OrderBy(byId, descending: true, first: true);
    }

    public static FileEvent EventOf(Ledger ledger, LedgerRow row, RegionTree tree, DateOnly today)
    {
        var day = DateOf(ledger)?.Get(row) as DateOnly? ?? DateOnly.FromDateTime(Clock.ToLocal(row.ChangedAt));
        return new FileEvent(day, ledger, row, Describe(ledger, row, tree, today));
    }

    /// <summary>整改台账 is 整改 on a tab.</summary>
    public static string ShortTitle(Ledger ledger) => ledger.Title.EndsWith("台账", StringComparison.Ordinal) && ledger.Title.Length > 2 ? ledger.Title[..^2] : ledger.Title;

    /// <summary>The date by which rows are ordered: the first one that the ledger shows.</summary>
    private static Column? DateOf(Ledger ledger) => ledger.Columns.FirstOrDefault(c => c.Kind == ColumnKind.Date && c.Member is not null);

    private static string Describe(Ledger ledger, LedgerRow row, RegionTree tree, DateOnly today)
    {
        var parts = ledger.Columns.Where(Tells).Select(c => (Column: c, Text: ColumnText.Of(c, row, tree, today))).Where(p => p.Text.Length > 0).Take(SummaryParts);
        return string.Join("，", parts.Select(p => p.Column.IsNumber ? $"{p.Column.Header} {p.Text}" : p.Text));
    }

    private static bool Tells(Column column) => column is { Shown: true, IsKey: false, Sensitivity: Sensitivity.None }
        && (column.IsNumber || column.Kind is ColumnKind.Code or ColumnKind.Codes or ColumnKind.Text or ColumnKind.LongText);
}
