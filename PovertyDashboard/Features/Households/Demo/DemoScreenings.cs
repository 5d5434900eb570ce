using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Households.Screenings;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>
/// Screenings of the demo store (S10): in 北城街道 every household is looked at (全覆盖摸排), as the page reports; elsewhere a part of
/// them. What is 未达标 opens its problem, and these go some way to their close-out.
/// </summary>
internal static class DemoScreenings
{
    public const long Beicheng = 371591008000;

    private const int Seed = 20_200_810, Chunk = 400;

    /// <summary>The national line of 2020 in fen.</summary>
    private const long LowIncome = 4_000_00;

    /// <summary>Towns, the share of their households that has been looked at, and whether a visit of spring is on record too.</summary>
    private static readonly (long Town, int Percent, bool HasEarlier)[] Towns =
        [(Beicheng, 100, true), (371590115000, 62, false), (371590108000, 45, false), (371522116000, 70, true), (HardCases.Guancheng, 100, false), (371502900000, 100, false)];

    public static readonly SeedStep Step = new(645, "Example screenings", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Screening>().AnyAsync(ct)) return;
        var (writer, settings, today) = (services.GetRequiredService<BulkWriter>(), services.GetRequiredService<SettingsDirectory>(), services.GetRequiredService<Clock>().Today);
        var context = new EffectContext(db, settings, new RowContext(today, UserIdentity.System));
        await db.InTransactionAsync(
            async inner =>
            {
                foreach (var (town, percent, hasEarlier) in Towns)
                {
                    var made = await MakeAsync(db, town, percent, hasEarlier, settings, inner);
                    await writer.WriteAsync(db, [.. made.Select(s => new RowWrite(s, null))], null, inner);
                    await writer.WriteAsync(db, await ScreeningProblems.OfAsync(made, context, inner), null, inner);
                }

                var problems = await db.Set<Problem>().Where(p => p.OriginLedger == ScreeningLedger.Key && p.State == ProblemState.Waiting).OrderBy(p => p.FoundOn).ThenBy(p => p.Id).ToListAsync(inner);
                await DemoProblemLife.LiveAsync(db, problems, today, settings, inner);
                return true;
            },
            ct);
    }

    private static async Task<List<Screening>> MakeAsync(AppDbContext db, long town, int percent, bool hasEarlier, SettingsDirectory settings, CancellationToken ct)
    {
        var range = RegionKey.Subtree(town);
        var random = new Random(Seed + (int)(town % 1_000_003));
        var maker = new ScreeningMaker(random, settings);
        var households = await db.Set<Household>().AsNoTracking().Where(h => h.Region >= range.Lo && h.Region < range.Hi).OrderBy(h => h.Region).ThenBy(h => h.Id).ToListAsync(ct);
        var members = await MembersAsync(db, [.. households.Select(h => h.Id)], ct);
        var made = new List<Screening>();
        // The sample file of 张寨镇 has many low incomes; most of those homes have not been visited yet, so that their problems do not bury the rest.
        foreach (var household in households.Where((h, i) => h.Remark == FamilyMaker.Remark || h.IncomePerHead >= LowIncome || i % 50 == 0))
        {
            if (hasEarlier && random.Next(100) < 40) made.Add(maker.Make(household, [.. members[household.Id]], new DateOnly(2020, random.Next(2, 5), random.Next(1, 28)), isEarlier: true));
            if (random.Next(100) < percent) made.Add(maker.Make(household, [.. members[household.Id]], new DateOnly(2020, 8, random.Next(10, 29))));
        }

        // Known by household and day, else by name and day: two of one name in a village on one day need no second row.
        return [.. made.DistinctBy(s => (s.HouseholdNumber, s.ScreenedOn))];
    }

    internal static async Task<ILookup<long, Member>> MembersAsync(AppDbContext db, IReadOnlyList<long> households, CancellationToken ct)
    {
        var found = new List<Member>();
        foreach (var ids in households.Chunk(Chunk)) found.AddRange(await db.Set<Member>().AsNoTracking().Where(m => ids.Contains(m.HouseholdId)).OrderBy(m => m.Id).ToListAsync(ct));
        return found.ToLookup(m => m.HouseholdId);
    }
}
