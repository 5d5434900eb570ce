using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs.Pages;

/// <summary>The wage sheets of a place (工资表一览): of one month by township, of a township by month.</summary>
public sealed partial class WagesPage : ComponentBase, IDisposable
{
    private readonly WageReader reader;
    private readonly WageDesk desk;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly Snack snack;
    private readonly NavigationManager navigation;
    private readonly LiveReload live;
    private List<Row>? rows;
    private IReadOnlyList<string> leftOut = [];
    private bool busy;
    private bool isMissing;
    private long region;
    private int month;
    private string asOf = "";

    public WagesPage(WageReader reader, WageDesk desk, RegionDirectory regions, CurrentUser user, Clock clock, Snack snack, NavigationManager navigation, LiveFeed feed)
    {
        (this.reader, this.desk, this.regions, this.user, this.clock, this.snack, this.navigation) = (reader, desk, regions, user, clock, snack, navigation);
        live = new LiveReload(feed, [WageLedger.SheetsKey, WageLedger.Key, AttendanceLedger.Key], () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "region")]
    private long? AskedRegion { get; set; }

    [SupplyParameterFromQuery(Name = "month")]
    private string? AskedMonth { get; set; }

    private bool IsAbove => RegionKey.LevelOf(region) < RegionLevel.Township;

    private long Town => RegionKey.TownshipOf(region);

    private string ScopeText => $"公益岗 · {regions.Tree.NameOf(IsAbove ? region : Town)}";

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync()
    {
        var today = YearMonth.Of(clock.Today);
        region = AskedRegion ?? JobsPlace.HomeOf(user.Identity.Scope, regions.Tree);
        month = Math.Min(JobsPlace.MonthOf(AskedMonth) ?? today, today);
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
            var found = new List<Row>();
            if (IsAbove) found.AddRange((await reader.TownsAsync(region, month, live.Left)).SelectMany(t => RowsOf(t, month, regions.Tree.NameOf(t.Region))));
            else
            {
                foreach (var each in await reader.MonthsAsync(Town, live.Left))
                    found.AddRange((await reader.TownsAsync(Town, each, live.Left)).SelectMany(t => RowsOf(t, each, YearMonth.Words(each))));
            }

            rows = found;
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private static IEnumerable<Row> RowsOf(WageTown town, int month, string title)
    {
        if (town.Sheets.All(s => s.IsCorrection)) yield return new Row(title, town.Region, month, town.People, null);
        foreach (var sheet in town.Sheets) yield return new Row(title, town.Region, month, town.People, sheet);
    }

    private bool MayMake(Row row) => user.Identity.May(Act.Write) && user.Identity.Scope.Contains(row.Town) && YearMonth.Last(row.Month) <= clock.Today;

    private async Task MakeAsync(Row row)
    {
        busy = true;
        try
        {
            var outcome = await desk.MakeAsync(row.Town, row.Month, live.Left);
            leftOut = outcome.LeftOut;
            if (outcome.IsDone) navigation.NavigateTo(WageAddress.Of(row.Month, row.Town));
            else snack.Failed(outcome.Message);
        }
        finally
        {
            busy = false;
        }
    }

    private static string Verb(WageSheet sheet) => sheet.State switch { WageState.Pending => "审定", WageState.Draft => "打开", _ => "查看" };

    private static string Text(string text) => text.Length == 0 ? ColumnText.Empty : text;

    private sealed record Row(string Title, long Town, int Month, int People, WageSheet? Sheet);
}
