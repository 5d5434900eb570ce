using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Inspections;

/// <summary>From a finding of an inspection to its problem (督查发现转整改), on form and file alike: one problem for each, which follows a correction until somebody deals with it.</summary>
internal static class FindingProblems
{
    private const int Chunk = 400, LongestText = 500;

    public static async Task<IReadOnlyList<RowWrite>> OfAsync(IReadOnlyList<InspectionFinding> saved, EffectContext context, CancellationToken ct)
    {
        var (db, copier, writes, news) = (context.Db, new RowCopier(context.Db), new List<RowWrite>(), new List<Finding>());
        foreach (var findings in saved.Where(f => !f.IsDeleted).Chunk(Chunk))
        {
            long?[] ids = [.. findings.Select(f => (long?)f.Id)];
            // Withdrawn ones too: a finding that comes back keeps its number.
            var own = (await db.Set<Problem>().IgnoreQueryFilters().AsNoTracking().Where(p => p.OriginLedger == FindingLedger.Key && ids.Contains(p.OriginId) && (!p.IsDeleted || p.DeleteReason == FoundProblems.Withdrawn)).OrderBy(p => p.Id).ToListAsync(ct))
                .ToLookup(p => p.OriginId);
            foreach (var finding in findings)
            {
                if (own[finding.Id].LastOrDefault() is not { } stored) news.Add(For(finding));
                else if (Follow(stored, finding, copier) is { } changed) writes.Add(new RowWrite(changed, stored));
            }
        }

        // All in one go: numbers of one township and day are handed out once.
        writes.AddRange((await FoundProblems.OpenAsync(db, news, context.Settings, ct)).Select(p => new RowWrite(p, null)));
        return writes;
    }

    /// <summary>What the finding tells the remediation ledger; pure.</summary>
    public static Finding For(InspectionFinding finding) => new(
        finding.Region, finding.HouseholdName, finding.HouseholdId, finding.Source, finding.Category, Describe(finding), finding.FoundOn, finding.FoundBy, FindingLedger.Key, finding.Id, "", finding.DueOn);

    /// <summary>手册填写不规范：缺帮扶成效一页（8 月专项督查第 3 个问题）。</summary>
    public static string Describe(InspectionFinding finding)
    {
        var text = $"{finding.Kind}：{finding.Description.TrimEnd('。')}（{finding.Plan}第 {finding.Number} 个问题）。";
        return text.Length <= LongestText ? text : text[..LongestText];
    }

    /// <summary>A problem that nobody has touched says what the finding says; later it is left to those who deal with it.</summary>
    private static Problem? Follow(Problem stored, InspectionFinding finding, RowCopier copier)
    {
        if (!FoundProblems.IsUntouched(stored)) return null;
        var problem = (Problem)copier.Copy(stored);
        (problem.IsDeleted, problem.DeleteReason) = (false, "");
        (problem.Region, problem.HouseholdName, problem.HouseholdId) = (finding.Region, finding.HouseholdName, finding.HouseholdId);
        (problem.Category, problem.Description, problem.Source) = (finding.Category, Describe(finding), finding.Source);
        if (finding.DueOn is not null) problem.DueOn = finding.DueOn;
        return (problem.IsDeleted, problem.Region, problem.HouseholdName, problem.HouseholdId, problem.Category, problem.Description, problem.Source, problem.DueOn)
            == (stored.IsDeleted, stored.Region, stored.HouseholdName, stored.HouseholdId, stored.Category, stored.Description, stored.Source, stored.DueOn) ? null : problem;
    }
}
