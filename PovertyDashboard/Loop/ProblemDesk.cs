using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Loop;

/// <summary>
/// Where problems are dealt with (销号办理): each act checks right, state, form and version, and saves the problem, its step
/// and, after a close-out, the re-check in one transaction.
/// </summary>
public sealed class ProblemDesk(IDbContextFactory<AppDbContext> contexts, CurrentUser current, Clock clock, SettingsDirectory settings)
{
    private UserIdentity User => current.Identity;

    private bool VillageFirst => settings.Number(ProblemWorkflow.VillageFirstKey, clock.Today, 0) == 1;

    /// <summary>The problem as it stands, or null when it is gone, outside the user's places, or not for him to read.</summary>
    public async Task<Problem?> FindAsync(long id, CancellationToken ct)
    {
        if (!User.May(Act.Read)) return null;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Problem>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct);
    }

    /// <summary>The steps of a problem, latest first.</summary>
    public async Task<IReadOnlyList<ProblemStep>> HistoryAsync(long id, CancellationToken ct)
    {
        if (!User.May(Act.Read)) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ProblemStep>().AsNoTracking().Where(s => s.ProblemId == id).OrderByDescending(s => s.Id).ToListAsync(ct);
    }

    /// <summary>The re-check that the problem's close-out asked for last, or null.</summary>
    public async Task<Recheck?> LastRecheckAsync(long id, CancellationToken ct)
    {
        if (!User.May(Act.Read)) return null;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Recheck>().AsNoTracking().Where(r => r.ProblemId == id).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>What the user may do with the problem now.</summary>
    public IReadOnlyList<ProblemAct> Allowed(Problem problem) => ProblemWorkflow.Allowed(problem, User, VillageFirst);

    /// <summary>The verb that stands in the row: the next step, when this user may take it.</summary>
    public ProblemAct? Next(Problem problem)
    {
        if (ProblemWorkflow.Next(problem, VillageFirst) is not { } next) return null;
        if (ProblemWorkflow.Refusal(next, problem, User, VillageFirst) is null) return next;
        // Who may not close may still do the village's part or send it back.
        return next == ProblemAct.Close && ProblemWorkflow.Refusal(ProblemAct.Verify, problem, User, VillageFirst) is null ? ProblemAct.Verify : null;
    }

    public async Task<ActResult> ActAsync(ProblemRef seen, ProblemAct act, ActForm form, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.InTransactionAsync(
            async innerCt =>
            {
                var result = await TryAsync(db, seen, act, form, innerCt);
                if (result.IsDone) await db.SaveChangesAsync(innerCt);
                return result;
            },
            ct);
    }

    /// <summary>The same act on several problems in one transaction; those that do not allow it are left as they are and named.</summary>
    public async Task<BulkResult> ActManyAsync(IReadOnlyList<ProblemRef> seen, ProblemAct act, ActForm form, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.InTransactionAsync(
            async innerCt =>
            {
                var refused = new List<(string, string)>();
                foreach (var one in seen)
                    if (await TryAsync(db, one, act, form, innerCt) is { IsDone: false } left)
                        refused.Add((left.Current?.Number ?? "", left.Message));
                await db.SaveChangesAsync(innerCt);
                return new BulkResult(seen.Count - refused.Count, refused);
            },
            ct);
    }

    /// <summary>Carries the act out on the tracked row; nothing is saved yet, and a row that fails is not touched.</summary>
    private async Task<ActResult> TryAsync(AppDbContext db, ProblemRef seen, ProblemAct act, ActForm form, CancellationToken ct)
    {
        var problem = await db.Set<Problem>().FirstOrDefaultAsync(p => p.Id == seen.Id, ct);
        if (problem is null) return ActResult.Gone();
        if (problem.Version != seen.VersionSeen) return ActResult.Conflict(await ConflictAsync(db, problem, ct), problem);
        if (ProblemWorkflow.Refusal(act, problem, User, VillageFirst) is { } refusal) return ActResult.Refused(refusal, problem);
        if (ProblemActRules.Check(act, form, problem, clock.Today) is { Count: > 0 } faults) return ActResult.Invalid(faults, problem);

        db.Add(ProblemSteps.Take(act, form, problem, User, clock.Today));
        if (act == ProblemAct.Close && Rechecks.For(problem, clock.Today, settings) is { } recheck) db.Add(recheck);
        if (act == ProblemAct.Reopen) await Rechecks.FailWaitingAsync(db, problem.Id, clock.Today, ct);
        return ActResult.Done(act, problem);
    }

    private static async Task<string> ConflictAsync(AppDbContext db, Problem problem, CancellationToken ct)
    {
        var name = await db.Set<AppUser>().Where(u => u.UserName == problem.ChangedBy).Select(u => u.DisplayName).FirstOrDefaultAsync(ct);
        return $"没有保存：{(string.IsNullOrEmpty(name) ? problem.ChangedBy : name)}在 {Clock.ToLocal(problem.ChangedAt):MM-dd HH:mm} 改过这件问题，现在是“{problem.State}”。请核对后再办理。";
    }
}
