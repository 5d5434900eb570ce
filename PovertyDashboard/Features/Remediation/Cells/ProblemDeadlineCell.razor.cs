using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation.Cells;

/// <summary>The deadline with the days left or overdue and a waiting extension (整改时限).</summary>
public sealed partial class ProblemDeadlineCell : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter]
    public Column? Column { get; set; }

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private Problem Problem => (Problem)Row;
}
