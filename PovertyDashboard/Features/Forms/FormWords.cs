using PovertyDashboard.Excel;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Forms;

/// <summary>How people read what is placed in a form (放置名称).</summary>
public static class FormWords
{
    /// <summary>What stands for something that the product no longer has.</summary>
    public const string Gone = "已失效";

    public static string TitleOf(Placement placed, FormLayout layout, LedgerCatalog catalog) => placed.Kind switch
    {
        PlacementKind.Measure => catalog.Measure(placed.Key)?.Title ?? Gone,
        PlacementKind.Fact => FormFact.Find(placed.Key)?.Title ?? Gone,
        PlacementKind.Number => "序号",
        _ => TitleOfColumn(placed, layout, catalog),
    };

    public static string KindOf(Placement placed) => placed.Kind switch { PlacementKind.Measure => "指标", PlacementKind.Fact => "填报信息", PlacementKind.Number => "明细", _ => "明细列" };

    public static string TitleOf(FormBlock block, LedgerCatalog catalog) => catalog.Ledger(block.Ledger) is not { } ledger ? Gone
        : block.Measure.Length == 0 ? ledger.Title : $"{ledger.Title}：{catalog.Measure(block.Measure)?.Title ?? Gone}";

    /// <summary>B3, as Excel names the cell.</summary>
    public static string Address(int row, int column) => CellRange.Address(row, column);

    // Columns made by data (a month's days) are known by their key alone here.
    private static string TitleOfColumn(Placement placed, FormLayout layout, LedgerCatalog catalog) =>
        catalog.Ledger(layout.BlockOn(placed.Sheet)?.Ledger ?? "") is not { } ledger ? Gone
        : ledger.Columns.FirstOrDefault(c => c.Key == placed.Key) is { } column ? column.Header
        : ledger.DataColumns is null ? Gone : placed.Key;
}
