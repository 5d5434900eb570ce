using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Attachments;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Features.Works.Audits;
using PovertyDashboard.Features.Works.Lines;
using PovertyDashboard.Features.Works.Sites;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Works.Pages;

/// <summary>What was reported, verified, cut and added in each 社区, and the homes that wait for their audit (双提升审计); live, from measures.</summary>
public sealed partial class AuditsPage : ComponentBase, IDisposable
{
    private static readonly string[] Keys =
    [
        "work-lines.homes", "work-lines.homes-open", "work-lines.homes-done", "work-lines.home-rate", "work-lines.reported", "work-lines.verified", "work-lines.cut", "work-lines.added", "work-lines.cut-rate",
        WorkLineMeasures.DoubtfulKey, WorkLineMeasures.OverPriceKey,
    ];

    private static readonly IReadOnlyList<FigureColumn> Heads =
        [new("地区", IsNumber: false), new("申报户"), new("待定案"), new("申报合计"), new("核定合计"), new("核减合计"), new("核增合计"), new("核减率"), new("疑点明细"), new("定案率")];

    private readonly WorksReader reader;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private PlaceFigures? total;
    private IReadOnlyList<PlaceFigures> places = [];
    private IReadOnlyList<WaitingHome> homes = [];
    private long region;
    private bool isMissing;
    private string asOf = "";

    public AuditsPage(WorksReader reader, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.reader, this.regions, this.user, this.clock) = (reader, regions, user, clock);
        live = new LiveReload(feed, [WorkLineLedger.Key, AuditLedger.Key, WorkLedger.Key, nameof(Attachment)], () => InvokeAsync(FollowAsync));
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
            places = await reader.PlacesBelowAsync(region, "work-lines.homes", Keys, live.Left);
            homes = IsAbove ? [] : await reader.HomesAsync(region, live.Left);
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
        new FigureCell(regions.Tree.NameOf(place.Region), string.Create(CultureInfo.InvariantCulture, $"{AuditAddress.All}?region={place.Region}")),
        Cell(place, "work-lines.homes"), Cell(place, "work-lines.homes-open"),
        Money(place, "work-lines.reported"), Money(place, "work-lines.verified"),
        new FigureCell(Money(place, "work-lines.cut"), List("work-lines.cut-lines", place.Region)), new FigureCell(Money(place, "work-lines.added"), List("work-lines.added-lines", place.Region)),
        Percent(place.Figures["work-lines.cut-rate"]),
        Cell(place, WorkLineMeasures.DoubtfulKey),
        Rate(place),
    ];

    private static FigureCell Cell(PlaceFigures place, string key) => new(Number(place.Count(key)), List(key, place.Region));

    private string List(string measure) => List(measure, region);

    private static string List(string measure, long place) => string.Create(CultureInfo.InvariantCulture, $"/ledgers/{WorkLineLedger.Key}?region={place}&measure={measure}");

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Money(PlaceFigures place, string key) => WorkLineRules.Yuan(place.Sum(key));

    private static string Rate(PlaceFigures place) => Percent(place.Figures["work-lines.home-rate"]);

    /// <summary>A ratio's figure holds the part as count or sum, the whole beside it.</summary>
    private static string Percent(Figure ratio)
    {
        var part = ratio.Sum != 0 ? ratio.Sum : ratio.Count;
        return ratio.Whole == 0 ? "" : (100m * part / ratio.Whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";
    }
}
