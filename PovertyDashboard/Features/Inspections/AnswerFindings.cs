using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Inspections;

/// <summary>
/// From a bad answer to a finding (问题答案转发现问题): one for each answer, however often it is saved; a corrected answer takes it back
/// while nobody deals with its problem.
/// </summary>
internal static class AnswerFindings
{
    private const int Chunk = 400;

    /// <summary>New findings of saved answers that have none yet, deleted ones included: what a person took away does not come back by a file.</summary>
    public static async Task<IReadOnlyList<LedgerRow>> OfAsync(IReadOnlyList<Answer> saved, EffectContext context, CancellationToken ct)
    {
        var bad = saved.Where(a => a is { IsFinding: true, IsDeleted: false }).ToList();
        var known = new HashSet<long?>();
        foreach (var ids in bad.Select(a => (long?)a.Id).Chunk(Chunk))
            known.UnionWith(await context.Db.Set<InspectionFinding>().IgnoreQueryFilters().Where(f => ids.Contains(f.AnswerId)).Select(f => f.AnswerId).ToListAsync(ct));
        var fresh = bad.Where(a => !known.Contains(a.Id)).ToList();
        var (surveyors, sources) = (await SurveyorsAsync(fresh, context, ct), await SourcesAsync(fresh, context, ct));
        var next = new Dictionary<(long Plan, long Township), int>();
        var findings = new List<LedgerRow>();
        foreach (var answer in fresh)
        {
            var key = (answer.InspectionId, Regions.RegionKey.TownshipOf(answer.Region));
            if (!next.TryGetValue(key, out var number)) number = await FindingLedger.NextNumberAsync(context.Db, answer.Plan, answer.PlanDate, answer.Region, ct);
            next[key] = number + 1;
            findings.Add(Make(answer, number, surveyors.GetValueOrDefault(answer.InterviewId, ""), sources.GetValueOrDefault(answer.InspectionId, "")));
        }

        return findings;
    }

    /// <summary>Problems of the findings of saved answers; findings of corrected answers are taken back, with a problem that nobody has touched.</summary>
    public static async Task<IReadOnlyList<RowWrite>> FollowAsync(IReadOnlyList<Answer> saved, EffectContext context, CancellationToken ct)
    {
        var (writes, open, copier) = (new List<RowWrite>(), new List<InspectionFinding>(), new RowCopier(context.Db));
        foreach (var answers in saved.Where(a => !a.IsDeleted).Chunk(Chunk))
        {
            long?[] ids = [.. answers.Select(a => (long?)a.Id)];
            var findings = (await context.Db.Set<InspectionFinding>().AsNoTracking().Where(f => ids.Contains(f.AnswerId)).ToListAsync(ct)).ToDictionary(f => f.AnswerId!.Value);
            foreach (var answer in answers)
                if (findings.TryGetValue(answer.Id, out var finding))
                {
                    if (answer.IsFinding) open.Add(finding);
                    else await TakeBackAsync(finding, context, copier, writes, ct);
                }
        }

        writes.AddRange(await FindingProblems.OfAsync(open, context, ct));
        return writes;
    }

    private static async Task TakeBackAsync(InspectionFinding finding, EffectContext context, RowCopier copier, List<RowWrite> writes, CancellationToken ct)
    {
        var problem = await FoundProblems.LatestAsync(context.Db, FindingLedger.Key, finding.Id, "", ct);
        if (problem is { IsDeleted: false } && !FoundProblems.IsUntouched(problem)) return;
        var withdrawn = (InspectionFinding)copier.Copy(finding);
        (withdrawn.IsDeleted, withdrawn.DeleteReason) = (true, FoundProblems.Withdrawn);
        // Its untouched problem goes with it.
        writes.Add(new RowWrite(withdrawn, finding));
    }

    private static InspectionFinding Make(Answer answer, int number, string surveyors, string source) => new()
    {
        Region = answer.Region,
        Plan = answer.Plan,
        PlanDate = answer.PlanDate,
        InspectionId = answer.InspectionId,
        Number = number,
        HouseholdName = answer.HouseholdName,
        HouseholdNumber = answer.HouseholdNumber,
        HouseholdId = answer.HouseholdId,
        FoundOn = answer.HeldOn,
        FoundBy = surveyors,
        Category = answer.Category,
        Kind = answer.FindingKind.Length > 0 ? answer.FindingKind : "其他",
        Description = Describe(answer),
        Source = source,
        AnswerId = answer.Id,
    };

    private static string Describe(Answer answer) => $"{answer.Wording.TrimEnd('？', '?', '。')}：{answer.Given}{(answer.Note.Length > 0 ? $"（{answer.Note.TrimEnd('。')}）" : "")}";

    private static async Task<Dictionary<long, string>> SurveyorsAsync(IReadOnlyList<Answer> answers, EffectContext context, CancellationToken ct)
    {
        var found = new Dictionary<long, string>();
        foreach (var ids in answers.Select(a => a.InterviewId).Distinct().Chunk(Chunk))
            foreach (var i in await context.Db.Set<Interview>().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Surveyor, i.SecondSurveyor }).ToListAsync(ct)) found[i.Id] = $"{i.Surveyor}、{i.SecondSurveyor}";
        return found;
    }

    private static async Task<Dictionary<long, string>> SourcesAsync(IReadOnlyList<Answer> answers, EffectContext context, CancellationToken ct)
    {
        long[] plans = [.. answers.Select(a => a.InspectionId).Distinct()];
        return await context.Db.Set<Inspection>().Where(p => plans.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Source, ct);
    }
}
