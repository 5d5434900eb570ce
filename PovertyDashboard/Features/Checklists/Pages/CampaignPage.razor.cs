using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>One campaign: its villages and their households with the state of each check (活动名单), live.</summary>
public sealed partial class CampaignPage : ComponentBase, IDisposable
{
    private const string Everyone = "全部";
    private static readonly string[] States = [Everyone, HouseholdProgress.Unchecked, HouseholdProgress.Going, HouseholdProgress.Finished];

    private readonly CampaignReader reader;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private Campaign? campaign;
    private CampaignProgress? progress;
    private IReadOnlyList<HouseholdProgress> households = [];
    private string shown = Everyone;
    private bool isMissing;
    private string asOf = "";

    public CampaignPage(CampaignReader reader, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.reader, this.regions, this.user, this.clock) = (reader, regions, user, clock);
        live = new LiveReload(feed, ["checks", "campaigns", "households"], () => InvokeAsync(FollowAsync));
    }

    [Parameter]
    public long CampaignId { get; set; }

    [SupplyParameterFromQuery(Name = "village")]
    private long? Asked { get; set; }

    /// <summary>The chosen village; a place with one village needs no choosing.</summary>
    private long? Village => Asked ?? (progress is { Villages.Count: 1 } single ? single.Villages[0].Region : null);

    private bool MayTick => user.Identity.May(Act.Tick);

    private bool MayWrite => user.Identity.May(Act.Write);

    private string ScopeText =>
        $"{regions.Tree.NameOf(campaign!.Region)} · {campaign.StartsOn:yyyy-MM-dd} 至 {campaign.EndsOn:MM-dd} · {string.Join('、', campaign.FamilyList)} · {clock.Today:yyyy-MM-dd}";

    private IReadOnlyList<HouseholdProgress> Shown => shown == Everyone ? households : [.. households.Where(h => h.State == shown)];

    private HouseholdProgress? NextUnchecked =>
        households.FirstOrDefault(h => h.State == HouseholdProgress.Going) ?? households.FirstOrDefault(h => h.State == HouseholdProgress.Unchecked);

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            var found = await reader.FindAsync(CampaignId, live.Left);
            isMissing = found is null;
            if (found is null) return;
            progress = await reader.ProgressAsync(found, found.Region, live.Left);
            households = Village is { } village ? await reader.HouseholdsAsync(found, village, live.Left) : [];
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
            campaign = found;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private int CountOf(string state) => state == Everyone ? households.Count : households.Count(h => h.State == state);

    private string VillageHref(long village) => $"/checklists/{CampaignId}?village={village.ToString(CultureInfo.InvariantCulture)}";

    private string CheckHref(HouseholdProgress household) => $"/checklists/{CampaignId}/households/{household.Id}";
}
