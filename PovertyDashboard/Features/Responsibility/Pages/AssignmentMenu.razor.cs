using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>The entries of an assignment's menu (更多操作): hand-over, end, the person's photo, the board and the household.</summary>
public sealed partial class AssignmentMenu(IDialogService dialogs, Snack snack) : ComponentBase
{
    private static readonly DialogOptions Form = new() { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };

    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private Assignment Assignment => (Assignment)Row;

    private async Task HandOverAsync(bool withSuccessor)
    {
        var parameters = new DialogParameters<HandOverDialog> { { d => d.Assignment, Assignment }, { d => d.WithSuccessor, withSuccessor } };
        var dialog = await dialogs.ShowAsync<HandOverDialog>(null, parameters, Form);
        if (await dialog.Result is not { Canceled: false }) return;
        snack.Done(withSuccessor ? "交接" : "结束包联", 1, View.Ledger.Unit);
        await View.ReloadAsync();
    }

    private Task PhotosAsync() => PicturesDialog.ShowAsync(dialogs, View, Row, $"{Assignment.Helper}的照片", "公示牌用最近一张。");
}
