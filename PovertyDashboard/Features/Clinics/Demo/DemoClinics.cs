using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics.Demo;

/// <summary>Synthetic clinics with records and follow-ups for the verb <c>demo</c>: one village in three has had one, its elders came.</summary>
internal static class DemoClinics
{
    private const int DaysBack = 120, PerVillage = 25, OneVillageIn = 3, Elder = 55;

    private static readonly string[] Venues = ["卫生室", "村委会", "文化广场", "幸福院"];

    public static readonly DemoSource Records = new(50, MakeRecordsAsync);

    public static readonly DemoSource FollowUps = new(51, MakeFollowUpsAsync);

    private static async Task<IReadOnlyList<LedgerRow>> MakeRecordsAsync(DemoBatch batch, CancellationToken ct)
    {
        if (batch.Services.GetService<PersonKeys>() is not { } persons) return [];
        var tree = batch.Services.GetRequiredService<RegionDirectory>().Tree;
        var rows = new List<LedgerRow>();
        foreach (var village in batch.Households.GroupBy(h => h.Region).Where(_ => batch.Random.Next(OneVillageIn) == 0))
        {
            var day = batch.Today.AddDays(-batch.Random.Next(DaysBack));
            var (ids, bornBefore) = (village.Select(h => h.Id).ToArray(), day.AddYears(-Elder));
            var people = await persons(batch.Db).Where(p => ids.Contains(p.HouseholdId) && p.BornOn < bornBefore).OrderBy(p => p.Id).Take(PerVillage).ToListAsync(ct);
            // A later batch comes to the same village again, at another place of it.
            var venue = tree.NameOf(village.Key) + Venues[batch.First / 1_000 % Venues.Length];
            if (people.Count > 0) rows.AddRange(Hold(batch, village.Key, venue, day, people));
        }

        return rows;
    }

    private static IEnumerable<LedgerRow> Hold(DemoBatch batch, long village, string venue, DateOnly day, List<PersonKey> people)
    {
        var records = people.ConvertAll(p => new ClinicRecord
        {
            Region = village,
            HeldOn = day,
            Venue = venue,
            Organiser = "乡镇卫生院",
            Name = p.Name,
            Gender = p.Gender,
            IdNumber = p.IdNumber,
            HouseholdName = p.HouseholdName,
            HouseholdId = p.HouseholdId,
            Phone = p.Phone,
            AtHome = batch.Random.Next(10) == 0,
        });
        foreach (var record in records) ExampleValues.Fill(record, batch.Random);
        yield return new Clinic
        {
            Region = village,
            HeldOn = day,
            Venue = venue,
            Organiser = "乡镇卫生院",
            DoctorsFrom = "乡镇卫生院",
            Doctors = 2,
            Served = records.Count,
            ServedAtHome = records.Count(r => r.AtHome == true),
            Services = "内科,量血压,测血糖",
            Note = ExampleValues.Mark,
        };
        foreach (var record in records) yield return record;
    }

    private static async Task<IReadOnlyList<LedgerRow>> MakeFollowUpsAsync(DemoBatch batch, CancellationToken ct)
    {
        var settings = batch.Services.GetRequiredService<SettingsDirectory>();
        long?[] households = [.. batch.Households.Select(h => (long?)h.Id)];
        var records = await batch.Db.Set<ClinicRecord>().AsNoTracking().Where(r => households.Contains(r.HouseholdId)).OrderBy(r => r.Id).ToListAsync(ct);
        return [.. records.Select(r => FollowUpPlan.For(r, settings)).OfType<FollowUp>()
            .Select(f => f.DueOn <= batch.Today && batch.Random.Next(10) < 7 ? ExampleFollowUps.Done(f, batch.Random) : f)];
    }
}
