using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Cards;

/// <summary>The places below with their chief figures (各村一览).</summary>
public sealed partial class PlacesCardView(PlacesSheet sheet) : ComponentBase
{
    [Parameter, EditorRequired]
    public PlacesCard Card { get; set; } = default!;

    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    [Parameter]
    public long Version { get; set; }

    private string Title => $"各{PlaceWords.NounBelow(View.Region)}{Card.Title}";

    private Task<FigureSheet> ReadAsync(CancellationToken ct) => sheet.ReadAsync(Title, PlacesCard.Columns, View, ct);
}
