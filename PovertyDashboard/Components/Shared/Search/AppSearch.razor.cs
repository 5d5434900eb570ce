using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PovertyDashboard.Components.Shared.Search;

/// <summary>The search on the app bar (搜索): Ctrl K, arrow keys, Enter opens.</summary>
public sealed partial class AppSearch(NavigationManager navigation) : ComponentBase, IDisposable
{
    private const int PauseMilliseconds = 200;

    private readonly string listId = $"search-{Guid.NewGuid():N}";
    private IReadOnlyList<SearchHit> hits = [];
    private CancellationTokenSource? running;
    private ElementReference field;
    private string text = "";
    private int active = -1;
    private bool isListOpen;
    private bool isWide;
    private bool wantsFocus;

    [Parameter]
    public string Hint { get; set; } = "查户主、编号、村名";

    /// <summary>Finds at most a dozen things within the user's scope.</summary>
    [Parameter, EditorRequired]
    public Func<string, CancellationToken, Task<IReadOnlyList<SearchHit>>> Search { get; set; } = default!;

    public void Dispose()
    {
        running?.Cancel();
        running?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!wantsFocus) return;
        wantsFocus = false;
        await field.FocusAsync();
    }

    private void Widen() => isWide = wantsFocus = true;

    private async Task TypeAsync(string? typed)
    {
        text = typed ?? "";
        var asked = text.Trim();
        running?.Cancel();
        running?.Dispose();
        running = new CancellationTokenSource();
        var ct = running.Token;
        if (asked.Length == 0)
        {
            Show([], isOpen: false);
            return;
        }
        try
        {
            await Task.Delay(PauseMilliseconds, ct);
            var found = await Search(asked, ct);
            if (!ct.IsCancellationRequested) Show(found, isOpen: true);
        }
        catch (OperationCanceledException)
        {
            // The user typed on.
        }
    }

    private void Show(IReadOnlyList<SearchHit> found, bool isOpen)
    {
        hits = found;
        active = found.Count > 0 ? 0 : -1;
        isListOpen = isOpen;
    }

    private void Press(KeyboardEventArgs e)
    {
        switch (e.Key)
        {
            case "ArrowDown" when hits.Count > 0: active = (active + 1) % hits.Count; break;
            case "ArrowUp" when hits.Count > 0: active = (active - 1 + hits.Count) % hits.Count; break;
            case "Enter" when active >= 0: Go(hits[active]); break;
            case "Escape": Clear(); break;
        }
    }

    private void Leave() => isListOpen = false;

    private void Clear()
    {
        running?.Cancel();
        text = "";
        isWide = false;
        Show([], isOpen: false);
    }

    private void Go(SearchHit hit)
    {
        Clear();
        navigation.NavigateTo(hit.Href);
    }
}
