using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Checklists.Pages;

/// <summary>One running campaign with its figures, villages and days (活动卡片).</summary>
public sealed partial class CampaignCard(RegionDirectory regions, CurrentUser user, NavigationManager navigation) : ComponentBase
{
    /// <summary>Beyond it the worst are shown and the others become one bar.</summary>
    private const int MostBars = 12;

    private const int Rule = 70;

    private static readonly IReadOnlyList<FigureColumn> VillageColumns = [new("村", IsNumber: false), new("应检户"), new("已检户"), new("检查率"), new("得分率"), new("有不达标"), new("未关联")];
    private static readonly IReadOnlyList<FigureColumn> DayColumns = [new("日期", IsNumber: false), new("检查户次")];

    private VillageProgress total = new(0, 0, 0, 0, 0, 0, 0);

    [Parameter, EditorRequired]
    public CampaignProgress Progress { get; set; } = default!;

    private string Href => $"/checklists/{Progress.Campaign.Id}";

    /// <summary>An inspector goes out with a phone, and there may be no network where he goes.</summary>
    private string StartHref => user.Identity.IsIn(Roles.Inspector) ? $"{Href}/field" : Href;

    private string TitleId => $"campaign-{Progress.Campaign.Id}";

    private bool MayTick => user.Identity.May(Act.Tick);

    private IReadOnlyList<ProgressRow> Shown { get; set; } = [];

    private object Bars { get; set; } = new();

    private object Days { get; set; } = new();

    protected override void OnParametersSet()
    {
        total = Progress.Total;
        var worst = Progress.Villages.Where(v => v.Households > 0).OrderBy(v => v.CheckedPermille).ThenByDescending(v => v.Open).ToList();
        List<ProgressRow> rows = [.. worst.Take(MostBars).Select(v => new ProgressRow(regions.Tree.NameOf(v.Region), v.Checked, v.Households))];
        if (worst.Count > MostBars) rows.Add(new ProgressRow($"其余 {worst.Count - MostBars} 个村", worst.Skip(MostBars).Sum(v => v.Checked), worst.Skip(MostBars).Sum(v => v.Households)));
        Shown = rows;
        Bars = ChartLook.Progress(rows, Rule);
        Days = ChartLook.TimeBars([.. Progress.Days.Select(d => d.Day.ToString("MM-dd", CultureInfo.InvariantCulture))], [.. Progress.Days.Select(d => (decimal)d.Checks)], "检查户次");
    }

    private void OpenVillage(ChartClick click)
    {
        if (Progress.Villages.FirstOrDefault(v => regions.Tree.NameOf(v.Region) == click.Name) is { } village) navigation.NavigateTo($"{Href}?village={village.Region}");
    }

    private void OpenDay(ChartClick click)
    {
        if (click.Index >= 0 && click.Index < Progress.Days.Count) navigation.NavigateTo(ListHref(Progress.Days[click.Index].Day, Progress.Days[click.Index].Day));
    }

    /// <summary>The checks of the campaign's place between two days, so that the list has as many rows as the figure says.</summary>
    private string ListHref(DateOnly from, DateOnly to, string? measure = null) => LedgerAddress.Page(CheckLedger.Ledger, new LedgerQuery { Region = Progress.Campaign.Region, Measure = measure }
        .WithFilter(nameof(Check.CheckedOn), string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}")));

    private IReadOnlyList<FigureCell> VillageRow(VillageProgress village) =>
    [
        new FigureCell(regions.Tree.NameOf(village.Region), $"{Href}?village={village.Region}"),
        Number(village.Households),
        Number(village.Checked),
        new FigureCell(ScoreWords.Of(village.CheckedPermille), IsBad: village.CheckedPermille < Rule * 10),
        ScoreWords.Of(village.ScorePermille),
        Number(village.Failed),
        Number(village.Unlinked),
    ];

    private IReadOnlyList<FigureCell> DayRow((DateOnly Day, int Checks) day) =>
        [day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), new FigureCell(Number(day.Checks), ListHref(day.Day, day.Day))];

    private static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Percent(int? permille) => permille is { } p ? (p / 10m).ToString("0.0", CultureInfo.InvariantCulture) : "";
}
