using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation.Cells;

/// <summary>The state of a problem as a chip (状态); overdue stands beside the deadline, not here.</summary>
public sealed partial class ProblemStateCell : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter]
    public Column? Column { get; set; }

    [Parameter]
    public LedgerView? View { get; set; }

    private Problem Problem => (Problem)Row;
}
