using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Features.Checklists.Month;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>The villages of a campaign ranked day by day (每日排名), live.</summary>
public sealed partial class RankingPage : ComponentBase, IDisposable
{
    private static readonly IReadOnlyList<FigureColumn> Columns =
        [new("名次"), new("较前一日", IsNumber: false), new("村", IsNumber: false), new("当日新检（户）"), new("已检（户）"), new("应检（户）"), new("检查率"), new("得分率"), new("有不达标（户次）")];

    private readonly CampaignReader reader;
    private readonly RegionDirectory regions;
    private readonly Clock clock;
    private readonly LiveReload live;
    private Campaign? campaign;
    private IReadOnlyList<RankedVillage>? ranking;
    private DateOnly day;
    private bool isMissing;

    public RankingPage(CampaignReader reader, RegionDirectory regions, Clock clock, LiveFeed feed)
    {
        (this.reader, this.regions, this.clock) = (reader, regions, clock);
        live = new LiveReload(feed, ["checks", "campaigns", "households"], () => InvokeAsync(FollowAsync));
    }

    [Parameter]
    public long CampaignId { get; set; }

    [SupplyParameterFromQuery(Name = "day")]
    private string? Asked { get; set; }

    private DateOnly LastDay => campaign!.EndsOn < clock.Today ? campaign.EndsOn : clock.Today;

    private string ScopeText => campaign is null ? "" : $"{regions.Tree.NameOf(campaign.Region)} · {campaign.Title} · {day:yyyy-MM-dd}";

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
            campaign = found;
            day = DateOnly.TryParseExact(Asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : LastDay;
            day = day < found.StartsOn ? found.StartsOn : day > LastDay ? LastDay : day;
            var now = await reader.ProgressAsync(found, found.Region, day, live.Left);
            var before = day > found.StartsOn ? await reader.ProgressAsync(found, found.Region, day.AddDays(-1), live.Left) : null;
            ranking = VillageRanking.Of(now.Villages, before?.Villages);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private IReadOnlyList<FigureCell> RowOf(RankedVillage row) =>
    [
        new($"{row.Place}"),
        new(row.Moved switch { null or 0 => "持平", > 0 => $"↑ {row.Moved}", _ => $"↓ {-row.Moved}" }, IsBad: row.Moved < 0),
        new(regions.Tree.NameOf(row.Village.Region), $"/checklists/{CampaignId}?village={row.Village.Region}"),
        new($"{row.Today}"),
        new($"{row.Village.Checked}"),
        new($"{row.Village.Households}"),
        new(ScoreWords.Of(row.Village.CheckedPermille)),
        new(ScoreWords.Of(row.Village.ScorePermille)),
        new($"{row.Village.Failed}"),
    ];

    private string DayHref(int step) => $"/checklists/{CampaignId}/ranking?day={day.AddDays(step):yyyy-MM-dd}";
}
