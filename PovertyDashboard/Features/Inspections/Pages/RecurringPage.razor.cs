using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Components.Shared.Places;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections.Pages;

/// <summary>Kinds of problem that recur, by village and month (倾向性、苗头性问题); behind each figure stands its list; live.</summary>
public sealed partial class RecurringPage : ComponentBase, IDisposable
{
    private readonly RecurringReader kinds;
    private readonly PlanReader reader;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private RecurringSheet? sheet;
    private long region;
    private bool isMissing;
    private string asOf = "";

    public RecurringPage(RecurringReader kinds, PlanReader reader, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.kinds, this.reader, this.regions, this.user, this.clock) = (kinds, reader, regions, user, clock);
        live = new LiveReload(feed, PlanReader.Ledgers, () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    private string ScopeText => sheet is null ? "" : $"{user.Identity.Scope.NameOf(region, regions.Tree)} · {ColumnText.Day(sheet.From)} 至 {ColumnText.Day(sheet.Until)}";

    private IEnumerable<RecurringKind> Recurring => sheet!.Kinds.Where(k => k.IsRecurring);

    private IReadOnlyList<long> Villages => [.. sheet!.Kinds.SelectMany(k => k.Counts).GroupBy(c => c.Village).OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key).Select(g => g.Key)];

    private IReadOnlyList<FigureColumn> MonthColumns => [new("问题种类", IsNumber: false), .. sheet!.Months.Select(m => new FigureColumn($"{m / 100}-{m % 100:00}")), new("合计"), new("村数"), new("判断", IsNumber: false)];

    private IReadOnlyList<FigureColumn> VillageColumns => [new("问题种类", IsNumber: false), .. Villages.Select(v => new FigureColumn(regions.Tree.NameOf(v))), new("合计")];

    private IReadOnlyList<FigureCell> MonthTotal => ["合计", .. sheet!.Months.Select(m => new FigureCell(Count(sheet.Kinds.Sum(k => k.In(m))), ListOf("", region, m))), new FigureCell(Count(sheet.Kinds.Sum(k => k.Total)), ListOf("", region)), Count(Villages.Count), ""];

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync()
    {
        region = Asked ?? PagePlace.HomeOf(user.Identity.Scope, regions.Tree);
        isMissing = PagePlace.IsMissing(region, user.Identity.Scope, regions.Tree);
        return isMissing || !reader.MayRead ? Task.CompletedTask : ReadAsync();
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
            sheet = await kinds.ReadAsync(region, live.Left);
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private IReadOnlyList<FigureCell> RowOf(RecurringKind kind) =>
    [
        kind.Kind, .. sheet!.Months.Select(m => new FigureCell(Count(kind.In(m)), kind.In(m) == 0 ? null : ListOf(kind.Kind, region, m))), new FigureCell(Count(kind.Total), ListOf(kind.Kind, region)), Count(kind.Villages.Count),
        string.Join("、", new[] { kind.IsTendency ? "倾向性" : "", kind.IsSign ? "苗头性" : "" }.Where(w => w.Length > 0)),
    ];

    private IReadOnlyList<FigureCell> VillageRowOf(RecurringKind kind) =>
        [kind.Kind, .. Villages.Select(v => new FigureCell(Count(kind.At(v)), kind.At(v) == 0 ? null : ListOf(kind.Kind, v), kind.At(v) >= sheet!.Limits.Times)), new FigureCell(Count(kind.Total), ListOf(kind.Kind, region))];

    /// <summary>The findings of the kind in the place, in the whole time or in one month.</summary>
    private string ListOf(string kind, long place, int? month = null)
    {
        var (from, until) = month is { } m ? (new DateOnly(m / 100, m % 100, 1), new DateOnly(m / 100, m % 100, 1).AddMonths(1).AddDays(-1)) : (sheet!.From, sheet.Until);
        if (until > sheet!.Until) until = sheet.Until;
        var days = new ColumnFilter(nameof(InspectionFinding.FoundOn), $"{ColumnText.Day(from)}..{ColumnText.Day(until)}");
        return LedgerAddress.Page(FindingLedger.Ledger, new LedgerQuery { Region = place, Filters = kind.Length == 0 ? [days] : [new ColumnFilter(nameof(InspectionFinding.Kind), kind), days] });
    }

    private static string Count(int count) => count == 0 ? "" : count.ToString("#,0", CultureInfo.InvariantCulture);
}
