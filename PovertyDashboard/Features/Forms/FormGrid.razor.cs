using Microsoft.AspNetCore.Components;
using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Forms;

/// <summary>A sheet of a form with what is placed in it (表样): every cell is a button.</summary>
public sealed partial class FormGrid : ComponentBase
{
    private readonly HashSet<(int, int)> covered = [];
    private readonly Dictionary<(int, int), (int Rows, int Columns)> spans = [];
    private FormSheet? measured;

    [Parameter, EditorRequired]
    public FormSheet Sheet { get; set; } = default!;

    [Parameter, EditorRequired]
    public FormLayout Layout { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerCatalog Catalog { get; set; } = default!;

    [Parameter]
    public (int Row, int Column)? Selected { get; set; }

    [Parameter]
    public EventCallback<(int Row, int Column)> OnSelect { get; set; }

    private FormBlock? Block => Layout.BlockOn(Sheet.Name);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(measured, Sheet)) return;
        measured = Sheet;
        covered.Clear();
        spans.Clear();
        foreach (var merge in Sheet.Merges)
        {
            var (lastRow, lastColumn) = (Math.Min(merge.LastRow, Sheet.Rows), Math.Min(merge.LastColumn, Sheet.Columns - 1));
            if (merge.FirstRow > lastRow || merge.FirstColumn > lastColumn) continue;
            spans[(merge.FirstRow, merge.FirstColumn)] = (lastRow - merge.FirstRow + 1, lastColumn - merge.FirstColumn + 1);
            for (var row = merge.FirstRow; row <= lastRow; row++)
                for (var column = merge.FirstColumn; column <= lastColumn; column++)
                    if ((row, column) != (merge.FirstRow, merge.FirstColumn)) covered.Add((row, column));
        }
    }

    private string ClassOf(int row, int column, Placement? placed) => (Selected == (row, column) ? "on" : "") + (placed is null ? "" : " placed");

    private string LabelOf(int row, int column, FormCell cell, Placement? placed)
    {
        var said = placed is not null ? $"{FormWords.KindOf(placed)} {FormWords.TitleOf(placed, Layout, Catalog)}" : cell.HasFormula ? "公式" : cell.Text ?? "";
        return $"{FormWords.Address(row, column)} {(said.Length > 0 ? said : "空")}";
    }
}
