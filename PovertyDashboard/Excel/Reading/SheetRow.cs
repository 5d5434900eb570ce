namespace PovertyDashboard.Excel.Reading;

/// <summary>One row with content (行): its number as the user sees it in Excel, counting from 1, and its cells by column, counting from 0.</summary>
public sealed class SheetRow
{
    private readonly Cell[] cells;

    internal SheetRow(int number, Cell[] cells)
    {
        Number = number;
        this.cells = cells;
    }

    public int Number { get; }

    /// <summary>Columns up to the last one with content.</summary>
    public int Width => cells.Length;

    /// <summary>The cell of a column; empty beyond <see cref="Width"/>.</summary>
    public Cell this[int column] => (uint)column < (uint)cells.Length ? cells[column] : default;

    public IReadOnlyList<Cell> Cells => cells;

    /// <summary>A row cut after its last cell with content, or null when it has none.</summary>
    internal static SheetRow? Of(int number, ReadOnlySpan<Cell> cells)
    {
        var width = cells.Length;
        while (width > 0 && cells[width - 1] is { IsEmpty: true, HasFormula: false })
        {
            width--;
        }
        return width == 0 ? null : new SheetRow(number, cells[..width].ToArray());
    }
}
