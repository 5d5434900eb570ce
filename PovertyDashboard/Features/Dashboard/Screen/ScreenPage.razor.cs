using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>
/// The big screen (大屏): 1920 × 1080, dark, scaled as a whole, moved by every save without reload. Its pages take turns every
/// 15 seconds unless somebody stops them.
/// </summary>
public sealed partial class ScreenPage(ScreenReader reader, CurrentUser user, RegionDirectory regions, Clock clock, IJSRuntime js, TimeProvider time) : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(15);
    private readonly CancellationTokenSource _closed = new();
    private ElementReference canvas;
    private IJSObjectReference? _fit;
    private DashboardView? view;
    private ScreenFigures? first;
    private TurnFigures? further;
    private ITimer? _timer;
    private int turn;
    private int placesPage;
    private bool isPaused;
    private DateTime asOf;
    private long pulse;
    private int _runs;

    [SupplyParameterFromQuery(Name = "region")]
    private long? Region { get; set; }

    private string PlaceName => view is null ? "" : view.Name(regions.Tree);

    private string Title => $"{view?.FormalName(regions.Tree)}扶贫工作调度";

    private string TurnTitle => further?.Title ?? ScreenTurns.First;

    private string PauseText => isPaused ? "继续轮换" : "停在本页";

    /// <summary>The places above, as far as the user's own reaches.</summary>
    private string PathText => view is null ? "" : string.Concat(regions.Tree.PathOf(view.Region).SkipLast(1).Select(n => n.Name + " / "));

    private string CountText => view is null || RegionKey.LevelOf(view.Region) == RegionLevel.Village
        ? ""
        : $"{FigureText.Count(regions.Tree.VillagesOf(view.Region).Count(v => view.Scope.Contains(v.Key) && v.ExistsOn(clock.Today)))} 个村";

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null) await _timer.DisposeAsync();
        await _closed.CancelAsync();
        _closed.Dispose();
        try
        {
            if (_fit is null) return;
            await _fit.InvokeVoidAsync("dispose");
            await _fit.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        var next = DashboardView.Of(Region, user.Identity, regions.Tree);
        if (next == view) return;
        (view, first, further, turn, placesPage) = (next, null, null, 0, 0);
        if (RendererInfo.IsInteractive) await ReadAsync();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) _timer = time.CreateTimer(_ => _ = InvokeAsync(NextAsync), null, Turn, Turn);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", "/js/screen.js");
        _fit = await module.InvokeAsync<IJSObjectReference>("fit", canvas);
    }

    private async Task HearAsync(LiveBatch batch)
    {
        if (view is null || !batch.Changes.Values.Any(view.IsTouchedBy)) return;
        pulse++;
        // The ticker tells of every ledger, the figures of theirs.
        await ReadAsync();
    }

    private async Task NextAsync()
    {
        if (isPaused || _closed.IsCancellationRequested) return;
        await TurnAsync();
        StateHasChanged();
    }

    /// <summary>All places come to be seen before the next page; a page without figures is passed over.</summary>
    private async Task TurnAsync()
    {
        if (view is null || first is null) return;
        if (turn == 0 && placesPage + 1 < PlacesPanel.PagesOf(first.Places.Count))
        {
            placesPage++;
            return;
        }

        do turn = (turn + 1) % (ScreenTurns.More.Count + 1);
        while (!await ReadAsync());
        placesPage = 0;
    }

    /// <summary>Reads the page on show; whether it has anything to show. An older run never overwrites a newer one.</summary>
    private async Task<bool> ReadAsync()
    {
        if (view is null) return true;
        var run = ++_runs;
        try
        {
            if (turn > 0)
            {
                var read = await reader.ReadAsync(ScreenTurns.More[turn - 1], view, _closed.Token);
                if (!read.HasAny) return false;
                if (run == _runs) (further, asOf) = (read, clock.LocalNow);
                return true;
            }

            var chief = await reader.ReadAsync(view, _closed.Token);
            if (run == _runs) (first, further, asOf) = (chief, null, clock.LocalNow);
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The page was left.
        }

        return true;
    }
}
