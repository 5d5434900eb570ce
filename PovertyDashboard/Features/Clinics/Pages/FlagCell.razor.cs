using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics.Pages;

/// <summary>A flag in a list (提示): a chip for health roles, withheld from others.</summary>
public sealed partial class FlagCell : ComponentBase
{
    private string text = "";

    [Parameter, EditorRequired]
    public LedgerRow Row { get; set; } = default!;

    [Parameter, EditorRequired]
    public Column Column { get; set; } = default!;

    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    protected override void OnParametersSet() => text = Column.Get(Row) as string ?? "";
}
