using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Imports;

/// <summary>A data row of a sheet: its number and what is written in each mapped column.</summary>
public sealed record WrittenRow(int Number, IReadOnlyDictionary<Column, Cell> Cells);

/// <summary>The data rows of a recognised sheet: merged cells filled down, totals, sign-off lines and repeated headers left out.</summary>
public static class SheetRows
{
    private const int HeadersThatRepeat = 3;

    private static readonly string[] NotData =
        ["合计", "总计", "小计", "共计", "制表人", "填表人", "填报人", "审核人", "负责人", "单位负责人", "经办人", "注：", "备注：", "说明：", "填表说明", "填报说明"];

    public static IEnumerable<WrittenRow> Of(RecognisedSheet sheet, CancellationToken ct)
    {
        var width = sheet.Map.Keys.Max() + 1;
        var down = new MergesByRow(sheet.Sheet.Merges.Where(m => m.LastRow > m.FirstRow && m.FirstRow > sheet.LastHeaderRow), width);
        var above = new (CellRange Merge, Cell Cell)[width];
        foreach (var row in sheet.Sheet.Rows(ct))
        {
            if (row.Number <= sheet.LastHeaderRow || IsNotData(row) || IsHeader(row, sheet)) continue;
            var cells = new Dictionary<Column, Cell>(sheet.Map.Count);
            var isEmpty = true;
            foreach (var (at, column) in sheet.Map)
            {
                var cell = row[at];
                // A formula without a value was meant to be one; its row is not passed over in silence.
                isEmpty &= cell is { IsEmpty: true, HasFormula: false };
                cells[column] = FilledDown(row.Number, cell, down.At(row.Number, at), ref above[at]);
            }

            if (!isEmpty) yield return new WrittenRow(row.Number, cells);
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
        return Array.Exists(NotData, word => text.StartsWith(word, StringComparison.Ordinal));
    }

    /// <summary>Sheets put together from several pages repeat their header.</summary>
    private static bool IsHeader(SheetRow row, RecognisedSheet sheet) =>
        sheet.Headers.Count(h => row[h.Key].Kind == CellKind.Text && row[h.Key].Raw.Trim() == h.Value) >= HeadersThatRepeat;
}
