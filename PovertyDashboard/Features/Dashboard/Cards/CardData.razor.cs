using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Dashboard.Cards;

/// <summary>Reads a card's figures when its place or version changes and keeps the old ones on screen meanwhile (卡片取数).</summary>
public sealed partial class CardData<TData> : ComponentBase, IDisposable
    where TData : class
{
    private readonly CancellationTokenSource _closed = new();
    private (DashboardView View, long Version, object? Choice)? _asked;
    private TData? data;
    private int _runs;

    [Parameter, EditorRequired]
    public DashboardView View { get; set; } = default!;

    /// <summary>Grows with each change that may move the card.</summary>
    [Parameter]
    public long Version { get; set; }

    /// <summary>What the user chose on the card, such as 按类别; another choice reads again.</summary>
    [Parameter]
    public object? Choice { get; set; }

    [Parameter, EditorRequired]
    public Func<CancellationToken, Task<TData>> Read { get; set; } = default!;

    /// <summary>Draws the figures, or that they are on their way while there are none.</summary>
    [Parameter, EditorRequired]
    public RenderFragment<TData?> ChildContent { get; set; } = default!;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var asked = (View, Version, Choice);
        // The first answer carries the tiles; charts are drawn by the browser anyway.
        if (_asked == asked || !RendererInfo.IsInteractive) return;
        // Figures of another place must not stand under this one's name.
        if (_asked?.View != View) data = null;
        _asked = asked;
        var run = ++_runs;
        try
        {
            var read = await Read(_closed.Token);
            if (run == _runs) data = read;
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
