using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>A condition of a list in words (条件): 发现日期：07-01 至 08-21; 问题类别：住房、医疗; 人均纯收入：≤ 4,000.00.</summary>
public static class ConditionText
{
    public const string Blank = LedgerFilter.Blank;

    public static string Of(Column column, string value, DateOnly today) => $"{column.Header}：{ValueOf(column, value, today)}";

    public static string ValueOf(Column column, string value, DateOnly today)
    {
        if (value == Blank) return "未填写";
        if (column.Kind is ColumnKind.Code or ColumnKind.Codes) return string.Join('、', value.Split('|').Select(text => text == Blank ? "未填写" : text));
        if (column.Kind is ColumnKind.YesNo) return value;
        if (column.ValueType == typeof(string)) return $"含“{value}”";
        var (from, to) = Range(value);
        return (Show(column, from, today), Show(column, to, today)) switch
        {
            ("", "") => "不限",
            (var low, "") => column.Kind is ColumnKind.Date or ColumnKind.Month ? $"{low} 起" : $"≥ {low}",
            ("", var high) => column.Kind is ColumnKind.Date or ColumnKind.Month ? $"至 {high}" : $"≤ {high}",
            var (low, high) => low == high ? low : $"{low} 至 {high}",
        };
    }

    /// <summary>The two ends of from..to; a single value is both.</summary>
    public static (string From, string To) Range(string value)
    {
        var parts = value.Split("..", 2);
        return parts.Length == 1 ? (parts[0], parts[0]) : (parts[0], parts[1]);
    }

    /// <summary>The condition of a range; null when both ends are open.</summary>
    public static string? RangeOf(string from, string to) => from.Length == 0 && to.Length == 0 ? null : $"{from}..{to}";

    private static string Show(Column column, string text, DateOnly today)
    {
        if (text.Length == 0) return "";
        if (column.Kind == ColumnKind.Date && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.Year == today.Year ? CellText.ShortDate(day) : text;
        return column.IsNumber && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(column.Scale > 0 ? "#,0." + new string('0', column.Scale) : "#,0", CultureInfo.InvariantCulture).Replace('-', '−')
            : text;
    }
}
