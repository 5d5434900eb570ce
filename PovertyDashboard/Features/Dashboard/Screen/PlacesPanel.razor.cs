using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>The places as tiles on the way to nought (各村问题清零), 23 at a time.</summary>
public sealed partial class PlacesPanel : ComponentBase
{
    /// <summary>Places of a page; the 24th tile is the whole.</summary>
    public const int PageSize = 23;

    /// <summary>Up to this many tiles have room for large figures.</summary>
    private const int Roomy = 12;

    [Parameter, EditorRequired]
    public IReadOnlyList<PlaceTile> Places { get; set; } = [];

    [Parameter, EditorRequired]
    public PlaceTile Whole { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Noun { get; set; } = "";

    /// <summary>Which of the pages is shown, from 0.</summary>
    [Parameter]
    public int Page { get; set; }

    private int Pages => PagesOf(Places.Count);

    private IReadOnlyList<PlaceTile> Shown => [.. Places.Skip(Page % Pages * PageSize).Take(PageSize), Whole];

    private bool IsDense => Shown.Count > Roomy;

    private string Note => $"件；按逾期、未销号排序，{(IsDense ? "大数为未销号，" : "")}条和百分数为销号率{(Pages > 1 ? $"；第 {(Page % Pages) + 1}/{Pages} 页" : "")}";

    /// <summary>Small tiles have room for one character more than the figure, and for none where it has four digits.</summary>
    private string LateText(PlaceTile place) => (IsDense, place.Overdue) switch { (false, _) => "逾期 ", (true, < 1000) => "逾 ", _ => "" } + FigureText.Count(place.Overdue);

    public static int PagesOf(int places) => Math.Max(1, (places + PageSize - 1) / PageSize);
}
