using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections;

/// <summary>A plan with how far it has come (督查进展).</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Called">Households that are to be met (应访): waiting or visited.</param>
/// <param name="Visited">Of them visited.</param>
/// <param name="Replaced">Households that were replaced.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Open">Findings whose problem is not closed.</param>
public sealed record PlanProgress(Inspection Plan, int Called, int Visited, int Replaced, int Findings, int Open);

/// <summary>A drawn household with its interview, where it has one (抽样户和访谈).</summary>
public sealed record SampleLine(Sample Sample, long? InterviewId);

/// <summary>A finding with its problem, as far as the user sees it (发现问题和整改).</summary>
public sealed record FindingLine(InspectionFinding Finding, Problem? Problem);

/// <summary>A plan with its sample and what was found (督查工作单).</summary>
public sealed record PlanSheet(PlanProgress Progress, IReadOnlyList<SampleLine> Samples, IReadOnlyList<FindingLine> Findings)
{
    public Inspection Plan => Progress.Plan;
}

/// <summary>A village from which may be drawn, and how many households it has (可抽的村).</summary>
public sealed record DrawVillage(long Key, string Name, int Households);

/// <summary>Reads plans with their progress in the user's places (督查查询); nobody without the right to read inspections gets any.</summary>
public sealed class PlanReader(IDbContextFactory<AppDbContext> stores, RegionDirectory regions, CurrentUser user, Clock clock, IEnumerable<HouseholdKeys> households)
{
    /// <summary>Ledgers whose changes move the pages.</summary>
    public static readonly IReadOnlyList<string> Ledgers = [InspectionLedger.Key, SampleLedger.Key, InterviewLedger.Key, AnswerLedger.Key, FindingLedger.Key, LoopKeys.Problems];

    public bool MayRead => user.Identity.May(Act.ReadInspections);

    /// <summary>The plans of the place and of the places above it, the newest first.</summary>
    public async Task<IReadOnlyList<PlanProgress>> ListAsync(long region, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        var range = RegionKey.Subtree(region);
        var above = RegionKey.PathUp(region).ToList();
        var plans = await db.Set<Inspection>().AsNoTracking().Where(p => (p.Region >= range.Lo && p.Region < range.Hi) || above.Contains(p.Region)).OrderByDescending(p => p.StartsOn).ThenByDescending(p => p.Id).ToListAsync(ct);
        return await ProgressAsync(db, plans, ct);
    }

    /// <summary>One plan; null where there is none in the user's places.</summary>
    public async Task<PlanSheet?> ReadAsync(long id, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        if (await db.Set<Inspection>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan) return null;
        var interviews = await db.Set<Interview>().AsNoTracking().Where(i => i.InspectionId == id).OrderBy(i => i.HeldOn).ThenBy(i => i.Id).ToListAsync(ct);
        var samples = await db.Set<Sample>().AsNoTracking().Where(s => s.InspectionId == id).OrderBy(s => s.Order).ThenBy(s => s.Id).ToListAsync(ct);
        var findings = await db.Set<InspectionFinding>().AsNoTracking().Where(f => f.InspectionId == id).OrderBy(f => f.Number).ThenBy(f => f.Id).ToListAsync(ct);
        long?[] ids = [.. findings.Select(f => (long?)f.Id)];
        var problems = (await db.Set<Problem>().AsNoTracking().Where(p => p.OriginLedger == FindingLedger.Key && ids.Contains(p.OriginId)).OrderBy(p => p.Id).ToListAsync(ct)).ToLookup(p => p.OriginId);
        return new PlanSheet(
            (await ProgressAsync(db, [plan], ct))[0],
            [.. samples.Select(s => new SampleLine(s, interviews.LastOrDefault(i => SurveyLinks.IsSameHousehold(i, s))?.Id))],
            [.. findings.Select(f => new FindingLine(f, problems[f.Id].LastOrDefault()))]);
    }

    /// <summary>The villages of a plan's place with the households that are in the books today.</summary>
    public async Task<IReadOnlyList<DrawVillage>> VillagesAsync(Inspection plan, CancellationToken ct)
    {
        await using var db = await stores.CreateDbContextAsync(ct);
        var (range, day) = (RegionKey.Subtree(plan.Region), clock.Today);
        var counts = households.FirstOrDefault() is not { } known ? []
            : await known(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi && (h.EndedOn == null || h.EndedOn > day)).GroupBy(h => h.Region).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. counts.Where(c => user.Identity.Scope.Contains(c.Key)).OrderBy(c => c.Key).Select(c => new DrawVillage(c.Key, regions.Tree.NameOf(c.Key), c.Value))];
    }

    private static async Task<IReadOnlyList<PlanProgress>> ProgressAsync(AppDbContext db, IReadOnlyList<Inspection> plans, CancellationToken ct)
    {
        long[] ids = [.. plans.Select(p => p.Id)];
        var samples = (await db.Set<Sample>().Where(s => ids.Contains(s.InspectionId)).GroupBy(s => new { s.InspectionId, s.State }).Select(g => new { g.Key.InspectionId, g.Key.State, Count = g.Count() }).ToListAsync(ct)).ToLookup(s => s.InspectionId);
        var findings = db.Set<InspectionFinding>().Where(f => ids.Contains(f.InspectionId));
        var found = await findings.GroupBy(f => f.InspectionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var open = await findings.Where(f => db.Set<Problem>().Any(p => p.OriginLedger == FindingLedger.Key && p.OriginId == f.Id && p.State != ProblemState.Closed))
            .GroupBy(f => f.InspectionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. plans.Select(p => new PlanProgress(p, Of(p, SampleState.Waiting) + Of(p, SampleState.Visited), Of(p, SampleState.Visited), Of(p, SampleState.Replaced), found.GetValueOrDefault(p.Id), open.GetValueOrDefault(p.Id)))];

        int Of(Inspection plan, string state) => samples[plan.Id].Where(s => s.State == state).Sum(s => s.Count);
    }
}
