using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Responsibility.Board;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>Leads from a ledger to the notice board of its place (公示牌).</summary>
public sealed partial class BoardButton(LedgerPageReader reader) : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private string Href => BoardAddress.Of(reader.RegionOf(View.Query));
}
