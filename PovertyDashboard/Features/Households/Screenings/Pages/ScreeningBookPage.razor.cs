using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Screenings.Pages;

/// <summary>The book of screenings by village (摸排工作台账): covered and uncovered, failing by item; every number opens its list; live.</summary>
public sealed partial class ScreeningBookPage(
    ScreeningBook book, ScreeningDesk desk, RecheckDesk rechecks, LedgerCatalog catalog, RegionDirectory regions, SettingsDirectory settings, LiveFeed feed, CurrentUser user, Clock clock) : ComponentBase, IAsyncDisposable
{
    private const int DefaultMonths = 6;

    private static readonly IReadOnlyList<FigureColumn> Columns =
        [new("地区", IsNumber: false), new("省定贫困村", IsNumber: false), new("在册户"), new("已摸排"), new("未摸排"), new("覆盖率"), new("过期"), new("有未达标"), .. ScreeningItem.All.Select(i => new FigureColumn(i.Name))];

    private readonly CancellationTokenSource left = new();
    private IDisposable? subscription;
    private IReadOnlyList<ScreenedPlace>? places;
    private IReadOnlyList<ScreenedHousehold>? households;
    private ScreenedPlace? total;
    private long region;
    private long changes;
    private int waiting;
    private int months;
    private bool isMissing;
    private string asOf = "";

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    [SupplyParameterFromQuery(Name = "poor")]
    private string? Poor { get; set; }

    private bool OnlyPoor => Poor == "1" && HasPoor;

    private bool HasPoor => places?.Any(p => p.Node.IsPovertyVillage) == true;

    private IEnumerable<ScreenedPlace> Shown => OnlyPoor ? places!.Where(p => p.Node.IsPovertyVillage) : places!;

    private string ToggleHref => string.Create(CultureInfo.InvariantCulture, $"/screening?region={region}{(OnlyPoor ? "" : "&poor=1")}");

    private string ScopeText => total is null ? "" : $"{user.Identity.Scope.NameOf(region, regions.Tree)} · 数据截至 {ColumnText.Day(clock.Today)}";

    private IReadOnlyList<FigureCell> TotalRow => [new("合计"), "", .. FiguresOf(total!)];

    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        await left.CancelAsync();
        left.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) subscription = feed.Subscribe(batch => batch.Touches(ScreeningBook.Ledgers) ? InvokeAsync(FollowAsync) : Task.CompletedTask);
    }

    protected override Task OnParametersSetAsync()
    {
        region = Asked ?? user.Identity.Scope.HomeIn(regions.Tree) ?? regions.Tree.Nodes[0].Key;
        isMissing = PagePlace.IsMissing(region, user.Identity.Scope, regions.Tree);
        return isMissing ? Task.CompletedTask : ReadAsync();
    }

    private async Task FollowAsync()
    {
        changes++;
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            months = settings.Number(ScreeningMeasures.MonthsKey, clock.Today, DefaultMonths);
            total = await book.PlaceAsync(regions.Tree.Find(region)!, left.Token);
            places = await book.PlacesAsync(region, left.Token);
            households = RegionKey.LevelOf(region) == RegionLevel.Village ? await book.HouseholdsAsync(region, left.Token) : null;
            waiting = (await rechecks.WaitingAsync(region, ScreeningLedger.Key, left.Token)).Count;
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private IReadOnlyList<FigureCell> RowOf(ScreenedPlace place) => [new(place.Node.Name, PlaceHref(place.Node.Key)), PoorText(place.Node), .. FiguresOf(place)];

    private IEnumerable<FigureCell> FiguresOf(ScreenedPlace place)
    {
        var key = place.Node.Key;
        yield return new FigureCell(Count(place.Households), Href("households.all", key));
        yield return new FigureCell(Count(place.Screened), Href("households.screened", key));
        yield return new FigureCell(Count(place.Unscreened), Href("households.unscreened", key), IsBad: place.Unscreened > 0);
        yield return Rate(place.Screened, place.Households);
        yield return new FigureCell(Count(place.Stale), Href("households.screen-stale", key));
        yield return new FigureCell(Count(place.Failing), Href("screenings.failing", key), IsBad: place.Failing > 0);
        for (var i = 0; i < place.Failed.Count; i++) yield return new FigureCell(Count(place.Failed[i]), Href(ScreeningMeasures.FailedKey(ScreeningItem.All[i]), key), IsBad: place.Failed[i] > 0);
    }

    private static IEnumerable<(ScreeningItem Item, long Count)> FailedOf(ScreenedPlace place) => ScreeningItem.All.Select((item, i) => (item, place.Failed[i])).Where(f => f.Item2 > 0);

    private static string PoorText(RegionNode node) => !node.IsPovertyVillage ? "" : node.ExitedIn is { } year ? $"是，{year} 年退出" : "是";

    private static string StateOf(ScreenedHousehold home) => home.Newest is not { } newest ? "未摸排" : newest.FailedCount == 0 ? $"达标 {newest.ScreenedOn:MM-dd}" : $"未达标 {newest.FailedCount} 项";

    private static string ToneOf(ScreenedHousehold home) => home.Newest is not { } newest ? "verify" : newest.FailedCount == 0 ? "closed" : "overdue";

    private string Href(string measure, long place) => LedgerAddress.Page(catalog.Measure(measure)!.Ledger, new LedgerQuery { Region = place, Measure = measure });

    private static string Href(Ledger ledger, long place) => LedgerAddress.Page(ledger, new LedgerQuery { Region = place });

    private static string PlaceHref(long place) => string.Create(CultureInfo.InvariantCulture, $"/screening?region={place}");

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Rate(long part, long whole) => whole == 0 ? "" : ((decimal)part / whole).ToString("0.0%", CultureInfo.InvariantCulture);
}
