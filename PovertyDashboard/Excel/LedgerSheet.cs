using System.Globalization;
using PovertyDashboard.Excel.Writing;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Excel;

/// <summary>What stands on an exported sheet around its rows.</summary>
/// <param name="Title">e.g. 张寨镇贫困户台账.</param>
/// <param name="Unit">填报单位.</param>
/// <param name="Day">填报日期.</param>
/// <param name="Footer">Who took it out, and when.</param>
public sealed record SheetHead(string Title, string Unit, DateOnly Day, string Footer);

/// <summary>Turns the declaration of a ledger into the look of a sheet and its rows into cells (台账转表格).</summary>
public sealed class LedgerSheet(Ledger ledger, IReadOnlyList<Column> columns, RegionTree tree, CodeLists codes, DateOnly today, Func<Column, bool> isMasked)
{
    private const string SignOff = "制表人：　　　　　　审核人：　　　　　　负责人：";

    /// <summary>The places that a blank sheet offers, by level; none where there are too many to choose from.</summary>
    public Func<RegionLevel, IReadOnlyList<string>> Places { get; init; } = _ => [];

    public SheetSpec Spec(SheetHead head) => new()
    {
        Title = head.Title,
        HeadLines = [$"填报单位：{head.Unit}　　填报日期：{ColumnText.Day(head.Day)}" + (columns.Any(c => c.Kind == ColumnKind.Money) ? "　　单位：元" : "")],
        SheetName = ledger.Title,
        Columns = [.. columns.Select(SpecOf)],
        Closing = ClosingOf,
        SignOff = SignOff,
        Footer = head.Footer,
    };

    /// <summary>共 11 户　　金额合计（大写人民币）：壹仟元整, so that a sheet says how many rows it must have.</summary>
    private string ClosingOf(long count, IReadOnlyList<decimal> sums) => string.Join(
        "　　",
        columns.Select((column, at) => (column, at)).Where(c => c.column.InCapitals && !isMasked(c.column))
            .Select(c => $"{c.column.Header}合计（大写人民币）：{CapitalYuan.Of((long)(sums[c.at] * 100))}").Prepend($"共 {count.ToString("#,0", CultureInfo.InvariantCulture)} {ledger.Unit}"));

    public void Write(LedgerRow row, RowWriter writer)
    {
        foreach (var column in columns)
        {
            if (column.Kind == ColumnKind.Place) writer.Text(ColumnText.Of(column, row, tree));
            else Write(column, column.ValueOn(row, today), writer);
        }
    }

    private void Write(Column column, object? value, RowWriter writer)
    {
        if (isMasked(column)) value = Mask.Value(column.Sensitivity, value);
        switch (value)
        {
            case null or "":
                writer.Empty();
                break;
            case DateOnly day:
                writer.Date(day);
                break;
            case int month when column.Kind == ColumnKind.Month:
                writer.Month(month);
                break;
            case int or long when column.IsNumber:
                writer.Number(Convert.ToInt64(value, CultureInfo.InvariantCulture), column.Scale);
                break;
            default:
                writer.Text(ColumnText.Format(column, value));
                break;
        }
    }

    private SheetColumn SpecOf(Column column) => new()
    {
        Header = column.Header,
        Group = ledger.HasGroupedHeader ? column.Group : null,
        Width = column.Width,
        Format = FormatOf(column),
        Total = column.Total,
        Choices = ChoicesOf(column),
        Note = column.Help,
        Smallest = column.IsNumber ? Unscaled(column.Min, column) : null,
        Largest = column.IsNumber ? Unscaled(column.Max, column) : null,
        Required = column.Required,
    };

    private CellFormat FormatOf(Column column) => column.Kind switch
    {
        _ when isMasked(column) => CellFormat.Text,
        ColumnKind.Integer => CellFormat.Integer,
        ColumnKind.Decimal => CellFormat.Decimal(column.Scale),
        ColumnKind.Money => CellFormat.Money,
        ColumnKind.Date => CellFormat.Date,
        ColumnKind.Month => CellFormat.Month,
        _ => CellFormat.Text,
    };

    private static decimal? Unscaled(long? stored, Column column) => stored is { } value ? value / (decimal)Math.Pow(10, column.Scale) : null;

    private IReadOnlyList<string> ChoicesOf(Column column) => column.Kind switch
    {
        _ when column.Signs.Count > 0 => column.Signs,
        ColumnKind.Place when column.Place is { } level => Places(level),
        ColumnKind.Code => codes.Texts(column.CodeList!),
        ColumnKind.YesNo => ["是", "否"],
        _ => [],
    };
}
