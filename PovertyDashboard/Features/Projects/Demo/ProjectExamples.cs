using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Features.Projects.Stations;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Projects.Demo;

/// <summary>
/// 示例 rows beside the facts: the stations and shares that the page does not name, months of all stations, collective income, and plans that keep the 80 % rule and
/// a few that a check would find.
/// </summary>
internal static class ProjectExamples
{
    /// <summary>东王楼、郝庄、沙河: the three 省定贫困村 that the page does not name.</summary>
    private static readonly (long Village, string Name, long Capacity, int Percent)[] Unnamed =
        [(371522116205, "东王楼村级电站", 22_40, 98), (371522116206, "郝庄村级电站", 16_80, 103), (371522116259, "沙河村级电站", 19_60, 58)];

    private static readonly SeedStep Stations = new(606, "Example stations and shares", DemoOnly: true, AddStationsAsync);

    private static readonly SeedStep Months = new(672, "Example income of projects", DemoOnly: true, AddMonthsAsync);

    private static readonly SeedStep Plans = new(673, "Example distributions", DemoOnly: true, AddPlansAsync);

    public static readonly IReadOnlyList<SeedStep> Steps = [Stations, Months, Plans];

    private static async Task AddStationsAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await ContextAsync(services, ct);
        if (await db.Set<Project>().AnyAsync(p => p.Remark == ExampleRows.Mark, ct)) return;
        var joint = await db.Set<Project>().SingleAsync(p => p.Name == ProjectFacts.Joint, ct);
        db.AddRange(Unnamed.Select(u => ExampleRows.Station(u.Village, u.Name, u.Capacity)));
        // Villages without a station of their own.
        long[] taken = [.. Unnamed.Select(u => u.Village), ProjectFacts.Qianwang, ProjectFacts.Houwang, ProjectFacts.Sanhe, ProjectFacts.Nanyang, ProjectFacts.Shangzhuang, ProjectFacts.Shangmiao];
        var tree = services.GetRequiredService<Regions.RegionDirectory>().Tree;
        var today = services.GetRequiredService<Clock>().Today;
        var partners = tree.VillagesOf(ProjectFacts.Zhangzhai).Where(v => v.ExistsOn(today) && !taken.Contains(v.Key)).Take(ProjectFacts.JointVillages - 2).ToList();
        db.AddRange(partners.Select((v, i) => ProjectFacts.ShareOf(joint, v.Key, i + 2, ExampleRows.Mark)));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>2019 of three stations is the sample sheet's; one station has not reported July.</summary>
    private static async Task AddMonthsAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await ContextAsync(services, ct);
        if (await db.Set<StationIncome>().AnyAsync(i => i.Remark == ExampleRows.Mark, ct)) return;
        var today = services.GetRequiredService<Clock>().Today;
        var town = Regions.RegionKey.Subtree(ProjectFacts.Zhangzhai);
        foreach (var station in await db.Set<Project>().Where(p => p.IsStation && p.Region >= town.Lo && p.Region < town.Hi).OrderBy(p => p.Id).ToListAsync(ct))
        {
            var percent = Unnamed.FirstOrDefault(u => u.Village == station.Region).Percent is var known and > 0 ? known : 100;
            if (!await db.Set<StationIncome>().AnyAsync(i => i.ProjectId == station.Id, ct)) db.AddRange(ExampleRows.Months(station, 2019, 12, percent, today));
            db.AddRange(ExampleRows.Months(station, 2020, station.Region == ProjectFacts.Nanyang ? 6 : 7, percent, today));
        }

        await db.SaveChangesAsync(ct);
    }

    private static async Task AddPlansAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await ContextAsync(services, ct);
        if (services.GetService<HouseholdKeys>() is not { } households || await db.Set<Distribution>().AnyAsync(d => d.Remark == ExampleRows.Mark, ct)) return;
        var joint = await db.Set<Project>().SingleAsync(p => p.Name == ProjectFacts.Joint, ct);
        var book = await ShareBook.OfAsync(db, joint.Id, ct);
        foreach (var (village, fen) in book.Divide(await DistributionPools.OfStationAsync(db, joint.Id, 2019, ct)))
        {
            db.Add(new Distribution { Region = village, Year = 2019, ProjectId = joint.Id, ProjectName = joint.Name, Class = DistributionClass.Collective, Reason = "联村电站收益按份额分到村", Amount = fen, PostedFrom = new(2019, 12, 10), PaidOn = new(2019, 12, 24), Signed = true, Remark = ExampleRows.Mark });
            db.Add(new CollectiveIncome { Region = village, Year = 2019, Source = "光伏发电", ProjectId = joint.Id, ProjectName = joint.Name, Amount = fen, ReceivedOn = new(2019, 12, 24), ForPoor = fen / 2, ForDisabled = fen / 10, ForPublic = fen / 5, Purpose = "公益岗、困难补助和村内道路", Remark = ExampleRows.Mark });
        }

        foreach (var (station, at) in (await db.Set<Project>().Where(p => p.Kind == ProjectKind.VillageStation && p.Name != ProjectFacts.SanheStation).OrderBy(p => p.Id).ToListAsync(ct)).Select((s, i) => (s, i)))
        {
            var homes = await households(db).Where(h => h.Region == station.Region && h.EndedOn == null).OrderBy(h => h.Id).Take(8).ToListAsync(ct);
            var fen = await DistributionPools.OfStationAsync(db, station.Id, 2020, ct) * 6 / 10;
            var (posted, paid) = PlanDays(at);
            var plan = ExampleRows.Plan(station, station.Region, 2020, fen, homes, posted, paid).ToList();
            // Two that a check finds: money given out to everybody alike, and paid before the notice.
            if (at == 4 && plan.Count > 1) (plan[0].Class, plan[0].Reason) = (DistributionClass.Dividend, "收益分红");
            if (at == 5 && plan.Count > 1) plan[1].PostedFrom = null;
            db.AddRange(plan);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Paid, notice over, notice running, or not posted yet.</summary>
    private static (DateOnly? Posted, DateOnly? Paid) PlanDays(int at) => (at % 4) switch
    {
        1 => (new(2020, 7, 20), new(2020, 7, 31)),
        2 => (new(2020, 8, 10), null),
        3 => (new(2020, 8, 28), null),
        _ => (new(2020, 7, 1), new(2020, 7, 15)),
    };

    private static Task<AppDbContext> ContextAsync(IServiceProvider services, CancellationToken ct) => services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
}
