using System.Linq.Expressions;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households;

/// <summary>Two predicates over one row as one (条件合并).</summary>
internal static class Conditions
{
    public static Expression<Func<T, bool>> Both<T>(Expression<Func<T, bool>> first, Expression<Func<T, bool>> second) => Join(first, second, Expression.AndAlso);

    public static Expression<Func<T, bool>> Either<T>(Expression<Func<T, bool>> first, Expression<Func<T, bool>> second) => Join(first, second, Expression.OrElse);

    private static Expression<Func<T, bool>> Join<T>(Expression<Func<T, bool>> first, Expression<Func<T, bool>> second, Func<Expression, Expression, BinaryExpression> join) =>
        Expression.Lambda<Func<T, bool>>(join(first.Body, SplitQuery.Swap(second, first.Parameters[0])), first.Parameters);
}
