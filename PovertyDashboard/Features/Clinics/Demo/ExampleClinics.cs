using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics.Demo;

/// <summary>
/// 示例 clinics of the demo store: earlier ones at 大杨新村, so that values have a course, and two each in three villages with
/// households; then what has become of the follow-ups that they asked for.
/// </summary>
internal static class ExampleClinics
{
    private const int Seed = 20_200_725, PerVillage = 18, OldestFirst = 55;

    /// <summary>Villages with the days of their two clinics; in the second, two of three come again.</summary>
    private static readonly (long Village, string Venue, DateOnly First, DateOnly Second)[] Villages =
    [
        (371590115237, "韩集新村卫生室", new(2020, 5, 28), new(2020, 8, 20)),
        (371522116230, "三合村村委会", new(2020, 6, 2), new(2020, 8, 22)),
        (371522116240, "前王庄村卫生室", new(2020, 6, 5), new(2020, 8, 25)),
    ];

    public static readonly SeedStep Step = new(640, "Example clinics", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Clinic>().AnyAsync(c => c.Note == ExampleValues.Mark, ct)) return;
        var (writer, random) = (services.GetRequiredService<BulkWriter>(), new Random(Seed));
        var context = new EffectContext(db, services.GetRequiredService<SettingsDirectory>(), new RowContext(services.GetRequiredService<Clock>().Today, UserIdentity.System));
        var persons = services.GetService<PersonKeys>();
        await db.InTransactionAsync(
            async inner =>
            {
                await AddEarlierAsync(context, writer, random, inner);
                foreach (var village in Villages.Where(_ => persons is not null)) await AddVillageAsync(context, writer, persons!, village, random, inner);
                await FollowAsync(context, writer, random, inner);
                return true;
            },
            ct);
    }

    private static async Task AddEarlierAsync(EffectContext context, BulkWriter writer, Random random, CancellationToken ct)
    {
        var later = await context.Db.Set<ClinicRecord>().AsNoTracking().Where(r => r.Region == ClinicFacts.Dayang && r.HeldOn == ClinicFacts.Day).OrderBy(r => r.Id).ToListAsync(ct);
        foreach (var (day, every) in new[] { (new DateOnly(2019, 10, 19), 2), (new DateOnly(2020, 4, 18), 1) })
        {
            var came = later.Where((_, i) => i % 3 != 2 && i % every == 0).Select(next => Again(next, day, random)).ToList();
            if (came.Count > 0) await HoldAsync(context, writer, ClinicFacts.Dayang, ClinicFacts.Venue, day, came, ct);
        }
    }

    private static async Task AddVillageAsync(EffectContext context, BulkWriter writer, PersonKeys persons, (long Village, string Venue, DateOnly First, DateOnly Second) at, Random random, CancellationToken ct)
    {
        var bornBefore = at.First.AddYears(-OldestFirst);
        var people = await persons(context.Db).Where(p => p.Region == at.Village && p.BornOn < bornBefore).OrderBy(p => p.BornOn).ThenBy(p => p.Id).Take(PerVillage).ToListAsync(ct);
        if (people.Count == 0) return;
        var first = people.ConvertAll(p => Of(p, at.First, random));
        await HoldAsync(context, writer, at.Village, at.Venue, at.First, first, ct);
        await HoldAsync(context, writer, at.Village, at.Venue, at.Second, [.. first.Where((_, i) => i % 3 != 1).Select(before => Again(before, at.Second, random))], ct);
    }

    /// <summary>The clinic, its records, and what follows from them, as if they had been registered there.</summary>
    private static async Task HoldAsync(EffectContext context, BulkWriter writer, long village, string venue, DateOnly day, List<ClinicRecord> records, CancellationToken ct)
    {
        foreach (var record in records) (record.Venue, record.Organiser) = (venue, "乡镇卫生院");
        var clinic = new Clinic
        {
            Region = village,
            HeldOn = day,
            Venue = venue,
            Organiser = "乡镇卫生院",
            DoctorsFrom = "乡镇卫生院",
            Doctors = 3,
            Served = records.Count,
            ServedAtHome = records.Count(r => r.AtHome == true),
            Services = "内科,量血压,测血糖,用药指导",
            Note = ExampleValues.Mark,
        };
        await writer.WriteAsync(context.Db, [new RowWrite(clinic, null), .. records.Select(r => new RowWrite(r, null))], null, ct);
        await writer.WriteAsync(context.Db, await RecordConsequences.OfAsync(records, context, ct), null, ct);
    }

    /// <summary>Of what is due, most has been done; every fourth is late. Of what is urgent, most has been seen to in time.</summary>
    private static async Task FollowAsync(EffectContext context, BulkWriter writer, Random random, CancellationToken ct)
    {
        var copier = new RowCopier(context.Db);
        var due = await context.Db.Set<FollowUp>().AsNoTracking().Where(f => f.DoneOn == null && f.DueOn <= context.Row.Today).OrderBy(f => f.DueOn).ThenBy(f => f.Id).ToListAsync(ct);
        var writes = due.Where((_, i) => i % 4 != 3).Select(stored => new RowWrite(ExampleFollowUps.Done((FollowUp)copier.Copy(stored), random), stored)).ToList();
        await writer.WriteAsync(context.Db, writes, null, ct);
        await writer.WriteAsync(context.Db, await FollowUpRules.ConsequencesAsync([.. writes.Select(w => (FollowUp)w.Row)], context, ct), null, ct);
    }

    private static ClinicRecord Of(PersonKey person, DateOnly day, Random random)
    {
        var record = new ClinicRecord
        {
            Region = person.Region,
            HeldOn = day,
            Name = person.Name,
            Gender = person.Gender,
            IdNumber = person.IdNumber,
            HouseholdName = person.HouseholdName,
            HouseholdId = person.HouseholdId,
            Phone = person.Phone,
            AtHome = random.Next(8) == 0,
        };
        ExampleValues.Fill(record, random);
        return record;
    }

    private static ClinicRecord Again(ClinicRecord other, DateOnly day, Random random)
    {
        var record = new ClinicRecord
        {
            Region = other.Region,
            HeldOn = day,
            Name = other.Name,
            Gender = other.Gender,
            IdNumber = other.IdNumber,
            HouseholdName = other.HouseholdName,
            HouseholdId = other.HouseholdId,
            Phone = other.Phone,
            AtHome = other.AtHome,
        };
        ExampleValues.Fill(record, random, other);
        return record;
    }
}
