using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Remediation.Acts;

/// <summary>What can be done with the selected problems at once (批量办理): 交办 and 延期.</summary>
public sealed partial class ProblemBulkActions(ProblemDialogs dialogs) : ComponentBase
{
    [Parameter, EditorRequired]
    public IReadOnlyList<LedgerRow> Rows { get; set; } = [];

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private IEnumerable<ProblemAct> Acts =>
        new[] { ProblemAct.Assign, ProblemAct.AskExtension }.Where(a => View.User.May(ProblemWorkflow.Right(a)));

    private static string BulkText(ProblemAct act) => act == ProblemAct.Assign ? "批量交办" : "批量延期";

    private async Task OpenAsync(ProblemAct act)
    {
        if (await dialogs.OpenAsync(act, [.. Rows.Cast<Problem>()])) await View.ReloadAsync();
    }
}
