using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>How values stand in the cells of a ledger's table (单元格): side, short dates, units in the head.</summary>
public static class CellText
{
    /// <summary>Numbers right, ticks in the middle, free text may be cut, the rest left.</summary>
    public static string Class(Column column) => column.Kind switch
    {
        _ when column.IsNumber => "num",
        ColumnKind.YesNo => "mid",
        ColumnKind.LongText => "clip",
        _ => "",
    };

    /// <summary>The head with its unit: 月补贴标准（元）.</summary>
    public static string Head(Column column) =>
        column.Unit is { Length: > 0 } unit && !column.Header.Contains(unit, StringComparison.Ordinal) ? $"{column.Header}（{unit}）" : column.Header;

    /// <summary>The text of a value, masked as far as it is withheld from the user; empty when not given.</summary>
    public static string Of(Column column, LedgerRow row, RegionTree tree, DateOnly today, UserIdentity user) =>
        Mask.Text(column.HiddenFrom(user), ColumnText.Of(column, row, tree, today));

    /// <summary>The columns whose dates all lie in the year shown: they stand as MM-DD.</summary>
    public static HashSet<string> ShortDates(IEnumerable<Column> columns, IReadOnlyList<LedgerRow> rows, DateOnly today) =>
        [.. columns.Where(c => c.Kind == ColumnKind.Date && rows.All(r => c.Get(r) is null || (c.Get(r) is DateOnly day && day.Year == today.Year))).Select(c => c.Key)];

    public static string ShortDate(DateOnly day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);
}
