namespace PovertyDashboard.Live;

/// <summary>
/// One subscriber of the live feed (订阅者). Nobody waits for it: a page whose browser is gone may take a minute to fail. What is
/// pushed while it works becomes one batch that it gets next.
/// </summary>
internal sealed class Listener(Func<LiveBatch, Task> onChange, Action<Listener> leave, Action<Exception> onFault) : IDisposable
{
    private readonly Lock _lock = new();
    private LiveBatch? _waiting;
    private bool _isBusy;
    private bool _hasLeft;

    public void Tell(LiveBatch batch)
    {
        lock (_lock)
        {
            _waiting = _waiting?.With(batch) ?? batch;
            if (_isBusy) return;
            _isBusy = true;
        }

        _ = Task.Run(WorkAsync);
    }

    public void Dispose()
    {
        lock (_lock) _hasLeft = true;
        leave(this);
    }

    private async Task WorkAsync()
    {
        while (Next() is { } batch)
        {
            try
            {
                await onChange(batch);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                onFault(fault);
            }
        }
    }

    private LiveBatch? Next()
    {
        lock (_lock)
        {
            var next = _hasLeft ? null : _waiting;
            (_waiting, _isBusy) = (null, next is not null);
            return next;
        }
    }
}
