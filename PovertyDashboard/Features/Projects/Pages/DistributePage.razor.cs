using System.Globalization;
using Microsoft.AspNetCore.Components;
using PovertyDashboard.Components.Shared;
using PovertyDashboard.Components.Shared.Charts;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Projects.Pages;

/// <summary>
/// Makes a plan of distribution (做分配方案): village, year and money; households that share equally or villages by their parts; a preview that adds up; saved
/// whole or not at all.
/// </summary>
public sealed partial class DistributePage(
    DistributionDesk desk, ProjectReader reader, RegionDirectory regions, CodeListDirectory codes, SettingsDirectory settings, CurrentUser user, Clock clock, NavigationManager navigation, Snack snack) : ComponentBase
{
    private const int MostPlaces = 40;

    private static readonly IReadOnlyList<FigureColumn> ExistingColumns = [new("分配对象", IsNumber: false), new("类别", IsNumber: false), new("事由", IsNumber: false), new("金额"), new("发放日期", IsNumber: false)];

    private readonly HashSet<long> chosen = [];
    private IReadOnlyList<Project> projects = [];
    private PlanStart? start;
    private DistributionPlan plan = new(0, "", 0);
    private DateOnly? posted;
    private long region;
    private int year;
    private long? project;
    private string type = DistributionClass.Post;
    private string reason = "";
    private string amountText = "";
    private string? fault;
    private bool isMissing;
    private bool busy;

    [SupplyParameterFromQuery(Name = "region")]
    private long? AskedRegion { get; set; }

    [SupplyParameterFromQuery(Name = "year")]
    private int? AskedYear { get; set; }

    [SupplyParameterFromQuery(Name = "project")]
    private long? AskedProject { get; set; }

    private long Town => RegionKey.TownshipOf(region);

    private bool IsAbove => RegionKey.LevelOf(region) < RegionLevel.Township;

    private bool IsVillage => RegionKey.LevelOf(region) == RegionLevel.Village;

    private string ScopeText => $"收益分配 · {user.Identity.Scope.NameOf(region, regions.Tree)} · {year} 年";

    private IReadOnlyList<string> Classes => [.. codes.Current.Texts(DistributionLedger.Class.CodeList!).Where(c => c != DistributionClass.Collective)];

    /// <summary>A village plans its own projects and joint ones; for all villages only joint ones make a plan.</summary>
    private IEnumerable<Project> Offered => projects.Where(p => IsVillage ? p.Region == region || RegionKey.LevelOf(p.Region) != RegionLevel.Village : p.IsJoint);

    private string? WorkFault => start is null || !IsVillage ? null : DistributionPlan.WorkFault(start.WorkPercent, [.. start.Existing.Select(d => (d.Class, d.Amount)), .. plan.Lines.Select(l => (l.Class, l.Amount))], start.Project is { IsJoint: true });

    protected override async Task OnParametersSetAsync()
    {
        (region, year) = (AskedRegion ?? reader.Home, AskedYear ?? clock.Today.Year);
        isMissing = reader.IsMissing(region);
        if (isMissing || IsAbove) return;
        projects = await desk.ProjectsAsync(region, CancellationToken.None);
        project = Offered.Any(p => p.Id == AskedProject) ? AskedProject : null;
        await BeginAsync();
    }

    private async Task BeginAsync()
    {
        start = await desk.StartAsync(region, year, project, CancellationToken.None);
        plan = new DistributionPlan(year, start.Project?.Name ?? "", start.Pool?.Left ?? 0);
        chosen.Clear();
        (fault, amountText, posted) = (null, "", null);
    }

    private void Go(long toRegion, int toYear, long? toProject) => navigation.NavigateTo(ProjectAddress.Plan(toRegion, toYear, toProject));

    private void Toggle(long household)
    {
        if (!chosen.Remove(household)) chosen.Add(household);
    }

    private void ChooseAll(bool all)
    {
        chosen.Clear();
        if (all) chosen.UnionWith(start!.Households.Select(h => h.Id));
    }

    private void AddHouseholds()
    {
        if (Amount() is not { } fen) return;
        var lines = start!.Households.Where(h => chosen.Contains(h.Id)).Select(h => new PlanLine { Village = region, HouseholdId = h.Id, HouseholdName = h.HeadName, Class = type, Reason = reason.Trim() }).ToList();
        DistributionPlan.DivideEqually(lines, fen);
        Add(lines);
    }

    private void AddCollective()
    {
        if (Amount() is { } fen) Add([new PlanLine { Village = region, Class = DistributionClass.Collective, Reason = reason.Trim(), Amount = fen }]);
    }

    private void AddVillages()
    {
        if (Amount() is not { } fen) return;
        var lines = start!.Shares.Select(s => new PlanLine { Village = s.Region, Class = DistributionClass.Collective, Reason = "联村电站收益按份额分到村" }).ToList();
        DistributionPlan.Divide(lines, fen, [.. start.Shares.Select(s => (long)s.Parts)]);
        Add(lines);
    }

    /// <summary>A household or village stands once in each class.</summary>
    private void Add(IReadOnlyList<PlanLine> lines)
    {
        plan.Lines.RemoveAll(old => lines.Any(l => (l.Village, l.HouseholdId, l.Class) == (old.Village, old.HouseholdId, old.Class)));
        plan.Lines.AddRange(lines);
        (amountText, reason) = ("", "");
    }

    /// <summary>The typed amount, or all that is left; null with the fault set.</summary>
    private long? Amount()
    {
        fault = null;
        if (amountText.Trim().Length == 0 && plan.Rest > 0) return plan.Rest;
        if (NumberText.Scaled(amountText, 2) is { } fen and > 0) return fen;
        fault = amountText.Trim().Length == 0 ? "金额：没有可分的钱了。请填写金额，或移出几行。" : $"金额：不是大于 0 的金额（“{amountText.Trim()}”）。请填写金额，例如 1200.50。";
        return null;
    }

    private void Put(PlanLine line, ChangeEventArgs e)
    {
        fault = null;
        if (NumberText.Scaled(e.Value as string ?? "", 2) is { } fen and > 0) line.Amount = fen;
        else fault = $"金额：不是大于 0 的金额（“{e.Value}”），没有改。请填写金额，或移出这一行。";
    }

    private void Remove(PlanLine line) => plan.Lines.Remove(line);

    private async Task SaveAsync()
    {
        if (busy) return;
        busy = true;
        try
        {
            plan.PostedFrom = posted;
            var outcome = await desk.SaveAsync(plan, CancellationToken.None);
            if (!outcome.IsDone)
            {
                snack.Failed(outcome.Message);
                return;
            }

            snack.Done("保存分配方案");
            await BeginAsync();
        }
        finally
        {
            busy = false;
        }
    }

    private IReadOnlyList<FigureCell> RowOf(Distribution row) =>
    [
        row.HouseholdName.Length > 0 ? row.HouseholdName : $"{regions.Tree.NameOf(row.Region)}村集体", row.Class, row.Reason, ProjectText.Yuan(row.Amount), row.PaidOn is { } paid ? ColumnText.Day(paid) : "还没有发放",
    ];

    private static long? Long(ChangeEventArgs e) => long.TryParse(e.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
