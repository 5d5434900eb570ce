using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects;

/// <summary>Rules of projects (项目校验), and how the rows of a project follow its name.</summary>
internal static class ProjectRules
{
    public static IEnumerable<Fault> Check(Project project, RowContext context)
    {
        if (ProjectKind.IsStation(project.Kind) && project.Capacity is null or 0) yield return new Fault("装机容量", "装机容量：电站没有填写装机容量。请填写多少千瓦，例如 21.48。");
        if (!ProjectKind.IsStation(project.Kind) && project.GridOn is not null) yield return new Fault("并网日期", $"并网日期：只有电站才并网（项目类型是“{project.Kind}”）。请删去，或改项目类型。");
        if (project.PoorEmployed > (project.Employed ?? 0)) yield return new Fault("其中贫困人口", $"其中贫困人口：超过带动就业人数（“{project.PoorEmployed}”，带动就业 {project.Employed ?? 0} 人）。请核对后填写。");
        foreach (var (header, day) in new[] { ("建成日期", project.BuiltOn), ("并网日期", project.GridOn) })
            if (day > context.Today && project.State is not ProjectState.Building)
                yield return new Fault(header, string.Create(CultureInfo.InvariantCulture, $"{header}：日期在将来（“{day:yyyy-MM-dd}”），状态却不是在建。请核对日期，或把项目状态改为在建。"));
    }

    public static void Fill(Project project)
    {
        project.IsStation = ProjectKind.IsStation(project.Kind);
        if (project.State.Length == 0) project.State = ProjectState.Running;
    }

    /// <summary>A project with rows of its own stays where and what it is.</summary>
    public static async Task<IReadOnlyList<RowFault>> CheckTogetherAsync(IReadOnlyList<Project> projects, EffectContext context, CancellationToken ct)
    {
        var faults = new List<RowFault>();
        foreach (var project in projects.Where(p => p.Id != 0))
        {
            if (await context.Db.Set<StationIncome>().AnyAsync(i => i.ProjectId == project.Id && i.Region != project.Region, ct))
                faults.Add(new(project, new Fault("村", "村：电站已有收益记录，不能改到别处。请在新地方另登记项目。")));
            else if (!ProjectKind.IsStation(project.Kind) && await context.Db.Set<StationIncome>().AnyAsync(i => i.ProjectId == project.Id, ct))
                faults.Add(new(project, new Fault("项目类型", $"项目类型：已有光伏收益记录，不能改为“{project.Kind}”。请选择一种电站。")));
        }

        return faults;
    }

    /// <summary>The name that its rows repeat follows the project.</summary>
    public static async Task CarryAsync(IReadOnlyList<Project> projects, EffectContext context, CancellationToken ct)
    {
        foreach (var project in projects.Where(p => p.Id != 0))
        {
            foreach (var row in await context.Db.Set<StationIncome>().Where(i => i.ProjectId == project.Id && i.Station != project.Name).ToListAsync(ct)) row.Station = project.Name;
            foreach (var row in await context.Db.Set<ProjectShare>().Where(s => s.ProjectId == project.Id && s.ProjectName != project.Name).ToListAsync(ct)) row.ProjectName = project.Name;
            foreach (var row in await context.Db.Set<CollectiveIncome>().Where(i => i.ProjectId == project.Id && i.ProjectName != project.Name).ToListAsync(ct)) row.ProjectName = project.Name;
            foreach (var row in await context.Db.Set<Distribution>().Where(d => d.ProjectId == project.Id && d.ProjectName != project.Name).ToListAsync(ct)) row.ProjectName = project.Name;
        }

        if (!context.IsByHand) await context.Db.SaveChangesAsync(ct);
    }

    public static async Task<string?> RefuseDeleteAsync(AppDbContext db, Project project, CancellationToken ct)
    {
        (string What, int Count)[] hanging =
        [
            ("月收益", await db.Set<StationIncome>().CountAsync(i => i.ProjectId == project.Id, ct)), ("份额", await db.Set<ProjectShare>().CountAsync(s => s.ProjectId == project.Id, ct)),
            ("集体收入", await db.Set<CollectiveIncome>().CountAsync(i => i.ProjectId == project.Id, ct)), ("收益分配", await db.Set<Distribution>().CountAsync(d => d.ProjectId == project.Id, ct)),
        ];
        var there = hanging.Where(h => h.Count > 0).Select(h => $"{h.What} {h.Count} 条").ToList();
        return there.Count == 0 ? null : $"删除：项目已登记{string.Join('、', there)}，不能删除。请先删去这些记录；不再经营的，把项目状态改为已处置。";
    }
}

/// <summary>Projects by township and name (查找项目): a sheet names them, the row keeps the id.</summary>
internal sealed class ProjectFinder
{
    private readonly Dictionary<(long Town, string Name), Project> _byName = [];

    public static async Task<ProjectFinder> LoadAsync(AppDbContext db, IEnumerable<long> regions, CancellationToken ct)
    {
        var finder = new ProjectFinder();
        foreach (var town in regions.Where(r => r != 0).Select(Regions.RegionKey.TownshipOf).Distinct().ToList())
        {
            var range = Regions.RegionKey.Subtree(town);
            foreach (var project in await db.Set<Project>().AsNoTracking().Where(p => p.Region >= range.Lo && p.Region < range.Hi).OrderBy(p => p.Id).ToListAsync(ct))
                finder._byName.TryAdd((town, TextFold.Fold(project.Name)), project);
        }

        return finder;
    }

    public Project? Find(long region, string name) => _byName.GetValueOrDefault((Regions.RegionKey.TownshipOf(region), TextFold.Fold(name)));

    /// <summary>Ties rows to the project that they name; returns what each means.</summary>
    public static async Task<ProjectFinder> LinkAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, IProjectRow
    {
        var finder = await LoadAsync(context.Db, rows.Where(r => r.ProjectName.Length > 0).Select(r => ((LedgerRow)r).Region), ct);
        foreach (var row in rows)
        {
            var project = row.ProjectName.Length == 0 ? null : finder.Find(((LedgerRow)row).Region, row.ProjectName);
            row.ProjectId = project?.Id;
            if (project is not null) row.ProjectName = project.Name;
        }

        return finder;
    }

    /// <summary>The fault of a row that names a project which the township does not have.</summary>
    public static Fault? FaultOf(IProjectRow row) => row.ProjectName.Length == 0 || row.ProjectId is not null
        ? null
        : new Fault("项目名称", $"项目名称：产业项目台账里没有“{row.ProjectName}”。请先登记项目，或核对名称。");
}
