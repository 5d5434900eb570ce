using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics;

/// <summary>What was measured of a person on one day (测量值), at a clinic or at a follow-up.</summary>
public sealed record HealthPoint(DateOnly Day, string Where, int? Systolic, int? Diastolic, int? Pulse, long? Glucose, string GlucoseKind, string PressureFlag, string GlucoseFlag)
{
    public string Pressure => BloodPressure.Text(Systolic, Diastolic);

    public string GlucoseText => Glucose is { } value ? ColumnText.Scaled(value, 1) : "";
}

/// <summary>A person's values over time (历次测量), oldest first.</summary>
public sealed record PersonHistory(string Name, string Gender, int? Age, IReadOnlyList<HealthPoint> Points);

/// <summary>Reads values over time for health roles; nobody else gets any.</summary>
public sealed class HealthHistory(IDbContextFactory<AppDbContext> stores, CurrentUser user, SettingsDirectory settings)
{
    private const string Clinic = "义诊", FollowUp = "随访";

    public bool MayRead => user.Identity.May(Act.ReadHealth);

    /// <summary>The persons of the household of whom anything was measured, each with his values.</summary>
    public async Task<IReadOnlyList<PersonHistory>> OfHouseholdAsync(long household, CancellationToken ct)
    {
        if (!MayRead) return [];
        await using var db = await stores.CreateDbContextAsync(ct);
        return await ReadAsync(db.Set<ClinicRecord>().Where(r => r.HouseholdId == household), db.Set<FollowUp>().Where(f => f.HouseholdId == household), ct);
    }

    /// <summary>The values of the person of a record: by ID, else by name within the township.</summary>
    public async Task<PersonHistory?> OfPersonAsync(ClinicRecord record, CancellationToken ct)
    {
        if (!MayRead) return null;
        await using var db = await stores.CreateDbContextAsync(ct);
        var (id, name, range) = (record.IdNumber, record.Name, RegionKey.Subtree(RegionKey.TownshipOf(record.Region)));
        var found = id.Length > 0
            ? await ReadAsync(db.Set<ClinicRecord>().Where(r => r.IdNumber == id), db.Set<FollowUp>().Where(f => f.IdNumber == id), ct)
            : await ReadAsync(
                db.Set<ClinicRecord>().Where(r => r.IdNumber == "" && r.Name == name && r.Region >= range.Lo && r.Region < range.Hi),
                db.Set<FollowUp>().Where(f => f.IdNumber == "" && f.Name == name && f.Region >= range.Lo && f.Region < range.Hi), ct);
        return found.Count > 0 ? found[0] : null;
    }

    private async Task<IReadOnlyList<PersonHistory>> ReadAsync(IQueryable<ClinicRecord> records, IQueryable<FollowUp> followUps, CancellationToken ct)
    {
        var clinics = await records.AsNoTracking().OrderBy(r => r.HeldOn).ThenBy(r => r.Id).ToListAsync(ct);
        // A follow-up that was done by a clinic's measurement stands there already.
        var visits = await followUps.AsNoTracking().Where(f => f.DoneOn != null && f.Way != Clinic && (f.Systolic != null || f.Glucose != null)).OrderBy(f => f.DoneOn).ThenBy(f => f.Id).ToListAsync(ct);
        var people = clinics.Select(r => (Key: KeyOf(r.IdNumber, r.Name), r.Name, r.Gender, r.Age, Point: Of(r)))
            .Concat(visits.Select(f => (Key: KeyOf(f.IdNumber, f.Name), f.Name, f.Gender, f.Age, Point: Of(f))));
        return [.. people.GroupBy(p => p.Key).Select(g => new PersonHistory(g.Last().Name, g.Last().Gender, g.Max(p => p.Age), [.. g.Select(p => p.Point).OrderBy(p => p.Day)]))];
    }

    private static string KeyOf(string id, string name) => id.Length > 0 ? id : name;

    private static HealthPoint Of(ClinicRecord r) => new(r.HeldOn, Clinic, r.Systolic, r.Diastolic, r.Pulse, r.Glucose, r.GlucoseKind, r.PressureFlag, r.GlucoseFlag);

    private HealthPoint Of(FollowUp f)
    {
        var (pressure, glucose) = FollowUpPlan.FlagsOf(f, settings);
        return new HealthPoint(f.DoneOn!.Value, FollowUp, f.Systolic, f.Diastolic, null, f.Glucose, f.GlucoseKind, pressure, glucose);
    }
}
