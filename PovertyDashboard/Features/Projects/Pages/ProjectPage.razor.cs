using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Live;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Projects.Pages;

/// <summary>One project (项目档案): what it cost and yields, income by month, shares, uses and payments; live.</summary>
public sealed partial class ProjectPage : ComponentBase, IDisposable
{
    private const int ShownMonths = 24;

    private static readonly IReadOnlyList<FigureColumn>
        MonthColumns = [new("月份", IsNumber: false), new("电量（kWh）"), new("电费"), new("补贴应收"), new("补贴实收"), new("合计"), new("运维费"), new("可分配额")],
        ShareColumns = [new("村", IsNumber: false), new("份数"), new("出资额"), new("上年应分"), new("本年应分")],
        CollectiveColumns = [new("年度", IsNumber: false), new("村", IsNumber: false), new("来源", IsNumber: false), new("收入"), new("用于贫困户"), new("用于残疾人"), new("用于公益事业"), new("其他支出"), new("结余")],
        PaidColumns = [new("年度", IsNumber: false), new("类别", IsNumber: false), new("笔数"), new("金额"), new("其中已发放")];

    private readonly ProjectReader reader;
    private readonly RegionDirectory regions;
    private readonly CurrentUser user;
    private readonly Clock clock;
    private readonly LiveReload live;
    private ProjectFile? file;
    private bool isMissing;
    private string asOf = "";

    public ProjectPage(ProjectReader reader, RegionDirectory regions, CurrentUser user, Clock clock, LiveFeed feed)
    {
        (this.reader, this.regions, this.user, this.clock) = (reader, regions, user, clock);
        live = new LiveReload(feed, ProjectReader.Ledgers, () => InvokeAsync(FollowAsync));
    }

    [Parameter]
    public long Id { get; set; }

    private bool MayWrite => ProjectLedger.Ledger.MayEdit(user.Identity) && user.Identity.Scope.Contains(file!.Project.Region);

    private LedgerView View => new(ProjectLedger.Ledger, new LedgerQuery(), clock.Today, user.Identity, _ => Task.CompletedTask, _ => Task.CompletedTask, _ => Task.CompletedTask, ReadAsync);

    private object Chart
    {
        get
        {
            var shown = file!.Months.TakeLast(ShownMonths).ToList();
            return ChartLook.TimeBars([.. shown.Select(m => MonthName(m.Month))], [.. shown.Select(m => Math.Round(m.Total / 100m))], "收入");
        }
    }

    private IReadOnlyList<FigureCell> MonthTotal =>
    [
        "合计", Kwh(file!.Months.Sum(m => m.Energy ?? 0)), ProjectText.Yuan(file.Months.Sum(m => m.EnergyFee ?? 0)), ProjectText.Yuan(file.Months.Sum(m => m.SubsidyDue ?? 0)), ProjectText.Yuan(file.Months.Sum(m => m.SubsidyPaid ?? 0)),
        ProjectText.Yuan(file.Months.Sum(m => m.Total)), ProjectText.Yuan(file.Months.Sum(m => m.Upkeep ?? 0)), ProjectText.Yuan(file.Months.Sum(m => m.Distributable)),
    ];

    private IEnumerable<IReadOnlyList<FigureCell>> ShareRows
    {
        get
        {
            var (last, now) = (Divided(clock.Today.Year - 1), Divided(clock.Today.Year));
            return file!.Shares.Rows.Select((share, i) => (IReadOnlyList<FigureCell>)
            [
                regions.Tree.NameOf(share.Region), $"{share.Parts}/{share.Whole}", ProjectText.Yuan(share.Invested), last.Count == 0 ? "" : ProjectText.Yuan(last[i].Fen), now.Count == 0 ? "" : ProjectText.Yuan(now[i].Fen),
            ]);
        }
    }

    private IReadOnlyList<FigureCell> ShareTotal =>
    [
        "合计", $"{file!.Shares.Parts}/{file.Shares.Whole}", ProjectText.Yuan(file.Shares.Rows.Sum(r => r.Invested ?? 0)),
        .. new[] { clock.Today.Year - 1, clock.Today.Year }.Select(year => Divided(year) is { Count: > 0 } parts ? new FigureCell(ProjectText.Yuan(parts.Sum(p => p.Fen))) : new FigureCell("")),
    ];

