using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Forms;

/// <summary>Which columns belong into a block row by the headers above it (按表头套列), read as an import reads them.</summary>
internal static class FormHeaders
{
    private static readonly HashSet<string> NumberHeaders = ["序号", "编号", "序"];

    /// <summary>What would come into the free cells of the row; cells with a formula are left to it.</summary>
    public static IReadOnlyList<Placement> Suggest(FormSheet sheet, FormBlock block, FormLayout layout, IReadOnlyList<Column> columns)
    {
        var headers = new Dictionary<int, SheetHeader>();
        for (var column = 0; column < sheet.Columns; column++)
            if (HeaderAt(sheet, block.Row, column) is { Header.Length: > 0 } header) headers[column] = new SheetHeader(header.Group, header.Header);
        var placed = layout.Placements.Where(p => p.Sheet == block.Sheet && p.Row == block.Row).ToList();
        var free = headers.Where(h => !placed.Exists(p => p.Column == h.Key) && !(sheet.Cells.TryGetValue((block.Row, h.Key), out var cell) && cell.HasFormula)).ToDictionary();
        var left = columns.Where(c => !placed.Exists(p => p.Kind == PlacementKind.Column && p.Key == c.Key)).ToList();
        var found = new ColumnNames(left).Match(free);
        var numbered = placed.Exists(p => p.Kind == PlacementKind.Number) ? [] : free.Where(h => !found.ContainsKey(h.Key) && NumberHeaders.Contains(h.Value.Folded)).Take(1);
        return
        [
            .. numbered.Select(h => new Placement(block.Sheet, block.Row, h.Key, PlacementKind.Number, "")),
            .. found.OrderBy(f => f.Key).Select(f => new Placement(block.Sheet, block.Row, f.Key, PlacementKind.Column, f.Value.Key)),
        ];
    }

    /// <summary>The header above the cell and the one above that; a header merged over both rows is one.</summary>
    public static (string Group, string Header) HeaderAt(FormSheet sheet, int row, int column)
    {
        // Only the first of merged cells takes a value.
        if (sheet.Around(row, column).FirstColumn != column || row < 2) return ("", "");
        var header = Clean(sheet.TextAt(row - 1, column));
        var shown = sheet.Around(row - 1, column);
        return shown.FirstRow > 1 ? (Clean(sheet.TextAt(shown.FirstRow - 1, column)), header) : ("", header);
    }

    private static string Clean(string text) => text.Replace("*", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Trim();
}
