using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>A data row of a sheet: its number and what is written in each mapped column.</summary>
/// <param name="number">As the sheet counts.</param>
/// <param name="columns">The mapped columns, shared by all rows: a dictionary of each row's own was most of an import's memory.</param>
/// <param name="cells">The cells, in the order of the columns.</param>
public sealed class WrittenRow(int number, IReadOnlyList<Column> columns, Cell[] cells)
{
    public int Number => number;

    public IEnumerable<(Column Column, Cell Cell)> Cells => columns.Zip(cells);

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

    public static IEnumerable<WrittenRow> Of(RecognisedSheet sheet, CancellationToken ct)
    {
        var down = sheet.Sheet.Merges.Where(m => m.LastRow > m.FirstRow && m.FirstRow > sheet.LastHeaderRow).ToLookup(m => m.FirstColumn);
        var above = new Dictionary<CellRange, Cell>();
        var (places, columns) = (sheet.Map.Keys.ToList(), sheet.Map.Values.ToList());
        foreach (var row in sheet.Sheet.Rows(ct))
        {
            if (row.Number <= sheet.LastHeaderRow || IsNotData(row) || IsHeader(row, sheet)) continue;
            var cells = new Cell[columns.Count];
            var isEmpty = true;
            for (var i = 0; i < cells.Length; i++)
            {
                var cell = row[places[i]];
                isEmpty &= cell.IsEmpty;
                cells[i] = down.Count == 0 ? cell : FilledDown(row.Number, cell, down[places[i]], above);
            }

            if (!isEmpty) yield return new WrittenRow(row.Number, columns, cells);
        }
    }

    /// <summary>A cell inside a vertical merge has the value of the merge's first row.</summary>
    private static Cell FilledDown(int row, Cell cell, IEnumerable<CellRange> merges, Dictionary<CellRange, Cell> above)
    {
        foreach (var merge in merges)
        {
            if (row == merge.FirstRow) above[merge] = cell;
            else if (row > merge.FirstRow && row <= merge.LastRow && cell.IsEmpty && above.TryGetValue(merge, out var top)) return top;
        }

        return cell;
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
