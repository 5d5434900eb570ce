using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>The conclusion of an audit in the list (审计结论单元格).</summary>
public sealed partial class ConclusionCell : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public Column Column { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;
}
