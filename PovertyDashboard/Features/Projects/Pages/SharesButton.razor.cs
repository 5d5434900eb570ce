using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Pages;

/// <summary>Leads from the projects to the shares of the joint ones (联村份额).</summary>
public sealed partial class SharesButton : ComponentBase
{
    [Parameter, EditorRequired]
    public LedgerView View { get; set; } = default!;

    private string Href => LedgerAddress.Page(ProjectShareLedger.Ledger, new LedgerQuery { Region = View.Query.Region });
}
