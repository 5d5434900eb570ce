using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;
using PovertyDashboard.Components.Layout;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Components.Pages;

/// <summary>The one page of every ledger (台账页): what it shows is what its address says, and it follows every save.</summary>
public sealed partial class LedgerPage(
    LedgerCatalog catalog, LedgerPageReader reader, LedgerRowDialogs rowDialogs, BrowserSettings browser, LiveFeed feed, RegionDirectory regions, CurrentUser user, Clock clock, AddressTexts texts,
    IEnumerable<LedgerPresentation> presentations, IDialogService dialogs, NavigationManager navigation, IJSRuntime js, TimeProvider time, ILogger<LedgerPage> log) : ComponentBase, IAsyncDisposable
{
    private const string NotFoundText = "地址可能写错，或者它不在您的管辖范围内。请从菜单或搜索打开。";
    private static readonly TimeSpan Tint = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource left = new();
    private readonly Dictionary<long, LedgerRow> selected = [];
    private CancellationTokenSource? reading;
    private IDisposable? subscription;
    private IJSObjectReference? module;
    private Ledger? ledger;
    private LedgerPresentation? presentation;
    private LedgerQuery query = new();
    private LedgerView? view;
    private LedgerPageData? data;
    private LedgerSettings settings = new();
    private IReadOnlyList<Column> visible = [];
    private HashSet<(long Row, string Column)> changed = [];
    private LedgerRow? deleted;
    private string? missing;
    private string? notice;
    private string? faultId;
    private string shownUri = "";
    private long changes;

    [Parameter]
    public string Key { get; set; } = "";

    private bool MayList => ledger is null || user.Identity.MayList(ledger);

    private long Counted => data!.Figures.GetValueOrDefault(reader.CountedBy(ledger!, query).Key).Count;

    public async ValueTask DisposeAsync()
    {
        navigation.LocationChanged -= OnLocationChanged;
        subscription?.Dispose();
        await left.CancelAsync();
        left.Dispose();
        reading?.Dispose();
        try
        {
            if (module is not null) await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone and its module with it.
        }
    }

    protected override void OnInitialized()
    {
        navigation.LocationChanged += OnLocationChanged;
        if (RendererInfo.IsInteractive) subscription = feed.Subscribe(batch => InvokeAsync(() => FollowAsync(batch)));
    }

    protected override Task OnParametersSetAsync() => ShowAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        module = await js.InvokeAsync<IJSObjectReference>("import", left.Token, "./js/ledger.js");
        if (ledger is null) return;
        await UseAsync(await browser.ReadAsync(ledger, left.Token));
        StateHasChanged();
        await ShowRowAsync();
    }

    // Only the query changes while this page stays: the router does not tell it.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (new Uri(e.Location).AbsolutePath.Equals($"/ledgers/{Key}", StringComparison.OrdinalIgnoreCase))
            _ = InvokeAsync(() => WatchedAsync(async () =>
            {
                await ShowAsync();
                StateHasChanged();
            }));
    }

    /// <summary>Work that nobody awaits: what fails goes to the page's error boundary.</summary>
    private async Task WatchedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The page was left meanwhile.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    private async Task ShowAsync()
    {
        if (navigation.Uri == shownUri) return;
        shownUri = navigation.Uri;
        var found = catalog.Ledger(Key);
        var asked = LedgerQuery.Parse(new Uri(shownUri).Query, found is null ? null : new TextSeal(texts, found));
        if (found != ledger)
        {
            ledger = found;
            data = null;
            if (found is not null && RendererInfo.IsInteractive && module is not null) await UseAsync(await browser.ReadAsync(found, left.Token));
        }

        missing = WhyMissing(found, asked);
        if (missing is not null || ledger is null) return;
        asked = asked.AllowedTo(ledger, user.Identity);
        if (ConditionsOf(asked) != ConditionsOf(query)) selected.Clear();
        (query, notice, deleted, changed) = (asked, null, null, []);
        presentation = presentations.FirstOrDefault(p => p.Ledger == ledger.Key);
        view = new LedgerView(ledger, query, clock.Today, user.Identity, OpenAsync, EditAsync, DeleteAsync, () => ReloadAsync(keepSelection: false));
        await ReadAsync();
        if (module is not null) await ShowRowAsync();
    }

    private string? WhyMissing(Ledger? found, LedgerQuery asked)
    {
        if (found is null) return "没有这个台账";
        if (!user.Identity.MayList(found)) return found.IsHealth() ? "您的账号不看健康数据" : "您的账号不看这个台账";
        if (asked.Measure is { } key && !(catalog.Measure(key) is { } measure && measure.Ledger == found && user.Identity.MayRead(measure, catalog))) return "没有这个指标";
        return asked.Region is { } region && (regions.Tree.Find(region) is null || !user.Identity.Scope.Touches(region)) ? "没有这个地区" : null;
    }

    private static string ConditionsOf(LedgerQuery query) => (query with { Sort = "" }).ToQueryString(withPage: false);

    private async Task ReadAsync()
    {
        if (reading is not null) await reading.CancelAsync();
        reading?.Dispose();
        reading = CancellationTokenSource.CreateLinkedTokenSource(left.Token);
        try
        {
            var found = await reader.ReadAsync(ledger!, query, reading.Token);
            (data, faultId) = (found, null);
            visible = settings.Visible(found.Columns, LevelShown);
        }
        catch (OperationCanceledException)
        {
            // A newer question was asked, or the page was left.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            faultId = PageErrorBoundary.NewId();
            log.LogError(fault, "Ledger {Ledger} could not be read: {ErrorId}", Key, faultId);
        }

        // The last row of the last page is gone: its page no longer exists.
        if (data is { Page: { Rows.Count: 0, Total: > 0 } } && query.Cursor.Length > 0) navigation.NavigateTo(LedgerAddress.Page(ledger!, query with { Cursor = "" }), replace: true);
    }

    private RegionLevel LevelShown => RegionKey.LevelOf(reader.RegionOf(query));

    private async Task ReloadAsync(bool keepSelection)
    {
        if (!keepSelection) selected.Clear();
        await ReadAsync();
        StateHasChanged();
    }

    private Task UseAsync(LedgerSettings kept)
    {
        settings = kept;
        if (data is not null) visible = settings.Visible(data.Columns, LevelShown);
        return Task.CompletedTask;
    }

    private async Task KeepAsync(LedgerSettings chosen)
    {
        await UseAsync(chosen);
        await browser.WriteAsync(ledger!, chosen, left.Token);
    }

    private void Sort(string sort) => navigation.NavigateTo(LedgerAddress.Page(ledger!, query with { Sort = sort, Cursor = "" }));

    private void Resize(int size) => navigation.NavigateTo(LedgerAddress.Page(ledger!, query with { Size = size, Cursor = "" }));

    private void Select((IReadOnlyList<LedgerRow> Rows, bool On) choice)
    {
        foreach (var row in choice.Rows)
            if (choice.On) selected[row.Id] = row;
            else selected.Remove(row.Id);
    }
}
