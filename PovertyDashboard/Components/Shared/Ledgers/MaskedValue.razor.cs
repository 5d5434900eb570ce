using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>A value shown masked (脱敏); the eye shows the full one for 30 seconds and is recorded.</summary>
public sealed partial class MaskedValue(FullValues values, TimeProvider time) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private string? full;
    private int shown;

    [Parameter, EditorRequired]
    public Ledger Ledger { get; set; } = default!;

    [Parameter, EditorRequired]
    public long RowId { get; set; }

    [Parameter, EditorRequired]
    public Column Column { get; set; } = default!;

    /// <summary>The masked text.</summary>
    [Parameter, EditorRequired]
    public string Masked { get; set; } = "";

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    private async Task ToggleAsync()
    {
        if (full is not null)
        {
            full = null;
            return;
        }

        full = await values.ShowAsync(Ledger, RowId, Column, gone.Token);
        var look = ++shown;
        StateHasChanged();
        try
        {
            await Task.Delay(FullValues.Shown, time, gone.Token);
        }
        catch (OperationCanceledException)
        {
            // The page has been left.
            return;
        }

        if (look == shown) full = null;
    }
}
