using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Works.Audits;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>The sums of a household's labour and material on its file (双提升), with the way to the audit.</summary>
public sealed partial class AuditPart(HomeReader reader) : ComponentBase
{
    private AuditView? view;

    /// <summary>Id of the household.</summary>
    [Parameter, EditorRequired]
    public long Household { get; set; }

    [Parameter]
    public LedgerView? View { get; set; }

    protected override async Task OnParametersSetAsync() => view = await reader.OfHouseholdAsync(Household, CancellationToken.None);
}
