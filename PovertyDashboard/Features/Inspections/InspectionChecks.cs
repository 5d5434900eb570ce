using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Inspections;

/// <summary>What other rows forbid a plan to do (督查计划跨行校验): leave its villages behind, or go while its problems are being dealt with.</summary>
internal static class InspectionChecks
{
    public static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<Inspection> plans, EffectContext context, CancellationToken ct)
    {
        var faults = new List<RowFault>();
        foreach (var plan in plans.Where(p => p.Id != 0))
        {
            var range = RegionKey.Subtree(plan.Region);
            var left = await context.Db.Set<Sample>().CountAsync(s => s.InspectionId == plan.Id && (s.Region < range.Lo || s.Region >= range.Hi), ct)
                + await context.Db.Set<InspectionFinding>().CountAsync(f => f.InspectionId == plan.Id && (f.Region < range.Lo || f.Region >= range.Hi), ct);
            if (left > 0) faults.Add(new RowFault(plan, new Fault("乡镇", $"乡镇：有 {left} 条抽样户或发现问题不在新的地区。请保留原来的地区，或另外登记一次督查。")));
        }

        return faults;
    }

    public static async Task<string?> RefuseDeleteAsync(AppDbContext db, Inspection plan, CancellationToken ct)
    {
        var findings = db.Set<InspectionFinding>().Where(f => f.InspectionId == plan.Id).Select(f => (long?)f.Id);
        var begun = await Begun(db, FindingLedger.Key).CountAsync(p => findings.Contains(p.OriginId), ct);
        return begun > 0 ? $"删除：这次督查发现的问题有 {begun} 件已在整改。请保留计划，或先在整改台账处理这些问题。" : null;
    }

    public static async Task<string?> RefuseDeleteAsync(AppDbContext db, InspectionFinding finding, CancellationToken ct) =>
        await Begun(db, FindingLedger.Key).AnyAsync(p => p.OriginId == finding.Id, ct) ? "删除：这个问题已转入整改台账，并且有人在办理。请在整改台账里办理，不要删除。" : null;

    public static async Task<string?> RefuseDeleteAsync(AppDbContext db, Answer answer, CancellationToken ct)
    {
        var findings = db.Set<InspectionFinding>().Where(f => f.AnswerId == answer.Id).Select(f => (long?)f.Id);
        return await Begun(db, FindingLedger.Key).AnyAsync(p => findings.Contains(p.OriginId), ct) ? "删除：这个答案已转为发现问题，并且有人在整改。请在整改台账里办理，不要删除。" : null;
    }

    public static async Task<string?> RefuseDeleteAsync(AppDbContext db, Interview interview, CancellationToken ct)
    {
        var answers = db.Set<Answer>().Where(a => a.InterviewId == interview.Id).Select(a => (long?)a.Id);
        var findings = db.Set<InspectionFinding>().Where(f => answers.Contains(f.AnswerId)).Select(f => (long?)f.Id);
        if (await Begun(db, FindingLedger.Key).AnyAsync(p => findings.Contains(p.OriginId), ct)) return "删除：这次访谈发现的问题已有人在整改。请在整改台账里办理，不要删除访谈。";
        return await SurveyLinks.SameHousehold(db.Set<Sample>().Where(s => s.InspectionId == interview.InspectionId && s.State == SampleState.Visited && s.VisitedOn == interview.HeldOn), interview).AnyAsync(ct)
            ? "删除：抽样户台账里，这一户按这次访谈记为“已访”。请先在抽样户台账把状态改回“待访”，再删除访谈。"
            : null;
    }

    /// <summary>Problems of the ledger that somebody has begun to deal with.</summary>
    private static IQueryable<Problem> Begun(AppDbContext db, string ledger) => db.Set<Problem>().Where(p => p.OriginLedger == ledger && (p.State != ProblemState.Waiting || p.Returns > 0));
}
