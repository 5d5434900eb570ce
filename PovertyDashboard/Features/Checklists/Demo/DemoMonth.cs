using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Checklists.Month;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Checklists.Demo;

/// <summary>
/// 示例 sign-ins and supervision rounds of 韩集镇 and 张寨镇. The page names the classes of attendees of the training (S5), not the people;
/// so every person here is an example.
/// </summary>
internal static class DemoMonth
{
    public static readonly SeedStep Step = new(640, "Sign-ins and rounds", DemoOnly: true, AddAsync);

    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "孙", "周", "吴", "徐"];

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        var tree = services.GetRequiredService<RegionDirectory>().Tree;
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Round>().AnyAsync(ct)) return;
        foreach (var training in await db.Set<Training>().AsNoTracking().OrderBy(t => t.Id).ToListAsync(ct)) db.AddRange(PeopleOf(training, tree));
        var served = (await services.GetRequiredService<HouseholdKeys>()(db).Select(h => h.Region).Distinct().ToListAsync(ct)).ToHashSet();
        foreach (var (town, group) in new[] { (DemoCampaigns.Hanji, "韩集镇督导组"), (DemoCampaigns.Zhangzhai, "张寨镇督导组") })
            db.AddRange(RoundOf([.. tree.VillagesOf(town).Where(v => served.Contains(v.Key)).Select(v => v.Key).Order()], group, new DateOnly(2020, 8, 31)));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Who was asked to the training, and whether he signed; also for the verb <c>demo</c>.</summary>
    public static IEnumerable<SignIn> PeopleOf(Training training, RegionTree tree)
    {
        var villages = tree.VillagesOf(training.Region).OrderBy(v => v.Key).Take(Surnames.Length).ToList();
        for (var i = 0; i < villages.Count; i++)
            foreach (var (kind, at) in new[] { ("村支部书记", 0), ("帮扶责任人", 3), ("扶贫专干", 6) })
                yield return new SignIn
                {
                    Region = training.Region,
                    HeldOn = training.HeldOn,
                    Training = training.Title,
                    Class = kind,
                    Unit = villages[i].Name,
                    Name = Surnames[(i + at) % Surnames.Length] + "某",
                    HasSigned = (i + at) % 10 != 9,
                    Note = "示例",
                };
    }

    /// <summary>A round about the day: the first villages were visited, one day has passed without a visit, the rest is to come.</summary>
    public static IEnumerable<Round> RoundOf(IReadOnlyList<long> villages, string group, DateOnly today)
    {
        var (from, to, seen) = (today.AddDays(-6), today.AddDays(4), today.AddDays(-1));
        for (var i = 0; i < villages.Count; i++)
        {
            var day = RoundService.DayOf(i, villages.Count, from, to);
            yield return new Round
            {
                Region = villages[i],
                Title = "第 1 轮",
                Group = group,
                Leader = "某某",
                StartsOn = from,
                EndsOn = to,
                PlannedOn = day,
                VisitedOn = day < seen ? day : null,
                Findings = day < seen ? "逐户对照标准查看，问题已转入整改台账。（示例）" : "",
            };
        }
    }
}
