using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>How far the works of each 社区 have come (改造提升进度), and each batch that is built in one go; live, from measures.</summary>
public sealed partial class WorksProgressPage : ComponentBase, IDisposable
{
    private static readonly string[] Keys =
        ["works.all", "works.planned", "works.underway", "works.done", "works.late", "works.done-rate", "works.path-planned", "works.path", "works.water-planned", "works.water"];

    private static readonly IReadOnlyList<FigureColumn> Heads =
        [new("地区", IsNumber: false), new("改造项目"), new("未开工"), new("施工中"), new("已完工"), new("完工率"), new("小路建成/计划（米）"), new("小水楼建成/计划（座）"), new("逾期")];

    private readonly WorksReader reader;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private PlaceFigures? total;
    private IReadOnlyList<PlaceFigures> places = [];
    private IReadOnlyList<BatchProgress> batches = [];
    private long region;
    private bool isMissing;
    private string asOf = "";

    public WorksProgressPage(WorksReader reader, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.reader, this.regions, this.user, this.clock) = (reader, regions, user, clock);
        live = new LiveReload(feed, [WorkLedger.Key, WorkLedger.BatchesKey], () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    private bool IsAbove => RegionKey.LevelOf(region) < RegionLevel.Township;

    private string ScopeText => $"村容与整改 · {user.Identity.Scope.NameOf(region, regions.Tree)} · {clock.Today:yyyy-MM-dd}";

    private IReadOnlyList<FigureCell> TotalRow => total is null ? [] : ["合计", .. RowOf(total).Skip(1)];

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync()
    {
        region = Asked ?? PagePlace.HomeOf(user.Identity.Scope, regions.Tree);
        isMissing = PagePlace.IsMissing(region, user.Identity.Scope, regions.Tree);
        total = null;
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
            var found = await reader.PlaceAsync(region, Keys, live.Left);
            places = await reader.PlacesBelowAsync(region, "works.all", Keys, live.Left);
            batches = IsAbove ? [] : await reader.BatchesAsync(region, live.Left);
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
            total = found;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private IReadOnlyList<FigureCell> RowOf(PlaceFigures place) =>
    [
        new FigureCell(regions.Tree.NameOf(place.Region), string.Create(CultureInfo.InvariantCulture, $"{WorkAddress.All}?region={place.Region}")),
        Cell(place, "works.all"), Cell(place, "works.planned"), Cell(place, "works.underway"), Cell(place, "works.done"),
        place.Count("works.all") == 0 ? "" : (100m * place.Count("works.done") / place.Count("works.all")).ToString("0.0", CultureInfo.InvariantCulture) + "%",
        new FigureCell($"{Metres(place, "works.path")} / {Metres(place, "works.path-planned")}", List("works.path-planned", place.Region)),
        new FigureCell($"{Number(place.Sum("works.water"))} / {Number(place.Sum("works.water-planned"))}", List("works.water-planned", place.Region)),
        new FigureCell(Number(place.Count("works.late")), List("works.late", place.Region), place.Count("works.late") > 0),
    ];

    private static FigureCell Cell(PlaceFigures place, string key) => new(Number(place.Count(key)), List(key, place.Region));

    private static string Batch(BatchProgress batch)
    {
        var query = new LedgerQuery { Region = batch.Batch.Region, Filters = [new ColumnFilter(WorkLedger.Batch.Key, batch.Batch.Name)] };
        return $"/ledgers/{WorkLedger.Key}{query.ToQueryString()}";
    }

    private static string List(string measure, long place) => string.Create(CultureInfo.InvariantCulture, $"/ledgers/{WorkLedger.Key}?region={place}&measure={measure}");

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Metres(PlaceFigures place, string key) => ColumnText.Scaled(place.Sum(key), 1);
}
