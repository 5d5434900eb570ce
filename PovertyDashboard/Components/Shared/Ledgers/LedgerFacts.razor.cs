using Microsoft.AspNetCore.Components;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Components.Shared.Ledgers;

/// <summary>The values of a row for reading (只读): for users who may not change it, and for values that follow from others.</summary>
public sealed partial class LedgerFacts : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public IReadOnlyList<Column> Columns { get; set; } = [];
}
