using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>Leads from the ledger of people to their public notice (公示).</summary>
public sealed partial class NoticeButton(LedgerPageReader reader) : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;
}
