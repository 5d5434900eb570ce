using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections;

/// <summary>Rules over the fields of an interview (访谈表内校验); pure. That its day is not in the future is said by its column.</summary>
public static class InterviewRules
{
    public static IEnumerable<Fault> Check(Interview interview, RowContext context)
    {
        if (interview.Surveyor == interview.SecondSurveyor) yield return new Fault("调查人2", $"调查人2：与调查人是同一个人（“{interview.SecondSurveyor}”）。请填写另一名调查人，访谈要两人一起做。");
        if (interview is { Way: InterviewWay.Phone, Call: "" }) yield return new Fault("电话结果", "电话结果：打电话的没有填结果。请选择接通、未接、空号、停机或拒访。");
        if (interview is { Way: InterviewWay.Home, Call.Length: > 0 }) yield return new Fault("电话结果", $"电话结果：入户访谈不用填（“{interview.Call}”）。请删去，或把调查方式改为电话。");
        if (interview.IsFutile && Said(interview) is { } said) yield return new Fault(said, $"{said}：电话“{interview.Call}”，没有问到人，不能有回答。请删去，或核对电话结果。");
        if (interview is { WronglyLifted: > 0, Class: not SurveyClass.Lifted }) yield return new Fault("错退人口", "错退人口：只有脱贫户才有错退。请把调查户别改为脱贫户，或删去错退人口。");
        if (interview is { Missed: > 0, Class: not SurveyClass.Other }) yield return new Fault("漏评人口", "漏评人口：只有非建档立卡户才有漏评。请把调查户别改为非建档立卡户，或删去漏评人口。");
        if (interview is { Class.Length: > 0, People: null, IsFutile: false }) yield return new Fault("调查人口", "调查人口：填了调查户别，没有填人口。请填写这一户的人数，例如 4。");
        if (interview is { Class: "", People: not null }) yield return new Fault("调查户别", "调查户别：填了调查人口，没有选户别。请选择脱贫户、未脱贫户或非建档立卡户。");
        if (interview.WronglyLifted > interview.People) yield return new Fault("错退人口", $"错退人口：多于调查人口（“{interview.WronglyLifted}”，调查人口是 {interview.People}）。请核对后填写。");
        if (interview.Missed > interview.People) yield return new Fault("漏评人口", $"漏评人口：多于调查人口（“{interview.Missed}”，调查人口是 {interview.People}）。请核对后填写。");
    }

    public static void Fill(Interview interview) => (interview.Surveyor, interview.SecondSurveyor) = (interview.Surveyor.Trim(), interview.SecondSurveyor.Trim());

    /// <summary>Answers repeat the day and the household of their interview.</summary>
    public static Action<LedgerRow>? Repeats(Interview before, Interview after)
    {
        if ((before.HeldOn, before.HouseholdName, before.HouseholdNumber, before.HouseholdId) == (after.HeldOn, after.HouseholdName, after.HouseholdNumber, after.HouseholdId)) return null;
        return row =>
        {
            if (row is Answer answer) (answer.HeldOn, answer.HouseholdName, answer.HouseholdNumber, answer.HouseholdId) = (after.HeldOn, after.HouseholdName, after.HouseholdNumber, after.HouseholdId);
        };
    }

    /// <summary>Header of the first thing that only somebody who answers can have said.</summary>
    private static string? Said(Interview i) => new[]
    {
        ("对帮扶责任人", i.WithHelper), ("对驻村工作队", i.WithTeam), ("对村“两委”", i.WithVillage), ("对帮扶成效", i.WithResults), ("认可情况", i.Approval), ("受访人签名", i.Signature),
    }.Where(s => s.Item2.Length > 0).Select(s => s.Item1).FirstOrDefault();
}

/// <summary>What only the plan tells of an interview (访谈跨行校验).</summary>
internal static class InterviewChecks
{
    public static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<Interview> interviews, EffectContext context, CancellationToken ct)
    {
        var faults = await SurveyLinks.CheckAsync(interviews, context, ct);
        foreach (var interview in interviews.Where(i => i.InspectionId != 0 && i.HeldOn < i.PlanDate))
            faults.Add(new RowFault(interview, new Fault("访谈日期", $"访谈日期：早于督查开始日期（“{interview.HeldOn:yyyy-MM-dd}”，督查从 {interview.PlanDate:yyyy-MM-dd} 开始）。请核对日期或督查名称。")));
        return faults;
    }
}

/// <summary>What a saved interview means for the sample (访谈的后续): the drawn household has been visited.</summary>
internal static class InterviewEffects
{
    private const int Chunk = 400;

    public static async Task<IReadOnlyList<RowWrite>> MarkVisitedAsync(IReadOnlyList<Interview> saved, EffectContext context, CancellationToken ct)
    {
        var (writes, copier) = (new List<RowWrite>(), new RowCopier(context.Db));
        foreach (var interviews in saved.Where(i => !i.IsDeleted && !i.IsFutile).Chunk(Chunk))
        {
            long[] plans = [.. interviews.Select(i => i.InspectionId).Distinct()];
            var waiting = (await context.Db.Set<Sample>().AsNoTracking().Where(s => plans.Contains(s.InspectionId) && s.State == SampleState.Waiting).ToListAsync(ct)).ToLookup(s => s.InspectionId);
            foreach (var interview in interviews)
                if (waiting[interview.InspectionId].FirstOrDefault(s => SurveyLinks.IsSameHousehold(s, interview)) is { } stored && !writes.Exists(w => w.Stored == stored))
                {
                    var sample = (Sample)copier.Copy(stored);
                    (sample.State, sample.VisitedOn) = (SampleState.Visited, interview.HeldOn);
                    writes.Add(new RowWrite(sample, stored));
                }
        }

        return writes;
    }
}
