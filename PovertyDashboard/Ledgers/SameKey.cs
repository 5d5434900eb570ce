using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Ledgers;

/// <summary>Looks for another row with the same key columns (唯一键): 户编号 already there, the same household and day twice.</summary>
internal static class SameKey
{
    /// <summary>The other row in the whole store, also outside the user's places; null when the key is free or not complete.</summary>
    public static Task<LedgerRow?> FindAsync(AppDbContext db, Ledger ledger, LedgerRow row, CancellationToken ct)
    {
        var keys = KeyOf(ledger, row);
        if (keys.Count == 0) return Task.FromResult<LedgerRow?>(null);
        var others = ledger.Rows(db).WhereBy(QueryCalls.Lambda(ledger.RowType, other => Expression.NotEqual(Expression.Property(other, nameof(LedgerRow.Id)), Expression.Constant(row.Id))));
        others = others.WhereBy(QueryCalls.Lambda(ledger.RowType, other => Expression.Not(Expression.Property(other, nameof(LedgerRow.IsDeleted)))));
        if (ledger.KeyWithin != RegionLevel.City) others = others.WhereBy(QueryCalls.Lambda(ledger.RowType, other => InSamePlace(other, row.Region, ledger.KeyWithin)));
        foreach (var key in keys)
            others = others.WhereBy(QueryCalls.Lambda(ledger.RowType, other => key.Place is not null ? InSamePlace(other, row.Region, RegionKey.LevelOf(row.Region)) : Same(key, other, row)));
        return others.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(ct);
    }

    /// <summary>The key columns, or the alternate ones where a needed key value is missing; none when that is not complete either.</summary>
    private static List<Column> KeyOf(Ledger ledger, LedgerRow row)
    {
        var key = ledger.Columns.Where(c => c.IsKey).ToList();
        if (!IsComplete(key, row, needsAll: ledger.AlternateKey.Count > 0)) key = [.. ledger.Columns.Where(c => ledger.AlternateKey.Contains(c.Header))];
        return IsComplete(key, row, needsAll: false) ? key : [];
    }

    private static bool IsComplete(List<Column> key, LedgerRow row, bool needsAll) =>
        key.All(c => c.Place is not null || (c.Member is not null && (!(needsAll || c.Required) || !IsBlank(c.Get(row))))) && key.Any(c => c.Place is null && !IsBlank(c.Get(row)));

    private static bool IsBlank(object? value) => value is null or "";

    /// <summary>「户编号：已有相同的一行（…）。请核对后修改。」</summary>
    public static Fault FaultOf(Ledger ledger, LedgerRow other, bool isInScope)
    {
        var headers = string.Join('、', ledger.Columns.Where(c => c.IsKey && c.Place is null).Select(c => c.Header));
        var first = ledger.Columns.FirstOrDefault(c => c.IsKey && c.Place is null)?.Header ?? "";
        var where = isInScope ? $"“{ledger.NameOf(other)}”" : "其他地区的一行";
        return new Fault(first, $"{headers}：与已有的{where}相同。请核对后修改，或打开那一行修改。");
    }

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
