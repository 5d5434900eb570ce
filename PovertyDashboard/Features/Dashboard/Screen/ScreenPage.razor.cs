using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Dashboard.Screen;

/// <summary>The big screen (大屏): 1920 × 1080, dark, scaled as a whole, moved by every save without reload.</summary>
public sealed partial class ScreenPage(ScreenReader reader, CurrentUser user, RegionDirectory regions, Clock clock, IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private ElementReference canvas;
    private IJSObjectReference? _fit;
    private DashboardView? view;
    private ScreenFigures? shown;
    private DateTime asOf;
    private long pulse;
    private int _runs;

    [SupplyParameterFromQuery(Name = "region")]
    private long? Region { get; set; }

    private string PlaceName => view is null ? "" : view.Name(regions.Tree);

    private string Title => $"{view?.FormalName(regions.Tree)}扶贫工作调度";

    /// <summary>The places above, as far as the user's own reaches.</summary>
    private string PathText => view is null ? "" : string.Concat(regions.Tree.PathOf(view.Region).SkipLast(1).Select(n => n.Name + " / "));

    private string CountText => view is null || RegionKey.LevelOf(view.Region) == RegionLevel.Village
        ? ""
        : $"{FigureText.Count(regions.Tree.VillagesOf(view.Region).Count(v => view.Scope.Contains(v.Key) && v.ExistsOn(clock.Today)))} 个村";

    public async ValueTask DisposeAsync()
    {
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
        (view, shown) = (next, null);
        if (RendererInfo.IsInteractive) await ReadAsync();
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

    /// <summary>An older run never overwrites a newer one.</summary>
    private async Task ReadAsync()
    {
        if (view is null) return;
        var run = ++_runs;
        try
        {
            var read = await reader.ReadAsync(view, _closed.Token);
            if (run != _runs) return;
            (shown, asOf) = (read, clock.LocalNow);
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
