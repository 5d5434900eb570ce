using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation.Acts;

/// <summary>The verb of the next step in a row of the ledger (操作): 交办, 申请核验 or 核验, for users who may take it.</summary>
public sealed partial class ProblemRowActions(ProblemDesk desk, ProblemDialogs dialogs) : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private Problem Problem => (Problem)Row;

    private ProblemAct? Next => desk.Next(Problem);

    private async Task OpenAsync(ProblemAct act)
    {
        if (await dialogs.OpenAsync(act, [Problem])) await View.ReloadAsync();
    }
}
