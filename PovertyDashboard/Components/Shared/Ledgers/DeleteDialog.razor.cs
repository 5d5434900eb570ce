using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Asks why a row is deleted (删除) and deletes it.</summary>
public sealed partial class DeleteDialog(LedgerEditor editor) : ComponentBase
{
    private string reason = "";
    private string? fault;
    private bool busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private async Task DeleteAsync()
    {
        if (busy) return;
        busy = true;
        var outcome = await editor.DeleteAsync(View.Ledger, Row.Id, Row.Version, reason, CancellationToken.None);
        busy = false;
        fault = outcome switch
        {
            RowInvalid invalid => invalid.Faults[0].Message,
            RowRefused refused => refused.Sentence,
            RowConflict conflict => $"没有删除：{conflict.Who} {Clock.ToLocal(conflict.When).ToString("HH:mm", CultureInfo.InvariantCulture)} 改过这一行。请打开看过后再删除。",
            _ => null,
        };
        if (outcome is RowSaved saved) Dialog.Close(DialogResult.Ok(saved.Row));
    }
}
