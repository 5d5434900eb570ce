using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>One value of a row (单元格): the room's component, masked, or as text.</summary>
public sealed partial class LedgerCell(RegionDirectory regions) : ComponentBase
{
    private string text = "";

    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public Column Column { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    [Parameter]
    public LedgerPresentation? Presentation { get; set; }

    /// <summary>Whether nothing in the cell may be clicked, since the cell itself is a link.</summary>
    [Parameter]
    public bool Plain { get; set; }

    /// <summary>Whether dates stand as MM-DD.</summary>
    [Parameter]
    public bool Short { get; set; }

    /// <summary>A row whose written household matches none, or several, says so beside the name.</summary>
    private bool IsUnlinked => Column.Kind == ColumnKind.HouseholdName && HouseholdLinks.IsUnlinked(Row);

    protected override void OnParametersSet() =>
        text = Short && Column.Get(Row) is DateOnly day ? CellText.ShortDate(day) : CellText.Of(Column, Row, regions.Tree, View.Today, View.User);
}
