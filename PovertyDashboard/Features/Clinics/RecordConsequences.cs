using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Clinics;

/// <summary>
/// What saved records mean for follow-ups (义诊登记的后续): one is planned, follows a corrected value or falls away with it,
/// and those still open from before are done by this measurement.
/// </summary>
internal static class RecordConsequences
{
    /// <summary>Why a follow-up falls away.</summary>
    public const string NotNeeded = "义诊数值更正后不再需要随访";

    private const string AtClinic = "义诊";
    private const int Chunk = 400;

    /// <summary>Open follow-ups repeat the day of their record.</summary>
    public static Action<LedgerRow>? Repeats(ClinicRecord before, ClinicRecord after) =>
        before.HeldOn == after.HeldOn ? null : row => ((FollowUp)row).AskedOn = after.HeldOn;

    public static async Task<IReadOnlyList<RowWrite>> OfAsync(IReadOnlyList<ClinicRecord> saved, EffectContext context, CancellationToken ct)
    {
        var writes = new List<RowWrite>();
        foreach (var records in saved.Where(r => !r.IsDeleted).Chunk(Chunk)) await AddAsync(records, context, writes, ct);
        return writes;
    }

    private static async Task AddAsync(ClinicRecord[] records, EffectContext context, List<RowWrite> writes, CancellationToken ct)
    {
        var (db, copier) = (context.Db, new RowCopier(context.Db));
        long?[] ids = [.. records.Select(r => (long?)r.Id)];
        string[] people = [.. records.Select(r => r.IdNumber).Where(id => id.Length > 0).Distinct()];
        // Deleted ones too: what a person has taken away does not come back by itself.
        var own = (await db.Set<FollowUp>().IgnoreQueryFilters().AsNoTracking().Where(f => ids.Contains(f.RecordId)).ToListAsync(ct)).ToLookup(f => f.RecordId);
        var open = (await db.Set<FollowUp>().AsNoTracking().Where(f => f.DoneOn == null && people.Contains(f.IdNumber)).ToListAsync(ct)).ToLookup(f => f.IdNumber);
        var visits = (await db.Set<ClinicRecord>().AsNoTracking().Where(r => people.Contains(r.IdNumber)).Select(r => new { r.IdNumber, r.HeldOn }).ToListAsync(ct)).ToLookup(r => r.IdNumber, r => r.HeldOn);
        var finished = new HashSet<long>();
        foreach (var record in records)
        {
            foreach (var before in open[record.IdNumber].Where(f => f.RecordId != record.Id && (f.AskedOn is null || f.AskedOn < record.HeldOn)))
                if (finished.Add(before.Id)) writes.Add(new RowWrite(Done((FollowUp)copier.Copy(before), record), before));
            // The newest visit decides: one that is entered later for an earlier day plans nothing.
            var planned = visits[record.IdNumber].Any(day => day > record.HeldOn) ? null : FollowUpPlan.For(record, context.Settings);
            if (Follow(own[record.Id].FirstOrDefault(), planned, record, copier) is { } write) writes.Add(write);
        }
    }

    private static RowWrite? Follow(FollowUp? stored, FollowUp? planned, ClinicRecord record, RowCopier copier)
    {
        if (stored is null) return planned is null ? null : new RowWrite(planned, null);
        if (!stored.IsOpen || (stored.IsDeleted && stored.DeleteReason != NotNeeded)) return null;
        var row = FollowUpPlan.Take((FollowUp)copier.Copy(stored), record);
        if (planned is null) (row.IsDeleted, row.DeleteReason) = (true, NotNeeded);
        else (row.IsDeleted, row.DeleteReason, row.Reason, row.DueOn) = (false, "", planned.Reason, planned.DueOn);
        return IsSame(row, stored) ? null : new RowWrite(row, stored);
    }

    private static bool IsSame(FollowUp a, FollowUp b) =>
        (a.Region, a.Name, a.Gender, a.Age, a.IdNumber, a.Phone, a.HouseholdName, a.HouseholdId) == (b.Region, b.Name, b.Gender, b.Age, b.IdNumber, b.Phone, b.HouseholdName, b.HouseholdId)
        && (a.AskedOn, a.Reason, a.DueOn, a.IsDeleted) == (b.AskedOn, b.Reason, b.DueOn, b.IsDeleted);

    private static FollowUp Done(FollowUp before, ClinicRecord record)
    {
        (before.DoneOn, before.DoneBy, before.Way) = (record.HeldOn, record.Doctor.Length > 0 ? record.Doctor : AtClinic, AtClinic);
        (before.Systolic, before.Diastolic, before.Glucose, before.GlucoseKind) = (record.Systolic, record.Diastolic, record.Glucose, record.GlucoseKind);
        if (record is { Systolic: null, Glucose: null }) before.Result = FollowUpPlan.Seen;
        return before;
    }
}
