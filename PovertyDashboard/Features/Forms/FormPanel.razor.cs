using Microsoft.AspNetCore.Components;
using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Forms;

/// <summary>What goes into the selected cell (这一格放什么): a measure, a fact, a column, or its row as the block row.</summary>
public sealed partial class FormPanel(CurrentUser user) : ComponentBase
{
    private const int MostShown = 40;
    private static readonly (Mode, string)[] Ways = [(Mode.Measure, "指标"), (Mode.Fact, "填报信息"), (Mode.Block, "明细行")];

    private Mode mode;
    private string search = "";
    private string ledger = "";
    private (string, int, int) shown;

    private enum Mode { Measure, Fact, Block }

    [Parameter, EditorRequired]
    public FormSheet Sheet { get; set; } = default!;

    [Parameter, EditorRequired]
    public FormLayout Layout { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerCatalog Catalog { get; set; } = default!;

    /// <summary>The columns of the ledger of the sheet's block; none where there is no block.</summary>
    [Parameter]
    public IReadOnlyList<Column> BlockColumns { get; set; } = [];

    [Parameter]
    public int Row { get; set; }

    [Parameter]
    public int Column { get; set; }

    [Parameter]
    public EventCallback<FormLayout> OnChange { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    protected override void OnParametersSet()
    {
        if (ledger.Length == 0) ledger = Ledgers.FirstOrDefault()?.Key ?? "";
        if (shown == (Sheet.Name, Row, Column)) return;
        (shown, search) = ((Sheet.Name, Row, Column), "");
    }

    private FormBlock? Block => Layout.BlockOn(Sheet.Name);

    private bool IsInBlock => Block?.Row == Row;

    private Placement? Placed => Layout.At(Sheet.Name, Row, Column);

    private string CellText => Sheet.TextAt(Row, Column);

    private IEnumerable<Ledger> Ledgers => Catalog.Ledgers.Where(user.Identity.MayList);

    private IReadOnlyList<Placement> Suggested => IsInBlock ? FormHeaders.Suggest(Sheet, Block!, Layout, BlockColumns) : [];

    private List<Measure> Found => [.. Catalog.Measures.Where(m => user.Identity.MayRead(m, Catalog) && (Fits(m.Title) || Fits(m.Ledger.Title)))];

    private IEnumerable<Measure> RowsOf(string key) => Catalog.Measures.Where(m => m.Ledger.Key == key && user.Identity.MayRead(m, Catalog));

    private bool Fits(string text) => search.Trim().Length == 0 || text.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase);

    private Task PlaceAsync(PlacementKind kind, string key) => OnChange.InvokeAsync(Layout.With(new Placement(Sheet.Name, Row, Column, kind, key)));
}
