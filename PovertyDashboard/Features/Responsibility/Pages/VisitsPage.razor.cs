using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Pages;

/// <summary>Who has visited and who has not (走访情况), by place, helper and household, live; each figure opens its list.</summary>
public sealed partial class VisitsPage : ComponentBase, IDisposable
{
    private static readonly IReadOnlyList<FigureColumn>
        PlaceColumns = [new("地区", IsNumber: false), new("在册户"), new("未落实责任人"), new("已按期走访"), new("未按期走访"), new("走访率")],
        HelperColumns = [new("责任人", IsNumber: false), new("单位", IsNumber: false), new("电话", IsNumber: false), new("包户"), new("已走访"), new("未走访"), new("最近走访", IsNumber: false)];

    private readonly VisitReader reader;
    private readonly RegionDirectory regions;
    private readonly SettingsDirectory settings;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly TextSeal seal;
    private readonly LiveReload live;
    private PlaceVisits? total;
    private IReadOnlyList<PlaceVisits> places = [];
    private IReadOnlyList<HelperVisits> helpers = [];
    private IReadOnlyList<UnvisitedHousehold> open = [];
    private long region;
    private int period;
    private bool isMissing;
    private bool isHelper;
    private bool mine;
    private string asOf = "";

    public VisitsPage(VisitReader reader, RegionDirectory regions, SettingsDirectory settings, CurrentUser user, Clock clock, AddressTexts texts, LiveFeed feed)
    {
        (this.reader, this.regions, this.settings, this.user, this.clock) = (reader, regions, settings, user, clock);
        seal = new TextSeal(texts, AssignmentLedger.Ledger);
        live = new LiveReload(feed, [VisitLedger.Key, AssignmentLedger.Key, HouseholdLinks.LedgerKey], () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    private bool MayWrite => VisitLedger.Ledger.MayEdit(user.Identity);

    private bool IsAbove => RegionKey.LevelOf(region) < RegionLevel.Township;

    private string LevelWord => RegionKey.LevelOf(region) switch { RegionLevel.Township => "村", RegionLevel.County => "乡镇", _ => "县" };

    private string ScopeText => $"包联责任 · {user.Identity.Scope.NameOf(region, regions.Tree)} · 每 {period} 天至少走访一次 · {clock.Today:yyyy-MM-dd}";

    private IReadOnlyList<FigureCell> TotalRow => total is null ? [] : ["合计", Number(total.Households), Number(total.Uncovered), Number(total.Visited), Number(total.Unvisited), Rate(total, "%")];

    private IReadOnlyList<FigureCell> HelperTotal => ["合计", "", "", Number(helpers.Sum(h => h.Households)), Number(helpers.Sum(h => h.Visited)), Number(helpers.Sum(h => h.Unvisited)), ""];

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override async Task OnParametersSetAsync()
    {
        region = Asked ?? PagePlace.HomeOf(user.Identity.Scope, regions.Tree);
        isMissing = PagePlace.IsMissing(region, user.Identity.Scope, regions.Tree);
        period = settings.VisitPeriod(clock.Today);
        total = null;
        if (isMissing) return;
        // Who meets his own households alone has nothing to choose.
        isHelper = mine = user.Identity.Scope.Households is null && await reader.HelpsSomebodyAsync(live.Left);
        await ReadAsync();
    }

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ShowAsync(bool onlyMine)
    {
        mine = onlyMine;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            var found = await reader.PlaceAsync(region, live.Left);
            places = await reader.PlacesBelowAsync(region, live.Left);
            (helpers, open) = IsAbove ? ([], []) : (await reader.HelpersAsync(region, live.Left), await reader.UnvisitedAsync(region, mine ? user.Identity.Name : null, live.Left));
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
            total = found;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private IReadOnlyList<FigureCell> RowOf(PlaceVisits place) =>
    [
        new FigureCell(regions.Tree.NameOf(place.Region), string.Create(CultureInfo.InvariantCulture, $"{VisitAddress.Overview}?region={place.Region}")),
        new FigureCell(Number(place.Households), string.Create(CultureInfo.InvariantCulture, $"/ledgers/{HouseholdLinks.LedgerKey}?region={place.Region}&measure=households.all")),
        new FigureCell(Number(place.Uncovered), Households("households.uncovered", place.Region), place.Uncovered > 0),
        new FigureCell(Number(place.Visited), Households("households.visited", place.Region)),
        new FigureCell(Number(place.Unvisited), Households(VisitSettings.UnvisitedKey, place.Region)),
        Rate(place, "%"),
    ];

    private IReadOnlyList<FigureCell> RowOf(HelperVisits helper) =>
    [
        new FigureCell(helper.Helper), helper.Unit, helper.Phone,
        new FigureCell(Number(helper.Households), Assignments("assignments.household", helper)),
        new FigureCell(Number(helper.Visited), Assignments("assignments.visited", helper)),
        new FigureCell(Number(helper.Unvisited), Assignments("assignments.unvisited", helper), helper.Unvisited > 0),
        helper.LastOn is { } day ? ColumnText.Day(day) : "",
    ];

    /// <summary>The helper's own households: the list has as many rows as the figure.</summary>
    private string Assignments(string measure, HelperVisits helper)
    {
        var query = new LedgerQuery
        {
            Region = region,
            Measure = measure,
            Seal = seal,
            Filters = [new ColumnFilter(AssignmentLedger.Helper.Key, helper.Helper), new ColumnFilter(AssignmentLedger.Unit.Key, helper.Unit.Length > 0 ? helper.Unit : "空")],
        };
        return $"/ledgers/{AssignmentLedger.Key}{query.ToQueryString()}";
    }

    private static string Households(string measure, long place) => string.Create(CultureInfo.InvariantCulture, $"/ledgers/{HouseholdLinks.LedgerKey}?region={place}&measure={measure}");

    private string LastWords(DateOnly? day) => day is { } on ? $"{on:MM-dd} 走访，已过 {clock.Today.DayNumber - on.DayNumber} 天" : "还没有走访";

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Rate(PlaceVisits place, string unit = "") => place.VisitedPermille is { } permille ? (permille / 10m).ToString("0.0", CultureInfo.InvariantCulture) + unit : "";
}
