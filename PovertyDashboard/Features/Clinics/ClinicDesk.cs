using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Clinics;

/// <summary>A clinic as the list of clinics shows it (义诊活动): reported head-counts beside what is recorded.</summary>
public sealed record ClinicSummary(Clinic Clinic, int Records, int AtHome, int Pressure, int Glucose, int Urgent);

/// <summary>A person of a clinic's list (名单); values and flags only for health roles, else empty.</summary>
/// <param name="FollowUp">His follow-up that this record asked for, or null.</param>
public sealed record ClinicPerson(long Id, long Region, string Name, string Gender, int? Age, bool AtHome, string Phone, bool IsUrgent, HealthPoint? Values, string Departments, FollowUp? FollowUp);

/// <summary>A clinic with its persons (义诊活动页), the urgent ones first.</summary>
public sealed record ClinicSheet(Clinic Clinic, IReadOnlyList<ClinicPerson> People, IReadOnlyList<HealthTalk> Talks);

/// <summary>Reads clinics and their persons within the user's rights and places (义诊台).</summary>
public sealed class ClinicDesk(IDbContextFactory<AppDbContext> stores, CurrentUser user)
{
    private const int Most = 60;

    public bool MayList => user.Identity.May(Act.ListHealth);

    public bool MayRead => user.Identity.May(Act.ReadHealth);

    public bool MayWrite => user.Identity.May(Act.WriteHealth);

    /// <summary>The clinics of the place, newest first.</summary>
    public async Task<IReadOnlyList<ClinicSummary>> ListAsync(long region, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        var range = RegionKey.Subtree(region);
        var clinics = await db.Set<Clinic>().AsNoTracking().Where(c => c.Region >= range.Lo && c.Region < range.Hi)
            .OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id).Take(Most).ToListAsync(ct);
        var found = new List<ClinicSummary>();
        foreach (var clinic in clinics)
        {
            var flags = await ClinicLedger.Records(db, clinic).AsNoTracking().Select(r => new { r.AtHome, r.PressureFlag, r.GlucoseFlag, r.IsUrgent }).ToListAsync(ct);
            found.Add(new ClinicSummary(
                clinic, flags.Count, flags.Count(f => f.AtHome == true), flags.Count(f => HealthFlags.IsRaised(f.PressureFlag)), flags.Count(f => HealthFlags.IsRaised(f.GlucoseFlag)), flags.Count(f => f.IsUrgent)));
        }

        return found;
    }

    /// <summary>The urgent referrals of the place that are still to be looked after, the latest due first.</summary>
    public async Task<IReadOnlyList<ClinicPerson>> UrgentAsync(long region, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        var range = RegionKey.Subtree(region);
        var open = await db.Set<FollowUp>().AsNoTracking().Where(f => f.DoneOn == null && f.Reason == FollowUpPlan.Refer && f.Region >= range.Lo && f.Region < range.Hi)
            .OrderBy(f => f.DueOn).ThenBy(f => f.Id).Take(Most).ToListAsync(ct);
        var records = await RecordsOfAsync(db, open, ct);
        return [.. open.Select(f => Person(f.RecordId is { } id ? records.GetValueOrDefault(id) : null, f))];
    }

    /// <summary>The clinic at an address; null where there is none in the user's places.</summary>
    public async Task<ClinicSheet?> ReadAsync(long id, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        if (await db.Set<Clinic>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } clinic) return null;
        var records = await ClinicLedger.Records(db, clinic).AsNoTracking().OrderByDescending(r => r.Id).ToListAsync(ct);
        long?[] ids = [.. records.Select(r => (long?)r.Id)];
        var followUps = (await db.Set<FollowUp>().AsNoTracking().Where(f => ids.Contains(f.RecordId)).ToListAsync(ct)).ToLookup(f => f.RecordId);
        var range = RegionKey.Subtree(RegionKey.TownshipOf(clinic.Region));
        var talks = await db.Set<HealthTalk>().AsNoTracking().Where(t => t.HeldOn == clinic.HeldOn && t.Venue == clinic.Venue && t.Region >= range.Lo && t.Region < range.Hi).OrderBy(t => t.Id).ToListAsync(ct);
        return new ClinicSheet(clinic, [.. records.Select(r => Person(r, followUps[r.Id].FirstOrDefault()))], talks);
    }

    /// <summary>A record with its open follow-up, for those who may read values.</summary>
    public async Task<(ClinicRecord Record, FollowUp? Next)?> RecordAsync(long id, CancellationToken ct)
    {
        if (!MayRead) return null;
        await using var db = await stores.CreateDbContextAsync(ct);
        if (await db.Set<ClinicRecord>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct) is not { } record) return null;
        var open = db.Set<FollowUp>().AsNoTracking().Where(f => f.DoneOn == null && (f.RecordId == id || (record.IdNumber != "" && f.IdNumber == record.IdNumber)));
        return (record, await open.OrderBy(f => f.DueOn).ThenBy(f => f.Id).FirstOrDefaultAsync(ct));
    }

    private static async Task<Dictionary<long, ClinicRecord>> RecordsOfAsync(AppDbContext db, List<FollowUp> followUps, CancellationToken ct)
    {
        long[] ids = [.. followUps.Select(f => f.RecordId).OfType<long>()];
        return await db.Set<ClinicRecord>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
    }

    private ClinicPerson Person(ClinicRecord? r, FollowUp? f) => r is null
        ? new ClinicPerson(0, f!.Region, f.Name, f.Gender, f.Age, AtHome: false, Masked(f.Phone), IsUrgent: true, null, "", Withheld(f))
        : new ClinicPerson(
            r.Id, r.Region, r.Name, r.Gender, r.Age, r.AtHome == true, Masked(r.Phone), r.IsUrgent,
            MayRead ? new HealthPoint(r.HeldOn, "", r.Systolic, r.Diastolic, r.Pulse, r.Glucose, r.GlucoseKind, r.PressureFlag, r.GlucoseFlag) : null, r.Departments, Withheld(f));

    private static string Masked(string phone) => Mask.Text(Sensitivity.Phone, phone);

    /// <summary>The follow-up with its days alone, for those who may not read values.</summary>
    private FollowUp? Withheld(FollowUp? f) => f is null || MayRead ? f : new FollowUp { Id = f.Id, Region = f.Region, Name = f.Name, AskedOn = f.AskedOn, DueOn = f.DueOn, DoneOn = f.DoneOn };
}
