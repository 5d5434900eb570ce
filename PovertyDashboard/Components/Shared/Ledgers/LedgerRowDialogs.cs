using MudBlazor;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>Opens the dialogs of a row and tells what became of it (行对话框), for the ledger page and for pages of rooms.</summary>
public sealed class LedgerRowDialogs(IDialogService dialogs, ISnackbar snackbar, LedgerEditor editor)
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
        snackbar.Add($"{(row.Id == 0 ? "已登记" : "已保存")} 1 {view.Ledger.Unit}。", Severity.Success);
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
        var parameters = new DialogParameters<DeleteDialog> { { d => d.Row, row }, { d => d.View, view } };
        var dialog = await dialogs.ShowAsync<DeleteDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
        if (await dialog.Result is not { Canceled: false }) return false;
        snackbar.Add($"已删除 1 {view.Ledger.Unit}。", Severity.Info, options =>
        {
            options.Action = "撤销";
            options.VisibleStateDuration = 10_000;
            options.OnClick = async _ =>
            {
                if (await RestoreAsync(row, view, ct)) await view.ReloadAsync();
            };
        });
        return true;
    }

    /// <summary>Takes a deletion back; says why where that is not possible.</summary>
    public async Task<bool> RestoreAsync(LedgerRow row, LedgerView view, CancellationToken ct)
    {
        var outcome = await editor.RestoreAsync(view.Ledger, row.Id, ct);
        var (text, severity) = outcome switch
        {
            RowSaved => ($"已恢复 1 {view.Ledger.Unit}。", Severity.Success),
            RowInvalid invalid => ($"没有恢复。{invalid.Faults[0].Message}", Severity.Error),
            RowRefused refused => (refused.Sentence, Severity.Error),
            _ => ("没有恢复。请重新打开这一页。", Severity.Error),
        };
        snackbar.Add(text, severity);
        return outcome is RowSaved;
    }
}
