using Microsoft.AspNetCore.Components;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Components.Pages;

/// <summary>The second looks that wait in a place, the most urgent first (待复查), of every ledger or of the asked one.</summary>
public sealed partial class RechecksPage(RecheckDesk desk, RegionDirectory regions, CurrentUser user) : ComponentBase
{
    private IReadOnlyList<Recheck>? waiting;
    private long region;

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    /// <summary>Key of the ledger whose findings are to be looked at again.</summary>
    [SupplyParameterFromQuery(Name = "ledger")]
    private string? Origin { get; set; }

    private string ScopeText => waiting is null ? "" : $"{user.Identity.Scope.NameOf(region, regions.Tree)} · {waiting.Count} 项{(waiting.Count == RecheckDesk.Most ? "（先办完这些）" : "")}";

    protected override Task OnParametersSetAsync()
    {
        region = Asked ?? user.Identity.Scope.HomeIn(regions.Tree) ?? regions.Tree.Nodes[0].Key;
        return ReadAsync();
    }

    private async Task ReadAsync() => waiting = await desk.WaitingAsync(region, Origin ?? "", CancellationToken.None);
}
