using Microsoft.AspNetCore.Components;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>The second looks that wait in a place, the most urgent first (待复查).</summary>
public sealed partial class RechecksPage(RecheckService service, RegionDirectory regions, CurrentUser user) : ComponentBase
{
    private IReadOnlyList<Recheck>? waiting;
    private long region;

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    private bool MayTick => user.Identity.May(Act.Tick);

    private string ScopeText => waiting is null ? "" : $"{user.Identity.Scope.NameOf(region, regions.Tree)} · {waiting.Count} 项{(waiting.Count == RecheckService.Most ? "（先办完这些）" : "")}";

    protected override Task OnParametersSetAsync()
    {
        region = Asked ?? user.Identity.Scope.HomeIn(regions.Tree) ?? regions.Tree.Nodes[0].Key;
        return ReadAsync();
    }

    private async Task ReadAsync() => waiting = await service.WaitingAsync(region, CancellationToken.None);
}
