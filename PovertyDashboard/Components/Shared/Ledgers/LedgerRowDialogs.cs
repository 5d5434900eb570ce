using System.Globalization;
using MudBlazor;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Opens the dialogs of a row and tells what became of it (行对话框), for the ledger page and for pages of rooms.</summary>
public sealed class LedgerRowDialogs(IDialogService dialogs, Snack snack, LedgerEditor editor)
{
    private static readonly DialogOptions Form = new() { MaxWidth = MaxWidth.Medium, FullWidth = true, BackdropClick = false, CloseOnEscapeKey = false };
    private IDialogReference? _open;

    /// <summary>Shows the row in its room's dialog or the shared one; true when something was saved.</summary>
    public async Task<bool> OpenAsync(LedgerRow row, LedgerView view, LedgerPresentation? presentation)
    {
        var parameters = new DialogParameters { ["Row"] = row, ["View"] = view };
        var dialog = _open = await dialogs.ShowAsync(presentation?.Dialog ?? typeof(LedgerDialog), null, parameters, Form);
        var result = await dialog.Result;
        if (ReferenceEquals(_open, dialog)) _open = null;
        if (result is null or { Canceled: true }) return false;
        snack.Done(row.Id == 0 ? "登记" : "保存", 1, view.Ledger.Unit);
        return true;
    }

    /// <summary>Asks which household the row's written name means and links it; true when the row must be read again.</summary>
    public async Task<bool> LinkAsync(LedgerRow row, LedgerView view)
    {
        var parameters = new DialogParameters<HouseholdLinkDialog> { { d => d.Row, row }, { d => d.Ledger, view.Ledger } };
        var dialog = await dialogs.ShowAsync<HouseholdLinkDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, BackdropClick = false });
        if (await dialog.Result is not { Canceled: false } result) return false;
        if (result.Data is string verb) snack.Done(verb, 1, view.Ledger.Unit);
        return true;
    }

    /// <summary>Closes the row's dialog, when the address no longer names it.</summary>
    public void Close()
    {
        _open?.Close(DialogResult.Cancel());
        _open = null;
    }

    /// <summary>Asks for a reason, deletes and offers 撤销; true when the row is deleted.</summary>
    public async Task<bool> DeleteAsync(LedgerRow row, LedgerView view, CancellationToken ct)
    {
        var request = new ConfirmRequest(
            $"删除这 1 {view.Ledger.Unit}？", "删除", $"{view.Ledger.Title} · {view.Ledger.NameOf(row)}。删除后不再计入名单和指标，可以撤销。",
            IsDanger: true, ReasonLabel: "删除原因", ReasonHint: "写明为什么删除，例如 重复登记");
        if (await ConfirmDialog.AskAsync(dialogs, request) is not { IsYes: true } answer) return false;
        var outcome = await editor.DeleteAsync(view.Ledger, row.Id, row.Version, answer.Reason, ct);
        if (outcome is not RowSaved)
        {
            snack.Failed($"没有删除。{WhyNot(outcome)}");
            return false;
        }

        snack.Undoable($"已删除 1 {view.Ledger.Unit}。", async () =>
        {
            if (await RestoreAsync(row, view, ct)) await view.ReloadAsync();
        });
        return true;
    }

    /// <summary>Takes a deletion back; says why where that is not possible.</summary>
    public async Task<bool> RestoreAsync(LedgerRow row, LedgerView view, CancellationToken ct)
    {
        var outcome = await editor.RestoreAsync(view.Ledger, row.Id, ct);
        if (outcome is RowSaved) snack.Done("恢复", 1, view.Ledger.Unit);
        else snack.Failed($"没有恢复。{WhyNot(outcome)}");
        return outcome is RowSaved;
    }

    private static string WhyNot(SaveOutcome outcome) => outcome switch
    {
        RowInvalid invalid => invalid.Faults[0].Message,
        RowRefused refused => refused.Sentence,
        RowConflict conflict => $"{conflict.Who} {Clock.ToLocal(conflict.When).ToString("HH:mm", CultureInfo.InvariantCulture)} 改过这一行。请打开看过后再删除。",
        _ => "",
    };
}
