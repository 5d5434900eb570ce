using System.Globalization;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Ledgers;

/// <summary>How stored values are shown (显示格式): dates YYYY-MM-DD, money in yuan with two decimals, 是/否.</summary>
public static class ColumnText
{
    /// <summary>What stands in a table for a value that is not given.</summary>
    public const string Empty = "—";

    /// <summary>The text of the row's value; empty when not given. Places show the short name of their level.</summary>
    public static string Of(Column column, LedgerRow row, RegionTree tree) =>
        column.Place is { } level ? tree.NameAt(row.Region, level) ?? "" : Format(column, column.Get(row));

    /// <summary>As above, for columns whose value depends on the as-of date.</summary>
    public static string Of(Column column, LedgerRow row, RegionTree tree, DateOnly today) =>
        column.GetOn is null ? Of(column, row, tree) : Format(column, column.GetOn(row, today));

    public static string Format(Column column, object? value) => value switch
    {
        null => "",
        string text => text,
        DateOnly day => Day(day),
        bool flag => flag ? "是" : "否",
        int month when column.Kind == ColumnKind.Month => $"{month / 100:0000}-{month % 100:00}",
        long scaled when column.Scale > 0 => Scaled(scaled, column.Scale),
        IFormattable number => number.ToString(column.Grouped ? "#,0" : "0", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A scaled long with its decimals and thousands separators: 123450 at scale 2 is 1,234.50.</summary>
    public static string Scaled(long value, int scale)
    {
        var number = (decimal)value;
        for (var i = 0; i < scale; i++) number /= 10;
        return number.ToString("#,0." + new string('0', scale), CultureInfo.InvariantCulture).Replace('-', '−');
    }
}
