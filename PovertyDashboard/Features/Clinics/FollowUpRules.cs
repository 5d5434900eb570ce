using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Clinics;

/// <summary>Rules over the fields of a follow-up (随访表内校验) and what comes after a finished one.</summary>
public static class FollowUpRules
{
    private const int Chunk = 400;

    public static IEnumerable<Fault> Check(FollowUp row, RowContext context)
    {
        foreach (var fault in BloodPressure.FaultsOf(row.Systolic, row.Diastolic)) yield return fault;
        if (row.IdNumber.Length == 0 && row.Age is null) yield return new Fault("年龄", "年龄：没有身份证号，也没有填年龄。请至少填一项，例如 72。");
        if (row is { IsOpen: true } && (row.Result.Length > 0 || row.Systolic is not null || row.Glucose is not null))
            yield return new Fault("随访日期", "随访日期：填了结果或测量值，没有填日期。请填写哪一天随访的，例如 2020-08-20。");
        if (row is { IsOpen: false, Result: "", Systolic: null, Glucose: null })
            yield return new Fault("随访结果", "随访结果：填了随访日期，没有填结果，也没有测量值。请选择结果，或填写血压、血糖。");
        if (row.DoneOn < row.AskedOn) yield return new Fault("随访日期", $"随访日期：早于来源日期（{row.DoneOn:yyyy-MM-dd}，来源 {row.AskedOn:yyyy-MM-dd}）。请核对两个日期。");
        if (row.DueOn < row.AskedOn) yield return new Fault("应随访日期", $"应随访日期：早于来源日期（{row.DueOn:yyyy-MM-dd}，来源 {row.AskedOn:yyyy-MM-dd}）。请核对两个日期。");
    }

    public static void Fill(FollowUp row)
    {
        row.NameKey = NameSort.Key(row.Name);
        if (row.Gender.Length == 0) row.Gender = PersonIdNumber.Gender(row.IdNumber) ?? "";
        row.Age ??= RecordRules.AgeOn(PersonIdNumber.BirthDate(row.IdNumber), row.AskedOn ?? row.DueOn);
    }

    /// <summary>Measured values tell the result where nobody has chosen one.</summary>
    public static void Judge(FollowUp row, SettingsDirectory settings)
    {
        if (!row.IsOpen && row.Result.Length == 0) row.Result = FollowUpPlan.ResultOf(row, settings);
    }

    /// <summary>Plans the next follow-up of each finished one, once, unless something later is known of the person.</summary>
    public static async Task<IReadOnlyList<RowWrite>> ConsequencesAsync(IReadOnlyList<FollowUp> saved, EffectContext context, CancellationToken ct)
    {
        var writes = new List<RowWrite>();
        foreach (var done in saved.Where(f => f is { IsOpen: false, IsDeleted: false }).Chunk(Chunk)) await AddNextAsync(done, context, writes, ct);
        return writes;
    }

    private static async Task AddNextAsync(FollowUp[] done, EffectContext context, List<RowWrite> writes, CancellationToken ct)
    {
        var all = context.Db.Set<FollowUp>().AsNoTracking();
        long?[] ids = [.. done.Select(f => (long?)f.Id)];
        long[] before = [.. done.Select(f => f.AfterId).OfType<long>()];
        string[] names = [.. done.Select(f => f.NameKey).Distinct()];
        var followed = (await all.IgnoreQueryFilters().Where(f => ids.Contains(f.AfterId)).Select(f => f.AfterId).ToListAsync(ct)).ToHashSet();
        var raised = (await all.Where(f => before.Contains(f.Id) && f.Result == FollowUpPlan.Raised).Select(f => f.Id).ToListAsync(ct)).ToHashSet();
        var others = (await all.Where(f => names.Contains(f.NameKey)).ToListAsync(ct)).ToLookup(f => f.NameKey);
        var visits = (await context.Db.Set<ClinicRecord>().AsNoTracking().Where(r => names.Contains(r.NameKey)).ToListAsync(ct)).ToLookup(r => r.NameKey);
        foreach (var row in done.Where(f => !followed.Contains(f.Id)))
        {
            if (others[row.NameKey].Any(f => f.Id != row.Id && IsSamePerson(row, f.IdNumber, f.Region) && (f.DoneOn ?? f.DueOn) > row.DoneOn)) continue;
            if (visits[row.NameKey].Any(r => IsSamePerson(row, r.IdNumber, r.Region) && r.HeldOn >= row.DoneOn)) continue;
            if (FollowUpPlan.After(row, row.AfterId is { } id && raised.Contains(id), context.Settings) is { } next) writes.Add(new RowWrite(next, null));
        }
    }

    private static bool IsSamePerson(FollowUp row, string idNumber, long region) =>
        row.IdNumber.Length > 0 && idNumber.Length > 0 ? row.IdNumber == idNumber : row.Region == region;
}
