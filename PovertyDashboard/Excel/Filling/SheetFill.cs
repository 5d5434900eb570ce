namespace PovertyDashboard.Excel.Filling;

/// <summary>A value that is put into a cell (填入值); one that is not given leaves the cell empty.</summary>
/// <param name="Text">A text as it is, whatever it looks like.</param>
/// <param name="Number">A number.</param>
/// <param name="Day">A day, shown as the cell's own style shows days.</param>
/// <param name="IsPercent">The number counts hundredths; a cell that shows per cent takes it as a part of one.</param>
public readonly record struct FillValue(string? Text = null, decimal? Number = null, DateOnly? Day = null, bool IsPercent = false)
{
    public static readonly FillValue Empty;
}

/// <summary>A value for one cell of a form (填入单元格): rows count from 1, columns from 0.</summary>
public sealed record CellFill(int Row, int Column, FillValue Value);

/// <summary>The rows that stand where a form has its one block row (明细行).</summary>
/// <param name="Row">The block row, counting from 1.</param>
/// <param name="Columns">The columns that are filled, counting from 0, in the order of the values.</param>
/// <param name="Count">How many rows there are.</param>
/// <param name="Rows">The values of each, in the order of the columns.</param>
public sealed record BlockFill(int Row, IReadOnlyList<int> Columns, int Count, IAsyncEnumerable<IReadOnlyList<FillValue>> Rows);

/// <summary>What is put into one sheet of a form (填表).</summary>
public sealed record SheetFill(string Sheet, IReadOnlyList<CellFill> Cells, BlockFill? Block);
