using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>The exit from a post (办理退出): last day and reason, saved by the same rules as the form.</summary>
public sealed partial class HolderExitDialog(LedgerEditor editor, CodeListDirectory codes, Clock clock, IJSRuntime js) : ComponentBase
{
    private IReadOnlyList<Fault> faults = [];
    private string day = "";
    private string reason = "";
    private string? banner;
    private bool busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Parameter, EditorRequired]
    public Holder Holder { get; set; } = default!;

    protected override void OnInitialized() => day = ColumnText.Day(clock.Today);

    /// <summary>The calendar button of dates needs the script that the ledger page also loads.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await js.InvokeAsync<IJSObjectReference>("import", "./js/ledger.js");
    }

    private string? FaultOf(Column column) => faults.Where(f => f.Column == column.Header).Select(f => f.Message).FirstOrDefault();

    private async Task SaveAsync()
    {
        (faults, banner, busy) = ([], null, true);
        try
        {
            var parsed = new ColumnParser(codes.Current, clock.Today).Parse(HolderLedger.ExitedOn, new Written(day));
            if (parsed.Fault is { } fault)
            {
                faults = [new Fault(HolderLedger.ExitedOn.Header, RowValidation.Sentence(HolderLedger.ExitedOn.Header, fault))];
                return;
            }

            var row = (Holder)RowCopy.Of(HolderLedger.Ledger, Holder);
            (row.State, row.ExitedOn, row.ExitReason) = (HolderState.Left, (DateOnly?)parsed.Value, reason);
            Show(await editor.SaveAsync(HolderLedger.Ledger, row, Holder.Version, CancellationToken.None));
        }
        finally
        {
            busy = false;
        }
    }

    private void Show(SaveOutcome outcome)
    {
        switch (outcome)
        {
            case RowSaved:
                Dialog.Close(DialogResult.Ok(true));
                break;
            case RowInvalid invalid:
                faults = invalid.Faults;
                banner = faults.FirstOrDefault(f => f.Column != HolderLedger.ExitedOn.Header && f.Column != HolderLedger.ExitReason.Header).Message;
                break;
            case RowConflict conflict:
                banner = $"没有保存：{conflict.Who}刚刚改过这一行。请关闭后重新打开。";
                break;
            case RowRefused refused:
                banner = refused.Sentence;
                break;
        }
    }
}