    private IReadOnlyList<FigureCell> CollectiveTotal =>
    [
        "合计", "", "", ProjectText.Yuan(file!.Collective.Sum(c => c.Amount)), ProjectText.Yuan(file.Collective.Sum(c => c.ForPoor ?? 0)), ProjectText.Yuan(file.Collective.Sum(c => c.ForDisabled ?? 0)),
        ProjectText.Yuan(file.Collective.Sum(c => c.ForPublic ?? 0)), ProjectText.Yuan(file.Collective.Sum(c => c.ForOther ?? 0)), ProjectText.Yuan(file.Collective.Sum(c => c.Balance)),
    ];

    private IEnumerable<IReadOnlyList<FigureCell>> PaidRows => file!.Distributed.GroupBy(d => (d.Year, d.Class)).Select(g => (IReadOnlyList<FigureCell>)
    [
        new FigureCell(g.Key.Year.ToString(CultureInfo.InvariantCulture)), new FigureCell(g.Key.Class, ListOf(DistributionLedger.Ledger, DistributionLedger.Project, g.Key), g.Key.Class == DistributionClass.Dividend),
        ProjectText.Number(g.Count()), ProjectText.Yuan(g.Sum(d => d.Amount)), ProjectText.Yuan(g.Where(d => d.PaidOn is not null).Sum(d => d.Amount)),
    ]);

    public void Dispose() => live.Dispose();

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive) live.Start();
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task FollowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        try
        {
            file = await reader.ReadAsync(Id, live.Left);
            isMissing = file is null;
            asOf = clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture);
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    /// <summary>What each village would get of the year's money; nothing while the shares are not complete.</summary>
    private IReadOnlyList<(long Village, long Fen)> Divided(int year) => file!.Shares.IsComplete ? file.Shares.Divide(file.Months.Where(m => m.Year == year).Sum(m => m.Distributable)) : [];

    private string ListOf(Ledger ledger, Column byName, (int Year, string Class)? of = null)
    {
        var query = new LedgerQuery { Region = RegionKey.TownshipOf(file!.Project.Region) }.WithFilter(byName.Key, file.Project.Name);
        return LedgerAddress.Page(ledger, of is not { } one ? query : query.WithFilter(DistributionLedger.Class.Key, one.Class).WithFilter(DistributionLedger.Year.Key, string.Create(CultureInfo.InvariantCulture, $"{one.Year}..{one.Year}")));
    }

    private static IReadOnlyList<FigureCell> RowOf(StationIncome month) =>
    [
        MonthName(month.Month), Kwh(month.Energy ?? 0), ProjectText.Yuan(month.EnergyFee), ProjectText.Yuan(month.SubsidyDue), ProjectText.Yuan(month.SubsidyPaid), ProjectText.Yuan(month.Total), ProjectText.Yuan(month.Upkeep), ProjectText.Yuan(month.Distributable),
    ];

    private IReadOnlyList<FigureCell> RowOf(CollectiveIncome income) =>
    [
        income.Year.ToString(CultureInfo.InvariantCulture), regions.Tree.NameOf(income.Region), income.Source, ProjectText.Yuan(income.Amount), ProjectText.Yuan(income.ForPoor), ProjectText.Yuan(income.ForDisabled), ProjectText.Yuan(income.ForPublic),
        ProjectText.Yuan(income.ForOther), ProjectText.Yuan(income.Balance),
    ];

    /// <summary>What is known of the project: most kinds leave half of the columns empty.</summary>
    private static IReadOnlyList<Column> FactsOf(Project project) => [.. ProjectLedger.Ledger.Columns.Where(c => c.Place is null && c.Get(project) is not (null or ""))];

    private static TileState Known(object? value) => value is null ? TileState.Unknown : TileState.Ready;

    private static string Wan(long? fen) => fen is { } given ? (given / 1_000_000m).ToString("#,0.00", CultureInfo.InvariantCulture) : "";

    private static string Rate(decimal? value) => value?.ToString("#,0.0", CultureInfo.InvariantCulture) ?? "";

    private static string Kwh(long hundredths) => ProjectText.Short(hundredths, 2);

    private static string MonthName(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100 % 100:00}-{month % 100:00}");
}
