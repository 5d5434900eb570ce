using System.Globalization;
using System.Linq.Expressions;

namespace PovertyDashboard.Ledgers;

/// <summary>Turns the conditions of a <see cref="LedgerQuery"/> into predicates over the ledger's rows.</summary>
internal static class LedgerFilter
{
    /// <summary>The word for "not given" in a filter.</summary>
    public const string Blank = "空";

    public static IQueryable<LedgerRow> Apply(IQueryable<LedgerRow> rows, Ledger ledger, LedgerQuery query)
    {
        foreach (var filter in query.Filters)
            if (ledger.Columns.FirstOrDefault(c => c.Key == filter.Column || c.Header == filter.Column) is { Member: not null } column)
                rows = rows.WhereBy(QueryCalls.Lambda(ledger.RowType, row => Condition(column, filter.Value, SplitQuery.Swap(column.Member, row))));
        if (query.Search.Length == 0) return rows;

        var searched = ledger.Columns.Where(c => c is { Searchable: true, Member: not null }).ToList();
        if (searched.Count == 0) return rows;
        return rows.WhereBy(QueryCalls.Lambda(ledger.RowType, row => searched
            .Select(c => (Expression)Contains(SplitQuery.Swap(c.Member!, row), query.Search))
            .Aggregate(Expression.OrElse)));
    }

    private static Expression Condition(Column column, string value, Expression member)
    {
        if (value == Blank) return IsBlank(member);
        if (column.Kind is ColumnKind.Codes) return Any(value.Split('|').Select(text => HasCode(member, text)));
        if (column.Kind is ColumnKind.Code) return Any(value.Split('|').Select(text => text == Blank ? IsBlank(member) : Expression.Equal(member, Expression.Constant(text))));
        if (column.Kind is ColumnKind.YesNo) return Expression.Equal(member, Expression.Constant(value == "是", member.Type));
        if (column.ValueType == typeof(string)) return Contains(member, value);
        return Between(column, value, member);
    }

    private static Expression Any(IEnumerable<Expression> conditions) => conditions.Aggregate(Expression.OrElse);

    private static Expression IsBlank(Expression member)
    {
        if (member.Type == typeof(string))
            return Expression.OrElse(Expression.Equal(member, Expression.Constant(null, typeof(string))), Expression.Equal(member, Expression.Constant("")));
        return Nullable.GetUnderlyingType(member.Type) is null ? Expression.Constant(false) : Expression.Equal(member, Expression.Constant(null, member.Type));
    }

    private static MethodCallExpression Contains(Expression member, string part) =>
        Expression.Call(Expression.Coalesce(member, Expression.Constant("")), typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!, Expression.Constant(part));

    /// <summary>One text out of a comma-joined list, whole: ,长期慢性病,残疾, contains ,残疾,.</summary>
    private static MethodCallExpression HasCode(Expression member, string text)
    {
        var concat = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string), typeof(string)])!;
        var fenced = Expression.Call(concat, Expression.Constant(","), Expression.Coalesce(member, Expression.Constant("")), Expression.Constant(","));
        return Expression.Call(fenced, typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!, Expression.Constant($",{text},"));
    }

    private static Expression Between(Column column, string value, Expression member)
    {
        var parts = value.Split("..", 2);
        var (from, to) = (Stored(column, parts[0]), parts.Length == 1 ? Stored(column, parts[0]) : Stored(column, parts[1]));
        Expression condition = Expression.Constant(true);
        if (from is not null) condition = Expression.AndAlso(condition, Expression.GreaterThanOrEqual(member, Typed(from, member.Type)));
        if (to is not null) condition = Expression.AndAlso(condition, Expression.LessThanOrEqual(member, Typed(to, member.Type)));
        return condition;
    }

    private static ConstantExpression Typed(object value, Type type) =>
        Expression.Constant(value is DateOnly ? value : Convert.ChangeType(value, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture), type);

    /// <summary>The stored form of a filter's number (yuan → fen) or date; null where it is neither.</summary>
    private static object? Stored(Column column, string text)
    {
        if (column.Kind == ColumnKind.Date)
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (column.Kind == ColumnKind.Month && text.Length == 7) text = text.Remove(4, 1);
        if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return null;
        for (var i = 0; i < column.Scale; i++) number *= 10;
        return Math.Abs(number) < long.MaxValue / 2m ? (long)number : null;
    }
}
