using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Households.Movements;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>示例 movements: who was identified and whose risk was cleared as the households say, some deaths, births and moves of this year.</summary>
internal static class DemoMovements
{
    private const int Deaths = 9, Births = 4, MovesIn = 3, MovesOut = 4;

    private static readonly DateOnly First = new(2020, 1, 1);

    public static readonly SeedStep Step = new(635, "Example movements", DemoOnly: true, AddAsync);

    /// <summary>What the household's own columns tell of this year and the last.</summary>
    public static IEnumerable<Movement> Told(Household household)
    {
        if (household.IdentifiedIn is { } month and >= 201_909)
            yield return Of(household, MovementKind.Identified, new DateOnly(month / 100, month % 100, 15), Movement.Whole, "经村民代表会议评议、乡镇审核，纳入帮扶", "评议公示材料");
        if (household is { RiskCleared: true, RiskClearedOn: { } cleared, MonitorKind.Length: > 0 })
            yield return Of(household, MovementKind.RiskCleared, cleared, Movement.Whole, "落实帮扶措施后收入稳定，风险消除", "风险消除认定表");
    }

    /// <summary>The death of an elder who was not the head and did not live alone with him; null where there is none.</summary>
    public static Movement? Death(Household household, IEnumerable<Member> members, Random random, DateOnly until)
    {
        var all = members.ToList();
        var elder = all.Find(m => m.Relation is "之父" or "之母" or "配偶" && MemberRules.AgeOn(m.BornOn, FamilyMaker.Day) >= 72 && all.Count(o => o.Name == m.Name) == 1);
        if (elder is null || all.Count < 2) return null;
        var death = Of(household, MovementKind.Died, First.AddDays(random.Next(until.DayNumber - First.DayNumber)), elder.Name, "因病去世", "死亡证明");
        death.IdNumber = elder.IdNumber;
        return death;
    }

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Movement>().AnyAsync(ct)) return;
        var context = new EffectContext(db, services.GetRequiredService<SettingsDirectory>(), new RowContext(services.GetRequiredService<Clock>().Today, UserIdentity.System));
        var writer = services.GetRequiredService<BulkWriter>();
        // The households of the page and of the sample files stay as they are told.
        var households = await db.Set<Household>().AsNoTracking().Where(h => h.Remark == FamilyMaker.Remark).OrderBy(h => h.Id).ToListAsync(ct);
        var members = await DemoScreenings.MembersAsync(db, [.. households.Select(h => h.Id)], ct);
        var taken = await db.Set<Member>().IgnoreQueryFilters().Select(m => m.IdNumber).ToHashSetAsync(ct);
        var movements = Make(households, members, new SyntheticIds(new Random(20_200_701), taken));
        await db.InTransactionAsync(async inner =>
        {
            await writer.WriteAsync(db, [.. movements.Select(m => new RowWrite(m, null))], progress: null, inner);
            await writer.WriteAsync(db, await MovementEffects.OfAsync(movements, context, inner), progress: null, inner);
            return movements.Count;
        }, ct);
    }

    private static List<Movement> Make(List<Household> households, ILookup<long, Member> members, SyntheticIds ids)
    {
        var random = new Random(20_200_702);
        var made = households.SelectMany(Told).ToList();
        made.AddRange(households.Select(h => Death(h, members[h.Id], random, FamilyMaker.Day)).OfType<Movement>().Where((_, i) => i % 3 == 0).Take(Deaths));
        var families = households.Where(h => members[h.Id].Any(m => m.Relation == "配偶" && MemberRules.AgeOn(m.BornOn, FamilyMaker.Day) < 42)).Where((_, i) => i % 4 == 1).ToList();
        made.AddRange(families.Take(Births).Select((h, i) => Joining(h, MovementKind.Born, random, ids, i % 2 == 0, isChild: true)));
        made.AddRange(families.Skip(Births).Take(MovesIn).Select(h => Joining(h, MovementKind.MovedIn, random, ids, isMale: true, isChild: false)));
        made.AddRange(households.SelectMany(h => members[h.Id].Where(m => m.Relation is "之女" or "之子" && MemberRules.AgeOn(m.BornOn, FamilyMaker.Day) is >= 20 && members[h.Id].Count(o => o.Name == m.Name) == 1).Take(1).Select(m => Leaving(h, m, random))).Take(MovesOut));
        return made;
    }

    private static Movement Joining(Household household, string kind, Random random, SyntheticIds ids, bool isMale, bool isChild)
    {
        var day = First.AddDays(random.Next(30, 230));
        var joining = Of(household, kind, day, household.HeadName[..1] + (isChild ? "小某" : "老某"), isChild ? "新出生" : "父亲随户居住，户口迁入", isChild ? "出生医学证明" : "户口簿");
        joining.IdNumber = ids.Next(isChild ? day : day.AddYears(-66), isMale);
        joining.Relation = isChild ? (isMale ? "之子" : "之女") : "之父";
        return joining;
    }

    private static Movement Leaving(Household household, Member member, Random random)
    {
        var leaving = Of(household, MovementKind.MovedOut, First.AddDays(random.Next(30, 230)), member.Name, "结婚，户口迁到配偶家", "户口迁移证");
        leaving.IdNumber = member.IdNumber;
        return leaving;
    }

    private static Movement Of(Household household, string kind, DateOnly day, string subject, string reason, string evidence) => new()
    {
        Region = household.Region,
        HouseholdId = household.Id,
        HouseholdName = household.HeadName,
        HouseholdNumber = household.Number,
        Kind = kind,
        HappenedOn = day,
        Subject = subject,
        Reason = reason,
        Evidence = evidence,
        Recorder = "扶贫专干",
        Remark = FamilyMaker.Remark,
    };
}
