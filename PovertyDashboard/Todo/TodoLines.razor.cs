using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using PovertyDashboard.Live;

namespace PovertyDashboard.Todo;

/// <summary>Keeps the user's waiting work (待办) current: reads it again after each push of the live feed and on each change of page.</summary>
public sealed partial class TodoLines(TodoReader reader, LiveFeed feed, NavigationManager navigation) : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource left = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private IDisposable? subscription;
    private IReadOnlyList<TodoLine>? lines;

    [Parameter, EditorRequired]
    public RenderFragment<IReadOnlyList<TodoLine>> ChildContent { get; set; } = default!;

    public async ValueTask DisposeAsync()
    {
        navigation.LocationChanged -= OnLocationChanged;
        subscription?.Dispose();
        await left.CancelAsync();
        left.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            subscription = feed.Subscribe(_ => InvokeAsync(ShowAsync));
            navigation.LocationChanged += OnLocationChanged;
        }

        return ReadAsync();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(ShowAsync);

    private async Task ShowAsync()
    {
        await ReadAsync();
        if (!left.IsCancellationRequested) StateHasChanged();
    }

    private async Task ReadAsync()
    {
        if (left.IsCancellationRequested) return;
        try
        {
            await turn.WaitAsync(left.Token);
            try
            {
                lines = await reader.ReadAsync(left.Token);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }
}
