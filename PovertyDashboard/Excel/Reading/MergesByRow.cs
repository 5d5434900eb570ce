namespace PovertyDashboard.Excel.Reading;

/// <summary>Tells which merged range (合并单元格) covers a cell, asked row by row from the top: however many there are, each is looked at once.</summary>
internal sealed class MergesByRow
{
    private readonly CellRange[] byBegin;
    private readonly CellRange?[] open;
    private int next;

    /// <param name="merges">The ranges; of two that overlap, the one that begins lower counts.</param>
    /// <param name="columns">How many columns are asked for.</param>
    public MergesByRow(IEnumerable<CellRange> merges, int columns)
    {
        byBegin = [.. merges.OrderBy(m => m.FirstRow)];
        open = new CellRange?[columns];
    }

    public CellRange? At(int row, int column)
    {
        for (; next < byBegin.Length && byBegin[next].FirstRow <= row; next++)
        {
            var merge = byBegin[next];
            for (var covered = merge.FirstColumn; covered <= merge.LastColumn && covered < open.Length; covered++)
            {
                open[covered] = merge;
            }
        }
        return (uint)column < (uint)open.Length && open[column] is { } found && found.LastRow >= row ? found : null;
    }
}
