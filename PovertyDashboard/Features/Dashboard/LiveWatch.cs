using Microsoft.AspNetCore.Components;
using PovertyDashboard.Live;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>Draws nothing; tells its page of each push of the live feed (实时推送) while the page is open.</summary>
public sealed class LiveWatch(LiveFeed feed) : ComponentBase, IDisposable
{
    private IDisposable? _subscription;

    [Parameter, EditorRequired]
    public EventCallback<LiveBatch> OnPush { get; set; }

    public void Dispose() => _subscription?.Dispose();

    protected override void OnInitialized()
    {
        // Nothing listens while the page is only drawn as text for its first answer.
        if (RendererInfo.IsInteractive) _subscription = feed.Subscribe(Hear);
    }

    /// <summary>Does not wait for the page: a slow screen must not hold up the others.</summary>
    private Task Hear(LiveBatch batch)
    {
        _ = TellAsync(batch);
        return Task.CompletedTask;
    }

    private async Task TellAsync(LiveBatch batch)
    {
        try
        {
            await InvokeAsync(() => OnPush.InvokeAsync(batch));
        }
        catch (ObjectDisposedException)
        {
            // The page was closed between the push and now.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            await DispatchExceptionAsync(fault);
        }
    }
}
