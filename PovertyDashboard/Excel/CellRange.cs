using System.Globalization;

namespace PovertyDashboard.Excel;

/// <summary>A rectangle of cells (区域): rows count from 1 as in Excel, columns from 0.</summary>
public readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    internal const int MaxRows = 1_048_576;
    internal const int MaxColumns = 16_384;

    /// <summary>The A1 notation, e.g. <c>A1:C3</c>.</summary>
    public override string ToString() => $"{Address(FirstRow, FirstColumn)}:{Address(LastRow, LastColumn)}";

    /// <summary>The notation of defined names, e.g. <c>$A$1:$C$3</c>.</summary>
    internal string ToAbsolute() => string.Create(
        CultureInfo.InvariantCulture, $"${ColumnName(FirstColumn)}${FirstRow}:${ColumnName(LastColumn)}${LastRow}");

    internal static CellRange? Parse(ReadOnlySpan<char> reference)
    {
        var colon = reference.IndexOf(':');
        var first = colon < 0 ? reference : reference[..colon];
        var last = colon < 0 ? reference : reference[(colon + 1)..];
        return TryParseAddress(first, out var top, out var left) && TryParseAddress(last, out var bottom, out var right)
            ? new CellRange(Math.Min(top, bottom), Math.Min(left, right), Math.Max(top, bottom), Math.Max(left, right))
            : null;
    }

    internal static bool TryParseAddress(ReadOnlySpan<char> address, out int row, out int column)
    {
        row = column = 0;
        var i = 0;
        for (; i < address.Length && char.IsAsciiLetter(address[i]) && column <= MaxColumns; i++)
        {
            column = column * 26 + (address[i] & 0x1F);
        }
        var ok = column is > 0 and <= MaxColumns
            && int.TryParse(address[i..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && row is > 0 and <= MaxRows;
        column--;
        return ok;
    }

    internal static string Address(int row, int column) => ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);

    internal static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + (rest - 1) % 26) + name;
        }
        return name;
    }
}
