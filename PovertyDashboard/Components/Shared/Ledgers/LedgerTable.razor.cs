using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The table of a ledger (台账表格): sticky heads, sorting, selection, the total row; rows are walked by ↑ ↓, opened by Enter, selected by Space.</summary>
public sealed partial class LedgerTable : ComponentBase
{
    private IReadOnlyList<(string? Title, IReadOnlyList<Column> Members)> groups = [];
    private TableLayout form = TableLayout.Of([]);
    private HashSet<string> shortDates = [];

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    /// <summary>The visible columns in their order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Column> Columns { get; set; } = [];

    [Parameter, EditorRequired]
    public LedgerPageResult Page { get; set; } = default!;

    [Parameter]
    public IReadOnlyDictionary<string, long> Sums { get; set; } = new Dictionary<string, long>();

    [Parameter]
    public LedgerPresentation? Presentation { get; set; }

    /// <summary>dense, normal or comfortable.</summary>
    [Parameter]
    public string Density { get; set; } = LedgerSettings.Normal;

    /// <summary>The selected rows by id, of this and other pages.</summary>
    [Parameter]
    public IReadOnlyDictionary<long, LedgerRow> Selected { get; set; } = new Dictionary<long, LedgerRow>();

    [Parameter]
    public EventCallback<(IReadOnlyList<LedgerRow> Rows, bool On)> OnSelect { get; set; }

    /// <summary>The new sort, as in <see cref="LedgerQuery.Sort"/>.</summary>
    [Parameter]
    public EventCallback<string> OnSort { get; set; }

    /// <summary>Cells that a push has just changed.</summary>
    [Parameter]
    public IReadOnlySet<(long Row, string Column)> Changed { get; set; } = new HashSet<(long, string)>();

    private bool HasActions => Presentation is { RowActions: not null, ActionsForWriters: false } || LedgerRowActions.HasMenu(View, Presentation);

    private bool AllPicked => Page.Rows.Count > 0 && Page.Rows.All(r => Selected.ContainsKey(r.Id));

    private string Sort => View.Query.Sort.Length > 0 ? View.Query.Sort : View.Ledger.DefaultSort;

    protected override void OnParametersSet()
    {
        groups = TableLayout.GroupsOf(Columns);
        form = TableLayout.Of(Columns);
        shortDates = CellText.ShortDates(Columns, Page.Rows, View.Today);
    }

    private bool CanSort(Column column) => (column.Member is not null || column.Place is not null) && !View.Ledger.IsGuessable(column, View.User);

    private string? AriaSort(Column column) => Sort.TrimStart('-') != column.Key ? null : Sort.StartsWith('-') ? "descending" : "ascending";

    private string HeadClass(Column column) =>
        $"{(form.IsSticky(column) ? "sticky" : "")} {(column.IsNumber ? "num" : column.Kind == ColumnKind.YesNo ? "mid" : "")} {GroupEdge(column)}".Trim();

    private string CellClass(LedgerRow row, Column column) =>
        $"{(form.IsSticky(column) ? "sticky" : "")} {CellText.Class(column)} {GroupEdge(column)} {(Changed.Contains((row.Id, column.Key)) ? "changed" : "")}".Trim();

    /// <summary>A vertical line only between column groups.</summary>
    private string GroupEdge(Column column) => groups.Any(g => g.Title is not null && ReferenceEquals(g.Members[0], column)) ? "group" : "";

    private string RowClass(LedgerRow row) =>
        $"{Presentation?.RowClass?.Invoke(row, View.Today)} {(Selected.ContainsKey(row.Id) ? "selected" : "")}".Trim();

    /// <summary>Up, then down, then the ledger's own order again.</summary>
    private Task SortAsync(Column column)
    {
        var asked = View.Query.Sort;
        var next = AriaSort(column) switch
        {
            null => column.Key,
            "ascending" => "-" + column.Key,
            _ when asked.Length == 0 => column.Key,
            _ => "",
        };
        return OnSort.InvokeAsync(next);
    }

    private Task PickAsync(LedgerRow row, bool on) => OnSelect.InvokeAsync(([row], on));

    private Task PickAllAsync(bool on) => OnSelect.InvokeAsync((Page.Rows, on));
}
