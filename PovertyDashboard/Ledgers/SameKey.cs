using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Ledgers;

/// <summary>Another row with the same key, and the columns in which it is the same.</summary>
internal sealed record SameRow(LedgerRow Row, IReadOnlyList<Column> By);

/// <summary>Looks for another row with the same key columns (唯一键): 户编号 already there, the same household and day twice.</summary>
internal static class SameKey
{
    /// <summary>The other row in the whole store, also outside the user's places; null when the key is free or not complete.</summary>
    public static async Task<SameRow?> FindAsync(AppDbContext db, Ledger ledger, LedgerRow row, CancellationToken ct)
    {
        var main = ledger.Columns.Where(c => c.IsKey).ToList();
        var other = ledger.Columns.Where(c => ledger.AlternateKey.Contains(c.Header)).ToList();
        if (HasKey(row) && await Query(db, ledger, row, main).FirstOrDefaultAsync(ct) is { } same) return new SameRow(same, main);
        if (!IsComplete(other, row, isAll: true)) return null;
        // Known by the alternate columns are rows without a number; two that have different numbers are two.
        var alike = await Query(db, ledger, row, other).ToListAsync(ct);
        return alike.Find(o => !HasKey(row) || !HasKey(o)) is { } found ? new SameRow(found, other) : null;

        bool HasKey(LedgerRow of) => IsComplete(main, of, isAll: other.Count > 0);
    }

    /// <summary>「户编号：与已有的“…”相同。请核对后修改，或打开那一行修改。」</summary>
    public static Fault FaultOf(Ledger ledger, SameRow same, bool isInScope)
    {
        var headers = same.By.Where(c => c.Place is null).Select(c => c.Header).ToList();
        var where = isInScope ? $"“{ledger.NameOf(same.Row)}”" : "其他地区的一行";
        return new Fault(headers.LastOrDefault() is { } last && ledger.AlternateKey.Contains(last) ? last : headers.FirstOrDefault() ?? "", $"{string.Join('、', headers)}：与已有的{where}相同。请核对后修改，或打开那一行修改。");
    }

    private static IQueryable<LedgerRow> Query(AppDbContext db, Ledger ledger, LedgerRow row, List<Column> keys)
    {
        var others = ledger.Rows(db).WhereBy(QueryCalls.Lambda(ledger.RowType, other => Expression.NotEqual(Expression.Property(other, nameof(LedgerRow.Id)), Expression.Constant(row.Id))));
        others = others.WhereBy(QueryCalls.Lambda(ledger.RowType, other => Expression.Not(Expression.Property(other, nameof(LedgerRow.IsDeleted)))));
        if (ledger.KeyWithin != RegionLevel.City) others = others.WhereBy(QueryCalls.Lambda(ledger.RowType, other => InSamePlace(other, row.Region, ledger.KeyWithin)));
        foreach (var key in keys)
            others = others.WhereBy(QueryCalls.Lambda(ledger.RowType, other => key.Place is not null ? InSamePlace(other, row.Region, RegionKey.LevelOf(row.Region)) : Same(key, other, row)));
        return others.IgnoreQueryFilters().AsNoTracking();
    }

    /// <param name="isAll">Whether every column has to be given, not only the required ones.</param>
    private static bool IsComplete(List<Column> key, LedgerRow row, bool isAll) =>
        key.All(c => c.Place is not null || (c.Member is not null && (!(c.Required || (isAll && !c.IsNumber)) || !IsBlank(c, row)))) && key.Any(c => c.Place is null && !IsBlank(c, row));

    /// <summary>A household that is not in the store has no number to compare.</summary>
    private static bool IsBlank(Column column, LedgerRow row) => column.Get(row) is null or "" || (column.Kind == ColumnKind.HouseholdNumber && column.Get(row) is not string);

    private static BinaryExpression Same(Column key, Expression other, LedgerRow row)
    {
        var member = SplitQuery.Swap(key.Member!, other);
        return Expression.Equal(member, Expression.Convert(Expression.Constant(key.Get(row)), member.Type));
    }

    private static BinaryExpression InSamePlace(Expression other, long region, RegionLevel level)
    {
        var node = region;
        while (RegionKey.LevelOf(node) > level && RegionKey.ParentOf(node) is { } parent) node = parent;
        var range = RegionKey.Subtree(node);
        var member = Expression.Property(other, nameof(LedgerRow.Region));
        return Expression.AndAlso(
            Expression.GreaterThanOrEqual(member, Expression.Constant(range.Lo)),
            Expression.LessThan(member, Expression.Constant(range.Hi)));
    }
}
