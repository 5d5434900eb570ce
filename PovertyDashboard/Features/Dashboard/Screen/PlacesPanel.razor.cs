using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>The places as tiles on the way to nought (各村问题清零); above 23 places the pages change every 15 seconds.</summary>
public sealed partial class PlacesPanel(TimeProvider time) : ComponentBase, IDisposable
{
    /// <summary>Places of a page; the 24th tile is the whole.</summary>
    public const int PageSize = 23;

    /// <summary>Up to this many tiles have room for large figures.</summary>
    private const int Roomy = 12;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(15);
    private ITimer? _timer;
    private int page;

    [Parameter, EditorRequired]
    public IReadOnlyList<PlaceTile> Places { get; set; } = [];

    [Parameter, EditorRequired]
    public PlaceTile Whole { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Noun { get; set; } = "";

    private int Pages => Math.Max(1, (Places.Count + PageSize - 1) / PageSize);

    private IReadOnlyList<PlaceTile> Shown => [.. Places.Skip(page * PageSize).Take(PageSize), Whole];

    private bool IsDense => Shown.Count > Roomy;

    private string Note => $"件；按逾期、未销号排序，{(IsDense ? "大数为未销号，" : "")}条和百分数为销号率{(Pages > 1 ? $"；第 {page + 1}/{Pages} 页" : "")}";

    /// <summary>Small tiles have room for one character more than the figure, and for none where it has four digits.</summary>
    private string LateText(PlaceTile place) => (IsDense, place.Overdue) switch { (false, _) => "逾期 ", (true, < 1000) => "逾 ", _ => "" } + FigureText.Count(place.Overdue);

    public void Dispose() => _timer?.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) _timer = time.CreateTimer(_ => _ = InvokeAsync(TurnPage), null, Turn, Turn);
    }

    protected override void OnParametersSet() => page %= Pages;

    private void TurnPage()
    {
        if (Pages == 1) return;
        page = (page + 1) % Pages;
        StateHasChanged();
    }
}
