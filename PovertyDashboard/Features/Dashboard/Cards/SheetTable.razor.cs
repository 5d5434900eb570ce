using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Cards;

/// <summary>The numbers of a card as a table (看表格).</summary>
public sealed partial class SheetTable : ComponentBase
{
    [Parameter, EditorRequired]
    public FigureSheet? Sheet { get; set; }
}
