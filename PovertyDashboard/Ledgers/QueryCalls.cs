using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace PovertyDashboard.Ledgers;

/// <summary>LINQ calls on a query whose row type is known only at run time.</summary>
internal static class QueryCalls
{
    private static readonly MethodInfo Set = typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!;

    /// <summary>Every row of the type, as far as the user meets it.</summary>
    public static IQueryable<LedgerRow> RowsOf(this DbContext db, Type rowType) => (IQueryable<LedgerRow>)Set.MakeGenericMethod(rowType).Invoke(db, null)!;

    public static IQueryable<LedgerRow> WhereBy(this IQueryable<LedgerRow> query, LambdaExpression predicate) =>
        Call(query, nameof(Queryable.Where), [query.ElementType], predicate);

    public static IQueryable<LedgerRow> OrderBy(this IQueryable<LedgerRow> query, LambdaExpression by, bool descending, bool first)
    {
        var method = (first, descending) switch
        {
            (true, false) => nameof(Queryable.OrderBy),
            (true, true) => nameof(Queryable.OrderByDescending),
            (false, false) => nameof(Queryable.ThenBy),
            (false, true) => nameof(Queryable.ThenByDescending),
        };
        return Call(query, method, [query.ElementType, by.ReturnType], by);
    }

    /// <summary>A lambda over the query's row type from a body made of its parameter.</summary>
    public static LambdaExpression Lambda(Type rowType, Func<ParameterExpression, Expression> body)
    {
        var row = Expression.Parameter(rowType, "row");
        return Expression.Lambda(body(row), row);
    }

    /// <summary>A condition on what all rows have, over the rows of the ledger.</summary>
    public static LambdaExpression ConditionOf(Ledger ledger, Expression<Func<LedgerRow, bool>> condition) => Lambda(ledger.RowType, row => SplitQuery.Swap(condition, row));

    /// <summary>Whether the text of a column is one of the given.</summary>
    public static LambdaExpression IsOneOf(Ledger ledger, Column column, string[] texts) => Lambda(ledger.RowType, row => Expression.Call(
        typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)], Expression.Call(typeof(EF), nameof(EF.Parameter), [typeof(string[])], Expression.Field(Expression.Constant(new Asked(texts)), nameof(Asked.Texts))), SplitQuery.Swap(column.Member!, row)));

    private static IQueryable<LedgerRow> Call(IQueryable query, string method, Type[] types, LambdaExpression argument) =>
        (IQueryable<LedgerRow>)query.Provider.CreateQuery(Expression.Call(typeof(Queryable), method, types, query.Expression, Expression.Quote(argument)));

    /// <summary>Holds texts as a captured variable does: one parameter, for which the query is made once and not for every chunk.</summary>
    private sealed class Asked(string[] texts)
    {
        public readonly string[] Texts = texts;
    }
}
