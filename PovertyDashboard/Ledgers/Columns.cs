using System.Linq.Expressions;
using System.Reflection;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Ledgers;

/// <summary>Makes the columns of one row type; refine what it returns with <c>with { … }</c>.</summary>
public sealed class Columns<T>
    where T : LedgerRow
{
    /// <summary>The running county, township and village of the row, as three columns.</summary>
    public IReadOnlyList<Column> Place(RegionLevel lowest = RegionLevel.Village)
    {
        var columns = new List<Column> { PlaceAt("县", RegionLevel.County, ["县区", "县(市、区、旗)", "区县"]), PlaceAt("乡镇", RegionLevel.Township, ["乡", "乡(镇)", "镇(街道)", "镇街"]) };
        if (lowest == RegionLevel.Village) columns.Add(PlaceAt("村", RegionLevel.Village, ["行政村", "村居", "社区"]) with { Required = true });
        return columns;
    }

    public Column Text(string header, Expression<Func<T, string?>> member, int width = 12) => Make(header, ColumnKind.Text, member, width);

    public Column LongText(string header, Expression<Func<T, string?>> member, int width = 30) => Make(header, ColumnKind.LongText, member, width) with { MaxLength = 500 };

    public Column Code(string header, Expression<Func<T, string?>> member, string list, int width = 12) => Make(header, ColumnKind.Code, member, width) with { CodeList = list };

    public Column Codes(string header, Expression<Func<T, string?>> member, string list, int width = 16) => Make(header, ColumnKind.Codes, member, width) with { CodeList = list };

    public Column Integer(string header, Expression<Func<T, int?>> member, int width = 8) => Make(header, ColumnKind.Integer, member, width);

    /// <summary>A calendar year (年度), written without separators.</summary>
    public Column Year(string header, Expression<Func<T, int?>> member) => Make(header, ColumnKind.Integer, member, 8) with { Grouped = false, Min = 1949, Max = 2100 };

    public Column Decimal(string header, Expression<Func<T, long?>> member, int scale, int width = 10) => Make(header, ColumnKind.Decimal, member, width) with { Scale = scale };

    public Column Money(string header, Expression<Func<T, long?>> member, int width = 12) => Make(header, ColumnKind.Money, member, width) with { Scale = 2, Unit = "元" };

    public Column Date(string header, Expression<Func<T, DateOnly?>> member, int width = 12) => Make(header, ColumnKind.Date, member, width);

    public Column Month(string header, Expression<Func<T, int?>> member, int width = 10) => Make(header, ColumnKind.Month, member, width);

    public Column YesNo(string header, Expression<Func<T, bool?>> member, int width = 8) => Make(header, ColumnKind.YesNo, member, width);

    public Column PersonName(string header, Expression<Func<T, string?>> member, Expression<Func<T, string?>>? sortKey = null) =>
        Make(header, ColumnKind.PersonName, member, 10) with { SortMember = sortKey, Searchable = true, MaxLength = 50 };

    public Column PersonId(string header, Expression<Func<T, string?>> member) => Make(header, ColumnKind.PersonId, member, 22) with { Sensitivity = Sensitivity.Identity, MaxLength = 22 };

    public Column Phone(string header, Expression<Func<T, string?>> member) => Make(header, ColumnKind.Phone, member, 14) with { Sensitivity = Sensitivity.Phone, MaxLength = 20 };

    public Column BankCard(string header, Expression<Func<T, string?>> member) => Make(header, ColumnKind.BankCard, member, 22) with { Sensitivity = Sensitivity.Bank, MaxLength = 30 };

    public Column HouseholdName(string header, Expression<Func<T, string?>> member) => Make(header, ColumnKind.HouseholdName, member, 10) with { Searchable = true, MaxLength = 50 };

    /// <summary>The number of the household through the navigation; <paramref name="set"/> receives the household's id.</summary>
    public Column HouseholdNumber(string header, Expression<Func<T, string?>> member, Action<T, long> set) =>
        Make(header, ColumnKind.HouseholdNumber, member, 20) with { Set = (row, id) => set((T)row, (long)id!) };

    /// <summary>A value computed from the row: shown and exported, never taken in.</summary>
    public Column Derived<TValue>(string header, ColumnKind kind, Func<T, TValue> get, int width = 10) => new()
    {
        Key = header,
        Header = header,
        Kind = kind,
        Get = row => get((T)row),
        ValueType = System.Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue),
        Width = width,
    };

    /// <summary>A value computed from the row and the as-of date.</summary>
    public Column DerivedOn<TValue>(string header, ColumnKind kind, Func<T, DateOnly, TValue> get, int width = 10) =>
        Derived<TValue>(header, kind, _ => default!, width) with { Get = _ => null, GetOn = (row, today) => get((T)row, today) };

    /// <summary>The columns as a group: the upper header of the sheet and a section of the dialog.</summary>
    public IEnumerable<Column> Group(string title, params IEnumerable<Column> columns) => columns.Select(column => column with { Group = title });

    private static Column PlaceAt(string header, RegionLevel level, IReadOnlyList<string> aliases) => new()
    {
        Key = $"Region.{level}",
        Header = header,
        Aliases = aliases,
        Kind = ColumnKind.Place,
        Place = level,
        Member = (Expression<Func<T, long>>)(row => row.Region),
        Get = row => row.Region,
        Set = (row, key) => row.Region = (long)key!,
        ValueType = typeof(long),
        Width = level == RegionLevel.Village ? 16 : 12,
        Shown = level == RegionLevel.Village,
    };

    /// <summary>Compiled for values of the stored type, since a file sets a million of them; reflection sees to nothing and to narrower numbers.</summary>
    private static Action<LedgerRow, object?> Setter(PropertyInfo property, Type stored)
    {
        var (row, value) = (Expression.Parameter(typeof(LedgerRow)), Expression.Parameter(typeof(object)));
        var assign = Expression.Assign(Expression.Property(Expression.Convert(row, typeof(T)), property), Expression.Convert(Expression.Convert(value, stored), property.PropertyType));
        var set = Expression.Lambda<Action<LedgerRow, object?>>(assign, row, value).Compile();
        return (target, given) =>
        {
            if (given?.GetType() == stored) set(target, given);
            else property.SetValue(target, given ?? (stored == typeof(string) ? "" : null));
        };
    }

    private static Column Make<TValue>(string header, ColumnKind kind, Expression<Func<T, TValue>> member, int width)
    {
        // int → int? and the like stand as a Convert around the property.
        var body = member.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : member.Body;
        var property = (body as MemberExpression)?.Member as PropertyInfo ?? throw new ArgumentException($"Column {header} needs a property.");
        var isOwn = ((MemberExpression)body).Expression is ParameterExpression;
        var read = member.Compile();
        var stored = System.Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return new Column
        {
            Key = string.Join('.', body.ToString().Split('.').Skip(1)),
            Header = header,
            Kind = kind,
            Member = Expression.Lambda(body, member.Parameters),
            Get = row => read((T)row),
            Set = isOwn && property.CanWrite ? Setter(property, stored) : null,
            ValueType = stored,
            Nullable = stored != property.PropertyType || (stored == typeof(string)),
            Width = width,
        };
    }
}
