using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.FilePage;

/// <summary>The file of one household (一户一档): itself, its members, its income and every ledger row that names it.</summary>
public sealed partial class HouseholdFilePage(
    HouseholdFileReader reader, LedgerRowDialogs dialogs, IDialogService asking, LedgerCatalog catalog, LiveFeed feed, RegionDirectory regions, CurrentUser user, Clock clock,
    IEnumerable<LedgerPresentation> presentations, NavigationManager navigation, IJSRuntime js, ILogger<HouseholdFilePage> log) : ComponentBase, IAsyncDisposable
{
    private const string OverviewTab = "overview", MembersTab = "members", IncomeTab = "income";
    private static readonly int[] SkeletonWidths = [30, 70, 62, 48, 80, 56];
    private readonly CancellationTokenSource left = new();
    private IDisposable? subscription;
    private FileAnswer? answer;
    private (LedgerView View, IReadOnlyList<Column> Columns, IReadOnlyList<LedgerRow> Rows)? linked;
    private string tab = OverviewTab;
    private string? fault;
    private long shown;

    [Parameter]
    public long Id { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    private string? Asked { get; set; }

    private IEnumerable<RegionNode> Path => regions.Tree.PathOf(answer!.File!.Household.Region).Where(n => n.Level >= RegionLevel.Township && user.Identity.Scope.Contains(n.Key));

    private IEnumerable<(string Key, string Title, int? Count)> Tabs =>
    [
        (OverviewTab, "概况", null), (MembersTab, "成员", answer!.File!.Members.Count), (IncomeTab, "收入", null),
        .. answer.File.Linked.Select(l => (l.Ledger.Key, LinkedRows.ShortTitle(l.Ledger), (int?)l.Count)),
    ];

    private LedgerView View => ViewOf(HouseholdLedger.Ledger);

    private LedgerView MemberView => ViewOf(MemberLedger.Ledger);

    private static IReadOnlyList<Column> MemberFacts { get; } = [.. MemberLedger.Ledger.Columns.Where(c => c.Place is null && c.Group != MemberLedger.HeadGroup && c.Kind != ColumnKind.HouseholdNumber)];

    public async ValueTask DisposeAsync()
    {
        subscription?.Dispose();
        await left.CancelAsync();
        left.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) subscription = feed.Subscribe(batch => InvokeAsync(() => FollowAsync(batch)));
    }

    protected override async Task OnParametersSetAsync()
    {
        if (shown != Id) answer = null;
        shown = Id;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            fault = null;
            answer = await reader.ReadAsync(Id, left.Token);
            await ReadTabAsync();
        }
        catch (OperationCanceledException)
        {
            // The page has been left.
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            fault = Guid.NewGuid().ToString("N")[..8];
            log.LogError(error, "The household file could not be read ({FaultId}).", fault);
        }
    }

    private async Task ReadTabAsync()
    {
        (tab, linked) = (OverviewTab, null);
        if (answer?.File is not { } file || Asked is null) return;
        if (Asked is MembersTab or IncomeTab) tab = Asked;
        else if (file.Linked.FirstOrDefault(l => l.Ledger.Key == Asked)?.Ledger is { } ledger)
        {
            var (columns, rows) = await reader.RowsAsync(ledger, file.Household, left.Token);
            (tab, linked) = (Asked, (ViewOf(ledger), columns, rows));
        }
    }

    /// <summary>Reads again when somebody saves what this page shows.</summary>
    private async Task FollowAsync(LiveBatch batch)
    {
        if (left.IsCancellationRequested || answer?.File is not { } file) return;
        var watched = LinkedRows.LedgersOf(catalog, user.Identity).Select(l => l.Key).Append(HouseholdLedger.Key).Append(MemberLedger.Key);
        if (!watched.Any(key => batch.Changes.TryGetValue(key, out var touched) && touched.Contains(file.Household.Region))) return;
        await ReadAsync();
        StateHasChanged();
    }

    private Task ExportAsync() => ExportDialog.OpenAsync(asking, View, "导出这一户的档案", reason => HouseholdWorkbook.Href(Id, reason));

    private Task EditAsync() => OpenAsync(answer!.File!.Household, View);

    private Task EditMemberAsync(Member member) => OpenAsync(member, MemberView);

    private Task AddMemberAsync()
    {
        var household = answer!.File!.Household;
        return OpenAsync(new Member { Household = household, HouseholdId = household.Id, Region = household.Region, Year = household.Year, Standard = household.Standard }, MemberView);
    }

    private async Task OpenAsync(LedgerRow row, LedgerView view)
    {
        if (await dialogs.OpenAsync(row, view, presentation: null)) await ReadAsync();
    }

    private async Task RestoreAsync(Household household)
    {
        if (await dialogs.RestoreAsync(household, View, left.Token)) await ReadAsync();
    }

    private async Task PrintAsync() => await js.InvokeVoidAsync("print", left.Token);

    private LedgerView ViewOf(Ledger ledger) => new(
        ledger, new LedgerQuery { Region = answer?.File?.Household.Region ?? answer?.Deleted?.Region }, clock.Today, user.Identity,
        OpenAsync: row => OpenInDialogAsync(ledger, row), EditAsync: row => OpenInDialogAsync(ledger, row),
        DeleteAsync: async row =>
        {
            if (await dialogs.DeleteAsync(row, ViewOf(ledger), left.Token)) await ReloadAsync();
        },
        ReloadAsync: ReloadAsync);

    private Task OpenInDialogAsync(Ledger ledger, LedgerRow row)
    {
        navigation.NavigateTo(LedgerAddress.Edit(ledger, new LedgerQuery(), row));
        return Task.CompletedTask;
    }

    private async Task ReloadAsync()
    {
        await ReadAsync();
        await InvokeAsync(StateHasChanged);
    }

    /// <summary>What the ledger's room adds above its rows, such as values over time.</summary>
    private Type? PartOf(string key) => presentations.FirstOrDefault(p => p.Ledger == key)?.HouseholdPart;

    private static IReadOnlyList<Column> Group(string title) => [.. HouseholdLedger.Ledger.Columns.Where(c => c.Group == title)];

    private static string Href(long id) => string.Create(CultureInfo.InvariantCulture, $"/households/{id}");

    private string TabHref(string key) => key == OverviewTab ? Href(Id) : $"{Href(Id)}?tab={key}";

    private static string ListHref(long region) => string.Create(CultureInfo.InvariantCulture, $"/ledgers/{HouseholdLedger.Key}?region={region}");

    private string NameOf(long region) => regions.Tree.NameOf(region);

    private static string DateText(DateOnly day) => day.ToString("yyyy 年 M 月 d 日", CultureInfo.InvariantCulture);
}
