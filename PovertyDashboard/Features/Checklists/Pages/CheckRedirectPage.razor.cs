using Microsoft.AspNetCore.Components;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>Leads from a row of the checks ledger to the household's page in the check's campaign.</summary>
public sealed partial class CheckRedirectPage(CheckSheets sheets, NavigationManager navigation) : ComponentBase
{
    private bool isMissing;

    [Parameter]
    public long CheckId { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var found = await sheets.FindAsync(CheckId, CancellationToken.None);
        isMissing = found is null;
        if (found is var (campaign, household) && RendererInfo.IsInteractive) navigation.NavigateTo($"/checklists/{campaign}/households/{household}", replace: true);
    }
}
