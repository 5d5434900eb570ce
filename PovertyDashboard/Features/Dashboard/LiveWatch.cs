using Microsoft.AspNetCore.Components;
using PovertyDashboard.Live;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Dashboard;

/// <summary>Draws nothing; tells its page of each push of the live feed (实时推送) while the page is open.</summary>
public sealed class LiveWatch(LiveFeed feed, Clock clock, TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);
    private IDisposable? _subscription;
    private ITimer? _midnight;
    private DateOnly _day;

    [Parameter, EditorRequired]
    public EventCallback<LiveBatch> OnPush { get; set; }

    /// <summary>The day of the store has changed: dated figures roll over.</summary>
    [Parameter]
    public EventCallback OnNewDay { get; set; }

    public void Dispose()
    {
        _subscription?.Dispose();
        _midnight?.Dispose();
    }

    protected override void OnInitialized()
    {
        // Nothing listens while the page is only drawn as text for its first answer.
        if (!RendererInfo.IsInteractive) return;
        _day = clock.Today;
        _subscription = feed.Subscribe(Hear);
        _midnight = time.CreateTimer(_ => LookAtClock(), null, Look, Look);
    }

    private Task Hear(LiveBatch batch) => TellAsync(() => OnPush.InvokeAsync(batch));

    private void LookAtClock()
    {
        if (clock.Today == _day) return;
        _day = clock.Today;
        _ = TellAsync(OnNewDay.InvokeAsync);
    }

    private async Task TellAsync(Func<Task> tell)
    {
        try
        {
            await InvokeAsync(tell);
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
