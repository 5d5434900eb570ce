using Microsoft.AspNetCore.Components;
using MudBlazor;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>The entries of a visit's menu (更多操作): its record, a found problem, the household.</summary>
public sealed partial class VisitMenu(IDialogService dialogs, Snack snack) : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private Visit Visit => (Visit)Row;

    private async Task ReportAsync()
    {
        if (!await FindingDialog.ShowAsync(dialogs, Visit)) return;
        snack.Done("转整改", 1, "件");
        await View.ReloadAsync();
    }
}
