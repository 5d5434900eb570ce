using System.Globalization;

namespace PovertyDashboard.Excel.Filling;

/// <summary>What becomes of the places of a sheet when rows are put in below its block row (插入行).</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">The block row, counting from 1.</param>
/// <param name="Extra">How many rows are put in below it; 0 where its one row is enough.</param>
internal sealed record RowGrowth(string Sheet, int Row, int Extra)
{
    /// <summary>Where a row comes to stand.</summary>
    public int Of(int row) => Math.Min(CellRange.MaxRows, row > Row ? row + Extra : row);

    /// <summary>Where the last row of a range comes to stand: a range that ends on the block row takes in the whole block.</summary>
    public int EndOf(int row) => Math.Min(CellRange.MaxRows, row >= Row ? row + Extra : row);

    /// <summary>Where a row of a drawing comes to stand; these count from 0.</summary>
    public int OfZeroBased(int row) => row >= Row ? row + Extra : row;

    /// <summary>The range grown; a single cell of the block row only where what is said of it holds for its column (formats, validations).</summary>
    public CellRange Of(CellRange range, bool cellsGrow) =>
        range with { FirstRow = Of(range.FirstRow), LastRow = cellsGrow || range.FirstRow != range.LastRow || range.FirstColumn != range.LastColumn ? EndOf(range.LastRow) : Of(range.LastRow) };

    /// <summary>The same for a list of ranges, parted by blanks.</summary>
    public string Of(string ranges, bool cellsGrow) => string.Join(' ', ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => One(r, cellsGrow)));

    private string One(string range, bool cellsGrow)
    {
        if (CellRange.Parse(range) is not { } known) return range;
        var grown = Of(known, cellsGrow);
        return range.Contains(':', StringComparison.Ordinal) || grown.FirstRow != grown.LastRow ? grown.ToString() : CellRange.Address(grown.FirstRow, grown.FirstColumn);
    }

    /// <summary>The anchor of a box of old kind: column, offset, row, offset of its corners.</summary>
    public string OfAnchor(string anchor)
    {
        var numbers = anchor.Split(',');
        foreach (var at in new[] { 2, 6 })
            if (at < numbers.Length && int.TryParse(numbers[at], NumberStyles.Integer, CultureInfo.InvariantCulture, out var row)) numbers[at] = " " + OfZeroBased(row).ToString(CultureInfo.InvariantCulture);
        return string.Join(',', numbers);
    }
}
