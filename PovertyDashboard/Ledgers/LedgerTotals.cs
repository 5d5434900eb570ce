using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace PovertyDashboard.Ledgers;

/// <summary>Sums of the total columns (合计) over a whole query, all in one grouped query.</summary>
internal static class LedgerTotals
{
    /// <summary>Up to eight sums of one pass.</summary>
    private sealed class Sums
    {
        public const int Size = 8;

        public long S0 { get; set; }

        public long S1 { get; set; }

        public long S2 { get; set; }

        public long S3 { get; set; }

        public long S4 { get; set; }

        public long S5 { get; set; }

        public long S6 { get; set; }

        public long S7 { get; set; }

        public long[] ToArray() => [S0, S1, S2, S3, S4, S5, S6, S7];
    }

    /// <summary>Column key → sum in stored units (fen, scaled longs) of every summed column.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> SumAsync(IQueryable<LedgerRow> rows, IEnumerable<Column> columns, CancellationToken ct)
    {
        var totals = new Dictionary<string, long>();
        foreach (var chunk in columns.Where(c => c is { Total: true, IsNumber: true, Member: not null }).Chunk(Sums.Size))
        {
            var sums = (await Query(rows, chunk).SingleOrDefaultAsync(ct) ?? new Sums()).ToArray();
            for (var i = 0; i < chunk.Length; i++) totals[chunk[i].Key] = sums[i];
        }

        return totals;
    }

    /// <summary>rows.GroupBy(r => 1).Select(g => new Sums { S0 = g.Sum(r => (long?)r.A ?? 0), … }) for a row type known at run time.</summary>
    private static IQueryable<Sums> Query(IQueryable<LedgerRow> rows, Column[] columns)
    {
        var type = rows.ElementType;
        var one = QueryCalls.Lambda(type, _ => Expression.Constant(1));
        var groups = Expression.Call(typeof(Queryable), nameof(Queryable.GroupBy), [type, typeof(int)], rows.Expression, Expression.Quote(one));
        var group = Expression.Parameter(typeof(IGrouping<,>).MakeGenericType(typeof(int), type), "g");
        var bindings = columns.Select((column, i) => Expression.Bind(
            typeof(Sums).GetProperty($"S{i}")!,
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Sum), [type], group, QueryCalls.Lambda(type, row => AsLong(SplitQuery.Swap(column.Member!, row))))));
        var select = Expression.Lambda(Expression.MemberInit(Expression.New(typeof(Sums)), bindings), group);
        return rows.Provider.CreateQuery<Sums>(Expression.Call(typeof(Queryable), nameof(Queryable.Select), [group.Type, typeof(Sums)], groups, Expression.Quote(select)));
    }

    private static Expression AsLong(Expression number)
    {
        var isNullable = Nullable.GetUnderlyingType(number.Type) is not null;
        var wide = Expression.Convert(number, isNullable ? typeof(long?) : typeof(long));
        return isNullable ? Expression.Coalesce(wide, Expression.Constant(0L)) : wide;
    }
}
