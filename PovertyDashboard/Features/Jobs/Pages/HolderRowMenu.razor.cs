using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>The entries of a person's menu (更多操作): the exit, his attendance, pay and household.</summary>
public sealed partial class HolderRowMenu(IDialogService dialogs, Snack snack) : ComponentBase
{
    private static readonly DialogOptions Form = new() { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };

    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private Holder Holder => (Holder)Row;

    private async Task ExitAsync()
    {
        var dialog = await dialogs.ShowAsync<HolderExitDialog>(null, new DialogParameters<HolderExitDialog> { { d => d.Holder, Holder } }, Form);
        if (await dialog.Result is not { Canceled: false }) return;
        snack.Done("办理退出", 1, "人");
        await View.ReloadAsync();
    }
}
