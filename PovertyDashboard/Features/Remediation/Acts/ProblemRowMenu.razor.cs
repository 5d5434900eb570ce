using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation.Acts;

/// <summary>The entries of a row's menu (更多操作): every act that the user may do now, the record and the household's file.</summary>
public sealed partial class ProblemRowMenu(ProblemDesk desk, ProblemDialogs dialogs) : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private Problem Problem => (Problem)Row;

    private async Task OpenAsync(ProblemAct act)
    {
        if (await dialogs.OpenAsync(act, [Problem])) await View.ReloadAsync();
    }
}
