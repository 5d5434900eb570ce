using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Features.Projects.Stations;

namespace PovertyDashboard.Features.Projects.Distributions;

/// <summary>Money that may be distributed (可分配的一笔钱) and what has been; in fen.</summary>
/// <param name="Key">What the pool is, so that rows of one file draw on the same one.</param>
/// <param name="Name">Its name in sentences.</param>
public sealed record Pool(string Key, string Name, long Total, long Used)
{
    public long Left => Total - Used;
}

/// <summary>The pools that a distribution draws on, or why it may draw on none (份额不齐).</summary>
/// <param name="Pools">It must fit into each.</param>
public sealed record PoolSet(IReadOnlyList<Pool> Pools, string? Blocked = null)
{
    /// <summary>The narrowest.</summary>
    public Pool? Narrowest => Pools.MinBy(p => p.Left);
}

/// <summary>
/// What may be distributed (可分配额): of a station its received money less its costs, divided by the villages' shares where it is a joint one;
/// of other projects the collective's income from them; without a project the collective's income of the village and year, and what stations
/// have left to it. A station's money is never counted twice: income rows that name a station are no pool.
/// </summary>
internal static class DistributionPools
{
    /// <param name="without">Rows that are being saved and must not be counted as distributed.</param>
    public static async Task<PoolSet> OfAsync(AppDbContext db, Project? project, int year, long village, IReadOnlyCollection<long> without, CancellationToken ct)
    {
        // The whole store: a village's clerk does not see the joint station of his township, but its money counts.
        var rows = db.Set<Distribution>().IgnoreQueryFilters().Where(d => !d.IsDeleted && d.Year == year && !without.Contains(d.Id));
        if (project is { IsStation: true }) return await OfStationAsync(db, project, year, village, rows, ct);
        var stations = db.Set<Project>().IgnoreQueryFilters().Where(p => p.IsStation && !p.IsDeleted).Select(p => (long?)p.Id);
        var income = db.Set<CollectiveIncome>().IgnoreQueryFilters().Where(i => !i.IsDeleted && i.Year == year && i.Region == village);
        var whole = new Pool(
            $"village {village} {year}",
            $"{year} 年村集体收入",
            await income.Where(i => i.ProjectId == null || !stations.Contains(i.ProjectId)).SumAsync(i => i.Amount, ct)
                + await rows.Where(d => d.Region == village && d.Class == DistributionClass.Collective && stations.Contains(d.ProjectId)).SumAsync(d => d.Amount, ct),
            await rows.Where(d => d.Region == village && (d.ProjectId == null || !stations.Contains(d.ProjectId))).SumAsync(d => d.Amount, ct));
        if (project is null) return new PoolSet([whole]);
        var own = new Pool(
            $"project {project.Id} {village} {year}",
            $"{project.Name} {year} 年收入",
            await income.Where(i => i.ProjectId == project.Id).SumAsync(i => i.Amount, ct),
            await rows.Where(d => d.Region == village && d.ProjectId == project.Id).SumAsync(d => d.Amount, ct));
        return new PoolSet([own, whole]);
    }

    /// <summary>The station's money of the year that can be given away.</summary>
    public static Task<long> OfStationAsync(AppDbContext db, long project, int year, CancellationToken ct) =>
        db.Set<StationIncome>().IgnoreQueryFilters().Where(i => !i.IsDeleted && i.ProjectId == project && i.Year == year).SumAsync(i => i.Distributable, ct);

    private static async Task<PoolSet> OfStationAsync(AppDbContext db, Project project, int year, long village, IQueryable<Distribution> rows, CancellationToken ct)
    {
        var (total, book) = (await OfStationAsync(db, project.Id, year, ct), await ShareBook.OfAsync(db, project.Id, ct));
        var own = rows.Where(d => d.ProjectId == project.Id);
        var name = $"{project.Name} {year} 年可分配额";
        if (book.Rows.Count == 0 && !project.IsJoint)
            return Regions.RegionKey.LevelOf(project.Region) == Regions.RegionLevel.Village && project.Region != village
                ? new PoolSet([], $"“{project.Name}”是另一个村的电站，不能分给这个村。请核对村和项目。")
                : new PoolSet([new Pool($"station {project.Id} {year}", name, total, await own.SumAsync(d => d.Amount, ct))]);
        if (book.Missing is { } missing) return new PoolSet([], $"“{project.Name}”{missing}");
        return book.Rows.All(r => r.Region != village)
            ? new PoolSet([], $"这个村在“{project.Name}”里没有份额。请核对村和项目。")
            : new PoolSet([new Pool(
                $"station {project.Id} {village} {year}",
                $"{name}中本村的 {book.Rows.Where(r => r.Region == village).Sum(r => r.Parts)}/{book.Whole}",
                book.Divide(total).Where(d => d.Village == village).Sum(d => d.Fen),
                await own.Where(d => d.Region == village).SumAsync(d => d.Amount, ct))]);
    }
}
