using System.Linq.Expressions;

namespace PovertyDashboard.Ledgers;

/// <summary>Builds the grouped query of a breakdown from the columns' own expressions.</summary>
internal static class SplitQuery
{
    private sealed class Entry
    {
        public long Region { get; set; }

        public string A { get; set; } = "";

        public string B { get; set; } = "";

        public long Value { get; set; }
    }

    public static IQueryable<SplitFigure> Group<T>(IQueryable<T> rows, IReadOnlyList<Column> by, Expression<Func<T, long>>? sum)
        where T : LedgerRow
    {
        var row = Expression.Parameter(typeof(T), "row");
        var entry = Expression.MemberInit(
            Expression.New(typeof(Entry)),
            Bind(nameof(Entry.Region), Expression.Property(row, nameof(LedgerRow.Region))),
            Bind(nameof(Entry.A), TextOf(by, 0, row)),
            Bind(nameof(Entry.B), TextOf(by, 1, row)),
            Bind(nameof(Entry.Value), sum is null ? Expression.Constant(0L) : Swap(sum, row)));
        return rows.Select(Expression.Lambda<Func<T, Entry>>(entry, row))
            .GroupBy(e => new { e.Region, e.A, e.B })
            .Select(g => new SplitFigure { Region = g.Key.Region, A = g.Key.A, B = g.Key.B, Count = g.Count(), Sum = g.Sum(e => e.Value) });
    }

    /// <summary>The body of the lambda with its parameter replaced.</summary>
    public static Expression Swap(LambdaExpression lambda, Expression with) =>
        new ParameterSwap(lambda.Parameters[0], with).Visit(lambda.Body);

    private static MemberAssignment Bind(string name, Expression value) => Expression.Bind(typeof(Entry).GetProperty(name)!, value);

    private static Expression TextOf(IReadOnlyList<Column> by, int index, Expression row) =>
        index < by.Count
            ? Expression.Coalesce(AsText(Swap(by[index].Member ?? throw new InvalidOperationException($"{by[index].Header} cannot be queried."), row)), Expression.Constant(""))
            : Expression.Constant("");

    /// <summary>Months and years are split by their digits.</summary>
    private static Expression AsText(Expression member) => member.Type == typeof(string) ? member : Expression.Call(member, member.Type.GetMethod(nameof(ToString), Type.EmptyTypes)!);

    private sealed class ParameterSwap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
