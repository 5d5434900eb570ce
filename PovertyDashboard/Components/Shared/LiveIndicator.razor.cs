using Microsoft.AspNetCore.Components;
using PovertyDashboard.Live;

namespace PovertyDashboard.Components.Shared;

/// <summary>Whether a page follows the store (实时状态).</summary>
public enum LiveState
{
    /// <summary>Every save moves the page (实时).</summary>
    Live,

    /// <summary>A kept month-end (快照).</summary>
    Snapshot,
}

/// <summary>How fresh a page's figures are (实时指示); js/live.js counts the seconds and sees a lost connection, the feed tells when it cannot read the store.</summary>
public sealed partial class LiveIndicator(LiveFeed feed) : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private bool isInterrupted;

    [Parameter]
    public LiveState State { get; set; }

    /// <summary>Any number that grows with each change shown, such as the live feed's sequence.</summary>
    [Parameter]
    public long Change { get; set; }

    /// <summary>The time (14:31) or the month's end (2020 年 7 月末) the figures stand at.</summary>
    [Parameter]
    public string AsOf { get; set; } = "";

    public void Dispose() => _subscription?.Dispose();

    protected override void OnInitialized()
    {
        isInterrupted = feed.IsInterrupted;
        if (RendererInfo.IsInteractive) _subscription = feed.Subscribe(_ => feed.IsInterrupted == isInterrupted ? Task.CompletedTask : InvokeAsync(Turn));
    }

    private void Turn()
    {
        isInterrupted = feed.IsInterrupted;
        StateHasChanged();
    }
}
