using System.Globalization;

namespace PovertyDashboard.Excel.Filling;

/// <summary>One end of a reference as a formula writes it (引用端点): a whole column has no row, a whole row no column; fixed ends bear a $.</summary>
internal readonly record struct FormulaPoint(int? Row, bool IsRowFixed, int? Column, bool IsColumnFixed)
{
    /// <summary>E6, $E$6, E, 6 …; null for names, functions and whatever lies outside a sheet.</summary>
    public static FormulaPoint? Parse(ReadOnlySpan<char> text)
    {
        var at = 0;
        var isColumnFixed = Dollar(text, ref at);
        var letters = at;
        while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
        var column = ColumnOf(text[letters..at]);
        if (at > letters && column is null) return null;
        // $5 is a row; the one sign before it was not a column's.
        var isRowFixed = at > letters ? Dollar(text, ref at) : isColumnFixed;
        if (at == text.Length) return column is null || isRowFixed ? null : new FormulaPoint(null, false, column, isColumnFixed);
        if (text[at] == '0' || !int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row > CellRange.MaxRows) return null;
        return new FormulaPoint(row, isRowFixed, column, column is not null && isColumnFixed);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(IsColumnFixed ? "$" : "")}{(Column is { } c ? CellRange.ColumnName(c) : "")}{(IsRowFixed ? "$" : "")}{Row}");

    private static bool Dollar(ReadOnlySpan<char> text, ref int at)
    {
        if (at >= text.Length || text[at] != '$') return false;
        at++;
        return true;
    }

    private static int? ColumnOf(ReadOnlySpan<char> letters)
    {
        if (letters.Length is 0 or > 3) return null;
        var column = 0;
        foreach (var letter in letters) column = column * 26 + (letter & 0x1F);
        return column <= CellRange.MaxColumns ? column - 1 : null;
    }
}

/// <summary>A reference in a formula (引用): a cell, a rectangle, whole columns or whole rows.</summary>
/// <param name="Sheet">The sheet that it names; null for the formula's own.</param>
/// <param name="First">The cell, or the first end of a range.</param>
/// <param name="Last">The other end; null for a single cell.</param>
/// <param name="Function">The function in whose brackets it stands, in capitals; empty for none.</param>
internal readonly record struct FormulaReference(string? Sheet, FormulaPoint First, FormulaPoint? Last, string Function)
{
    public override string ToString() => Last is { } last ? $"{First}:{last}" : First.ToString();
}
