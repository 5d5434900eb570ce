using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Projects.Pages;

/// <summary>The projects of a place for its leader (项目总览): figures, income by month, every project; live.</summary>
public sealed partial class ProjectsPage : ComponentBase, IDisposable
{
    private static readonly IReadOnlyList<FigureColumn>
        Columns = [new("项目", IsNumber: false), new("类型", IsNumber: false), new("地区", IsNumber: false), new("装机（kW）"), new("土地（亩）"), new("总投资"), new("登记年收益"), new("上年收入"), new("本年收入"), new("收益率"), new("每千瓦发电量"), new("就业（人）")],
        MonthColumns = [new("月份", IsNumber: false), new("光伏收益")];

    private readonly ProjectReader reader;
    private readonly RegionDirectory regions;
    private readonly SettingsDirectory settings;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private IReadOnlyList<ProjectSummary>? projects;
    private IReadOnlyList<(int Month, long Fen)> months = [];
    private IReadOnlyList<Tile> tiles = [];
    private (int Min, int Max) range;
    private long region;
    private bool isMissing;
    private string asOf = "";

    public ProjectsPage(ProjectReader reader, RegionDirectory regions, SettingsDirectory settings, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.reader, this.regions, this.settings, this.user, this.clock) = (reader, regions, settings, user, clock);
        live = new LiveReload(feed, ProjectReader.Ledgers, () => InvokeAsync(FollowAsync));
    }

    [SupplyParameterFromQuery(Name = "region")]
    private long? Asked { get; set; }

    private bool MayWrite => DistributionLedger.Ledger.MayEdit(user.Identity);

    private string ScopeText => $"光伏扶贫与集体经济 · {user.Identity.Scope.NameOf(region, regions.Tree)} · {clock.Today:yyyy-MM-dd}";

    private object Chart => ChartLook.TimeBars([.. months.Select(m => MonthName(m.Month))], [.. months.Select(m => Math.Round(m.Fen / 100m))], "光伏收益");

    private IReadOnlyList<FigureCell> Total =>
    [
        "合计", "", "", Scaled(projects!.Sum(p => p.Project.Capacity ?? 0)), Scaled(projects!.Sum(p => p.Project.Land ?? 0)), ProjectText.Yuan(projects!.Sum(p => p.Project.Investment ?? 0)),
        ProjectText.Yuan(projects!.Sum(p => p.Project.AnnualIncome ?? 0)), ProjectText.Yuan(projects!.Sum(p => p.LastYear)), ProjectText.Yuan(projects!.Sum(p => p.ThisYear)), "", "",
        ProjectText.Number(projects!.Sum(p => p.Project.Employed ?? 0)),
    ];

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync()
    {
        region = Asked ?? reader.Home;
        isMissing = reader.IsMissing(region);
        range = settings.Yield(clock.Today.Year - 1);
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
            tiles =
            [
                await CountAsync("产业项目", "projects.all", "projects.stations", "其中光伏电站 {0} 个"),
                await SumAsync("光伏装机", "projects.capacity", "kW", 1, "projects.annual-income", "项目登记年收益 {0} 万元"),
                await SumAsync("本年光伏收益", "station-income.year", "万元", 10_000, "station-income.last-year", "上年 {0} 万元"),
                await SumAsync("上年村集体收入", "collective-income.last-year", "万元", 10_000, "collective-income.year", "本年 {0} 万元"),
                await SumAsync("带动就业", "projects.employed", "人", 0, "projects.poor-employed", "其中贫困人口 {0} 人"),
                await SumAsync("本年收益分配", "distributions.year", "万元", 10_000, "distributions.last-year", "上年 {0} 万元"),
                await CountAsync("发电量异常", "projects.yield-warning", null, "上年每千瓦发电量在范围之外", isAlarm: true),
                await CountAsync("份额不齐", "projects.shares-incomplete", null, "补齐后才能分配", isAlarm: true),
            ];
            months = await reader.MonthsAsync(region, live.Left);
            projects = await reader.ListAsync(region, live.Left);
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task<Tile> CountAsync(string label, string measure, string? also, string note, bool isAlarm = false)
    {
        var count = (await reader.FigureAsync(measure, region, live.Left)).Count;
        if (also is not null) note = string.Format(CultureInfo.InvariantCulture, note, (await reader.FigureAsync(also, region, live.Left)).Count);
        return new Tile(label, ProjectText.Number(count), "个", note, HrefOf(measure), isAlarm && count > 0, isAlarm && count == 0);
    }

    private async Task<Tile> SumAsync(string label, string measure, string unit, int per, string? also, string note)
    {
        var sum = (await reader.FigureAsync(measure, region, live.Left)).Sum;
        if (also is not null) note = string.Format(CultureInfo.InvariantCulture, note, In((await reader.FigureAsync(also, region, live.Left)).Sum, per == 0 ? 0 : 10_000));
        return new Tile(label, In(sum, per), unit, note, HrefOf(measure), false, false);
    }

    /// <summary>Scaled by two places; people are whole.</summary>
    private static string In(long sum, int per) => per == 0 ? ProjectText.Number(sum) : (sum / 100m / per).ToString("#,0.00", CultureInfo.InvariantCulture);

    private string HrefOf(string measure) => string.Create(CultureInfo.InvariantCulture, $"/ledgers/{LedgerOf(measure)}?region={region}&measure={measure}");

    private static string LedgerOf(string measure) => measure.Split('.')[0];

    private string ListOf(Ledger ledger) => LedgerAddress.Page(ledger, new LedgerQuery { Region = region });

    private IReadOnlyList<FigureCell> RowOf(ProjectSummary one) =>
    [
        new FigureCell(one.Project.Name, ProjectAddress.Of(one.Project.Id)), one.IsIncomplete ? new FigureCell($"{one.Project.Kind}（份额不齐）", IsBad: true) : new FigureCell(one.Project.Kind), regions.Tree.NameOf(one.Project.Region), Scaled(one.Project.Capacity), Scaled(one.Project.Land),
        ProjectText.Yuan(one.Project.Investment), ProjectText.Yuan(one.Project.AnnualIncome), one.LastYear == 0 ? "" : ProjectText.Yuan(one.LastYear), one.ThisYear == 0 ? "" : ProjectText.Yuan(one.ThisYear),
        one.Return is { } rate ? $"{rate.ToString("#,0.0", CultureInfo.InvariantCulture)}%" : "",
        new FigureCell(one.Yield.PerKw is { } yield ? yield.ToString("#,0.0", CultureInfo.InvariantCulture) : one.Project.IsStation && one.Yield.Count > 0 ? $"缺 {StationYield.Months - one.Yield.Count} 个月" : "", IsBad: one.Yield.IsOutside),
        one.Project.Employed is { } people ? ProjectText.Number(people) : "",
    ];

    private static string Scaled(long? value) => value is { } given ? ColumnText.Scaled(given, 2) : "";

    private static string MonthName(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100 % 100:00}-{month % 100:00}");

    private sealed record Tile(string Label, string Figure, string Unit, string Note, string Href, bool IsAlarm, bool IsCleared);
}
