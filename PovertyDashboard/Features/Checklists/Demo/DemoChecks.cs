using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists.Demo;

/// <summary>示例 checks of households that the sample sheet does not name, with the problems that they open.</summary>
internal static class DemoChecks
{
    public const string Mark = "示例";

    private const int Seed = 20_200_831;

    private static readonly DateOnly AsOf = new(2020, 8, 31);

    /// <summary>Township and how many in a hundred of its unchecked households get a check.</summary>
    private static readonly (long Town, int Percent)[] Towns = [(DemoCampaigns.Hanji, 55), (DemoCampaigns.Zhangzhai, 45), (DemoCampaigns.Beicheng, 70)];

    private static readonly string[] Surnames = ["刘", "陈", "杨", "吴", "周", "徐", "马", "朱"];

    public static readonly SeedStep Step = new(650, "Example checks", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (services.GetService<HouseholdKeys>() is not { } households || await db.Set<Check>().AnyAsync(c => c.Note == Mark, ct)) return;
        var (writer, settings) = (services.GetRequiredService<BulkWriter>(), services.GetRequiredService<SettingsDirectory>());
        await db.InTransactionAsync(
            async inner =>
            {
                await LinkAsync(db, households, inner);
                foreach (var (town, percent) in Towns)
                {
                    var checks = await MakeAsync(db, households, town, percent, inner);
                    await writer.WriteAsync(db, [.. checks.Select(c => new RowWrite(c, null))], null, inner);
                    var problems = await CheckProblems.EffectsAsync(db, checks, settings, inner);
                    await writer.WriteAsync(db, [.. problems.Select(p => new RowWrite(p, null))], null, inner);
                }

                var waiting = await db.Set<Problem>().Where(p => p.OriginLedger == CheckLedger.Ledger.Key && p.State == ProblemState.Waiting).OrderBy(p => p.FoundOn).ThenBy(p => p.Id).ToListAsync(inner);
                await DemoProblemLife.LiveAsync(db, waiting, AsOf, settings, inner);
                return true;
            },
            ct);
    }

    /// <summary>The households of 韩集镇 come after the sample checks that name them: link these now, as an import in the right order would have.</summary>
    private static async Task LinkAsync(AppDbContext db, HouseholdKeys households, CancellationToken ct)
    {
        var checks = await db.Set<Check>().Where(c => c.HouseholdId == null).ToListAsync(ct);
        foreach (var check in checks) check.HouseholdId = await HouseholdLinks.FindAsync(db, households, check.Region, check.HouseholdName, ct);
        var linked = checks.Where(c => c.HouseholdId is not null).ToDictionary(c => c.Id, c => c.HouseholdId);
        foreach (var problem in await db.Set<Problem>().Where(p => p.OriginLedger == CheckLedger.Ledger.Key && p.HouseholdId == null).ToListAsync(ct))
            problem.HouseholdId = linked.GetValueOrDefault(problem.OriginId ?? 0);
        await db.SaveChangesAsync(ct);
    }

    private static async Task<List<Check>> MakeAsync(AppDbContext db, HouseholdKeys households, long town, int percent, CancellationToken ct)
    {
        var campaign = await db.Set<Campaign>().AsNoTracking().Where(c => c.Region == town).OrderBy(c => c.Id).FirstOrDefaultAsync(ct);
        if (campaign is null) return [];
        var versions = await ChecklistVersions.CurrentAsync(db, town, campaign.FamilyList, ct);
        var range = RegionKey.Subtree(town);
        var already = await db.Set<Check>().Where(c => c.HouseholdId != null && c.Region >= range.Lo && c.Region < range.Hi).Select(c => c.HouseholdId!.Value).ToHashSetAsync(ct);
        var open = await households(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi).OrderBy(h => h.Region).ThenBy(h => h.Id).ToListAsync(ct);
        var random = new Random(Seed + (int)(town % 1_000_003));
        var checks = new List<Check>();
        foreach (var household in open.Where(h => !already.Contains(h.Id)))
        {
            // Villages differ: some are far, some have hardly begun.
            var share = percent - 25 + (int)(household.Region / 7 % 50);
            if (random.Next(100) >= share) continue;
            var day = campaign.StartsOn.AddDays(random.Next(campaign.EndsOn.DayNumber - campaign.StartsOn.DayNumber + 1));
            checks.AddRange(versions.Take(random.Next(3) == 0 ? versions.Count : 1).Select(v => Make(household, campaign, v, day, AsOf, random)));
        }

        return checks;
    }

    /// <summary>A check of one household on the day; those of the last two days before <paramref name="today"/> are partly still under way.</summary>
    internal static Check Make(HouseholdKey household, Campaign campaign, ChecklistTemplate version, DateOnly day, DateOnly today, Random random)
    {
        var items = version.Items.OrderBy(i => i.Number).ToList();
        var isGoing = day >= today.AddDays(-1) && random.Next(3) == 0;
        var answered = isGoing ? random.Next(1, items.Count) : items.Count;
        return new Check
        {
            Region = household.Region,
            HouseholdId = household.Id,
            HouseholdName = household.HeadName,
            TemplateId = version.Id,
            TemplateTitle = version.Title,
            Source = version.Source,
            CheckedOn = day,
            FinishedOn = isGoing ? null : day,
            Inspector = Surnames[(int)(household.Region % Surnames.Length)] + "某",
            Unit = campaign.Unit,
            Note = Mark,
            Answers = [.. items.Take(answered).Select(item => Answer(item, household.Region, random))],
        };
    }

    private static CheckAnswer Answer(TemplateItem item, long region, Random random)
    {
        var answer = new CheckAnswer { Region = region, Result = random.Next(100) switch { < 4 => CheckResult.Failed, < 9 => CheckResult.NotApplicable, _ => CheckResult.Passed } }.About(item);
        if (answer.Result == CheckResult.Failed && item.ReasonList.Count > 0) answer.Reasons = item.ReasonList[random.Next(item.ReasonList.Count)];
        if (answer.Result == CheckResult.NotApplicable) answer.Reasons = ItemState.NotApplicableReasons[random.Next(ItemState.NotApplicableReasons.Count)];
        return answer;
    }
}
