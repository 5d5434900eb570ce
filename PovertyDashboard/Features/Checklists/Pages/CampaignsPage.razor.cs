using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>The campaigns of a place with their progress, score and checks by day (规范提升活动), live.</summary>
public sealed partial class CampaignsPage : ComponentBase, IDisposable
{
    private static readonly IReadOnlyList<FigureColumn> Columns =
        [new("活动", IsNumber: false), new("地区", IsNumber: false), new("起止", IsNumber: false), new("应检户"), new("已检户"), new("检查率"), new("得分率"), new("有不达标")];

    private readonly CampaignReader reader;
    private readonly RecheckDesk rechecks;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private List<CampaignProgress>? campaigns;
    private IReadOnlyList<Recheck> waiting = [];
    private int overdue;
    private long region;
    private bool isMissing;
    private string asOf = "";

    public CampaignsPage(CampaignReader reader, RecheckDesk rechecks, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.reader, this.rechecks, this.regions, this.user, this.clock) = (reader, rechecks, regions, user, clock);
        live = new LiveReload(feed, ["checks", "campaigns", "rechecks", "households"], () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    private bool MayWrite => user.Identity.May(Act.Write);

    private string ScopeText => campaigns is null ? "" : $"{user.Identity.Scope.NameOf(region, regions.Tree)} · {campaigns.Count} 个活动 · {clock.Today:yyyy-MM-dd}";

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync()
    {
        region = Asked ?? user.Identity.Scope.HomeIn(regions.Tree) ?? regions.Tree.Nodes[0].Key;
        isMissing = PagePlace.IsMissing(region, user.Identity.Scope, regions.Tree);
        return isMissing ? Task.CompletedTask : ReadAsync();
    }

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            var found = new List<CampaignProgress>();
            foreach (var campaign in await reader.ListAsync(region, live.Left)) found.Add(await reader.ProgressAsync(campaign, region, live.Left));
            waiting = await rechecks.WaitingAsync(region, CheckLedger.Ledger.Key, live.Left);
            overdue = waiting.Count(r => r.DueOn < clock.Today);
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
            campaigns = found;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private IReadOnlyList<FigureCell> RowOf(CampaignProgress progress)
    {
        var (campaign, total) = (progress.Campaign, progress.Total);
        return
        [
            new FigureCell(campaign.Title, $"/checklists/{campaign.Id}"),
            regions.Tree.NameOf(campaign.Region),
            $"{campaign.StartsOn:yyyy-MM-dd} 至 {campaign.EndsOn:yyyy-MM-dd}",
            Number(total.Households),
            Number(total.Checked),
            ScoreWords.Of(total.CheckedPermille),
            ScoreWords.Of(total.ScorePermille),
            Number(total.Failed),
        ];
    }

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
