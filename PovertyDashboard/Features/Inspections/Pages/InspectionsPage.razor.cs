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

/// <summary>The inspections of a place (督查检查): figures with their targets, and every plan with its progress; live.</summary>
public sealed partial class InspectionsPage : ComponentBase, IDisposable
{
    private static readonly IReadOnlyList<FigureColumn> Columns =
    [
        new("督查名称", IsNumber: false), new("类型", IsNumber: false), new("组织单位", IsNumber: false), new("起止", IsNumber: false), new("进度", IsNumber: false),
        new("应访户"), new("已访户"), new("完成率"), new("替换"), new("发现问题"), new("未销号"),
    ];

    private readonly PlanReader reader;
    private readonly InspectionFigures figures;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private IReadOnlyList<PlanProgress>? plans;
    private IReadOnlyList<InspectionTile> tiles = [];
    private long region;
    private bool isMissing;
    private string asOf = "";

    public InspectionsPage(PlanReader reader, InspectionFigures figures, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.reader, this.figures, this.regions, this.user, this.clock) = (reader, figures, regions, user, clock);
        live = new LiveReload(feed, PlanReader.Ledgers, () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    private bool MayPlan => InspectionLedger.Ledger.MayEdit(user.Identity);

    private string ScopeText => plans is null ? "" : $"{user.Identity.Scope.NameOf(region, regions.Tree)} · 数据截至 {ColumnText.Day(clock.Today)}";

    private IReadOnlyList<FigureCell> TotalRow =>
    [
        "合计", "", "", "", "", Count(plans!.Sum(p => p.Called)), Count(plans!.Sum(p => p.Visited)), Rate(plans!.Sum(p => p.Visited), plans!.Sum(p => p.Called)), Count(plans!.Sum(p => p.Replaced)),
        Count(plans!.Sum(p => p.Findings)), Count(plans!.Sum(p => p.Open)),
    ];

    public void Dispose() => live.Dispose();

    /// <summary>2020-08-03 至 08-28.</summary>
    internal static string PeriodOf(Inspection plan) => $"{ColumnText.Day(plan.StartsOn)} 至 {(plan.StartsOn.Year == plan.EndsOn.Year ? plan.EndsOn.ToString("MM-dd", CultureInfo.InvariantCulture) : ColumnText.Day(plan.EndsOn))}";

    internal static string Rate(int part, int whole) => whole == 0 ? "" : ((decimal)part / whole * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

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
            tiles = await figures.TilesAsync(region, live.Left);
            plans = await reader.ListAsync(region, live.Left);
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private IReadOnlyList<FigureCell> RowOf(PlanProgress one) =>
    [
        new FigureCell(one.Plan.Title, InspectionAddress.Of(one.Plan.Id)), one.Plan.Kind, one.Plan.Organiser, PeriodOf(one.Plan), InspectionRules.Progress(one.Plan, clock.Today),
        new FigureCell(Count(one.Called), ListOf(SampleLedger.Ledger, one, "samples.called")), new FigureCell(Count(one.Visited), ListOf(SampleLedger.Ledger, one, "samples.visited")), Rate(one.Visited, one.Called),
        new FigureCell(Count(one.Replaced), ListOf(SampleLedger.Ledger, one, "samples.replaced")), new FigureCell(Count(one.Findings), ListOf(FindingLedger.Ledger, one, "findings.all")),
        new FigureCell(Count(one.Open), ListOf(FindingLedger.Ledger, one, "findings.open"), one.Open > 0),
    ];

    private string ListOf(Ledger ledger) => LedgerAddress.Page(ledger, new LedgerQuery { Region = region });

    /// <summary>The list behind a figure of one plan.</summary>
    internal static string ListOf(Ledger ledger, PlanProgress one, string? measure = null) => LedgerAddress.Page(
        ledger,
        new LedgerQuery { Region = one.Plan.Region, Measure = measure, Filters = [new ColumnFilter(nameof(ISurveyRow.Plan), one.Plan.Title), new ColumnFilter(nameof(ISurveyRow.PlanDate), ColumnText.Day(one.Plan.StartsOn))] });

    private static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
