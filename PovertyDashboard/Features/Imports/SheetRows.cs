using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>A data row of a sheet: its number and what is written in each mapped column; only until the next row is read, whose cells take the place of its own.</summary>
/// <param name="number">As the sheet counts.</param>
/// <param name="columns">The mapped columns.</param>
/// <param name="cells">The cells, in the order of the columns.</param>
public sealed class WrittenRow(int number, IReadOnlyList<Column> columns, Cell[] cells)
{
    public int Number => number;

    /// <summary>In the order of the columns.</summary>
    public IReadOnlyList<Cell> Cells => cells;

    /// <summary>The cell of a column; empty where the sheet has no such column.</summary>
    public Cell this[Column column]
    {
        get
        {
            for (var i = 0; i < cells.Length; i++)
                if (columns[i] == column) return cells[i];
            return default;
        }
    }
}

/// <summary>The data rows of a recognised sheet: merged cells filled down, totals, sign-off lines and repeated headers left out.</summary>
public static class SheetRows
{
    private const int HeadersThatRepeat = 3;

    private static readonly string[] NotData =
        ["合计", "总计", "小计", "共计", "制表人", "填表人", "填报人", "审核人", "负责人", "单位负责人", "经办人", "注：", "备注：", "说明：", "填表说明", "填报说明"];

    /// <summary>The rows, each to be used before the next is asked for.</summary>
    public static IEnumerable<WrittenRow> Of(RecognisedSheet sheet, CancellationToken ct)
    {
        var (places, columns) = (sheet.Map.Keys.ToList(), sheet.Map.Values.ToList());
        var width = sheet.Map.Keys.Max() + 1;
        var down = new MergesByRow(sheet.Sheet.Merges.Where(m => m.LastRow > m.FirstRow && m.FirstRow > sheet.LastHeaderRow), width);
        var above = new (CellRange Merge, Cell Cell)[width];
        var cells = new Cell[columns.Count];
        foreach (var row in sheet.Sheet.Rows(ct))
        {
            if (row.Number <= sheet.LastHeaderRow || IsNotData(row) || IsHeader(row, sheet)) continue;
            var isEmpty = true;
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = row[places[i]];
                // A formula without a value was meant to be one; its row is not passed over in silence.
                isEmpty &= cell is { IsEmpty: true, HasFormula: false };
                cells[i] = FilledDown(row.Number, cell, down.At(row.Number, places[i]), ref above[places[i]]);
            }

            if (!isEmpty) yield return new WrittenRow(row.Number, columns, cells);
        }
    }

    /// <summary>A cell inside a vertical merge has the value of the merge's first row, in its first column.</summary>
    private static Cell FilledDown(int row, Cell cell, CellRange? merge, ref (CellRange Merge, Cell Cell) above)
    {
        if (merge is not { } covering) return cell;
        if (row == covering.FirstRow) above = (covering, cell);
        return cell.IsEmpty && above.Merge == covering ? above.Cell : cell;
    }

    private static bool IsNotData(SheetRow row)
    {
        var first = row.Cells.FirstOrDefault(c => !c.IsEmpty);
        if (first.Kind != CellKind.Text) return false;
        var text = string.Concat(first.Raw.Where(c => !char.IsWhiteSpace(c)));
        // 共 1,348 户 closes every sheet of ours.
        return Array.Exists(NotData, word => text.StartsWith(word, StringComparison.Ordinal)) || (text is ['共', _, ..] && char.IsAsciiDigit(text[1]));
    }

    /// <summary>Sheets put together from several pages repeat their header.</summary>
    private static bool IsHeader(SheetRow row, RecognisedSheet sheet) =>
        sheet.Headers.Count(h => row[h.Key].Kind == CellKind.Text && row[h.Key].Raw.Trim() == h.Value.Header) >= HeadersThatRepeat;
}
