using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>A cell shown masked (脱敏); the eye shows the full value for 30 seconds and is recorded.</summary>
public sealed partial class LedgerMaskedValue(FullValues values) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource gone = new();

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

    private async Task<string?> ShowAsync() => await values.ShowAsync(Ledger, RowId, Column, gone.Token);
}
