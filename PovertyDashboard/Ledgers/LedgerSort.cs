using System.Buffers.Text;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using System.Text.Json;

namespace PovertyDashboard.Ledgers;

/// <summary>A place in a sorted list: the sort value and id of the row at the border, and that row's number.</summary>
internal sealed record PageCursor(string? Value, long Id, int Number, bool Backward)
{
    public static PageCursor? Parse(string text)
    {
        if (text.Length == 0) return null;
        try
        {
            return JsonSerializer.Deserialize<PageCursor>(Base64Url.DecodeFromChars(text));
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            // A hand-edited address shows the first page.
            return null;
        }
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this)));
}

/// <summary>The order of a list: one column (by its sort key where it has one), then the id.</summary>
internal sealed class LedgerSort(Column? column, bool descending)
{
    public bool Descending { get; } = descending;

    public static LambdaExpression ById(Type rowType) => QueryCalls.Lambda(rowType, row => Expression.Property(row, nameof(LedgerRow.Id)));

    /// <summary>Without a column, lists stand in place order.</summary>
    public LambdaExpression Key(Type rowType) => QueryCalls.Lambda(rowType, Member);

    /// <summary>Names and numbers of persons do not go into addresses: there a cursor names its row only.</summary>
    public bool IsPersonal => column is not null
        && (column.Sensitivity != Sensitivity.None || column.Kind is ColumnKind.PersonName or ColumnKind.HouseholdName or ColumnKind.HouseholdNumber);

    public string CursorAt(LedgerRow row, int number, bool backward) => new PageCursor(IsPersonal ? null : TextAt(row), row.Id, number, backward).ToString();

    /// <summary>The row's sort value as a cursor holds it.</summary>
    public string? TextAt(LedgerRow row) => Text(Expression.Lambda(Member(Expression.Constant(row, row.GetType()))).Compile().DynamicInvoke());

    /// <summary>Whether the value of a cursor, which an address may have been edited to, is one of the sorted column.</summary>
    public bool Fits(Type rowType, PageCursor cursor)
    {
        var type = Member(Expression.Parameter(rowType)).Type;
        if (cursor.Value is null) return !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        try
        {
            return Value(cursor.Value, type) is not null;
        }
        catch (Exception broken) when (broken is FormatException or InvalidCastException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>The rows after the cursor in this order, or before it when it points backward; SQLite sorts nulls first.</summary>
    public LambdaExpression Beyond(Type rowType, PageCursor cursor)
    {
        var up = Descending == cursor.Backward;
        return QueryCalls.Lambda(rowType, row =>
        {
            var member = Member(row);
            var id = Expression.Property(row, nameof(LedgerRow.Id));
            var limit = Expression.Constant(cursor.Id);
            Expression beyondId = up ? Expression.GreaterThan(id, limit) : Expression.LessThan(id, limit);
            var canBeNull = !member.Type.IsValueType || Nullable.GetUnderlyingType(member.Type) is not null;
            var nothing = Expression.Constant(null, canBeNull ? member.Type : typeof(object));
            if (cursor.Value is null)
            {
                var sameNull = Expression.AndAlso(Expression.Equal(member, nothing), beyondId);
                return up ? Expression.OrElse(Expression.NotEqual(member, nothing), sameNull) : sameNull;
            }

            var value = Expression.Constant(Value(cursor.Value, member.Type), member.Type);
            var beyond = Compare(member, value, up);
            var same = Expression.AndAlso(Expression.Equal(member, value), beyondId);
            Expression all = Expression.OrElse(beyond, same);
            return !up && canBeNull ? Expression.OrElse(all, Expression.Equal(member, nothing)) : all;
        });
    }

    private static BinaryExpression Compare(Expression member, Expression value, bool up)
    {
        if (member.Type == typeof(string))
        {
            var compared = Expression.Call(typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!, member, value);
            return up ? Expression.GreaterThan(compared, Expression.Constant(0)) : Expression.LessThan(compared, Expression.Constant(0));
        }

        if (Nullable.GetUnderlyingType(member.Type) == typeof(bool) || member.Type == typeof(bool))
            (member, value) = (AsNumber(member), AsNumber(value));
        return up ? Expression.GreaterThan(member, value) : Expression.LessThan(member, value);
    }

    private static ConditionalExpression AsNumber(Expression flag) =>
        Expression.Condition(Expression.Equal(flag, Expression.Constant(true, flag.Type)), Expression.Constant(1), Expression.Constant(0));

    private Expression Member(Expression row) => column is null
        ? Expression.Property(row, nameof(LedgerRow.Region))
        : SplitQuery.Swap(column.SortMember ?? column.Member!, row);

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static object? Value(string text, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(DateOnly) ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ChangeType(text, plain, CultureInfo.InvariantCulture);
    }
}
