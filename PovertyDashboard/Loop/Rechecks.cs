using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Loop;

/// <summary>Asks for re-checks of closed problems and takes their outcome; both inside the caller's unit of work.</summary>
public static class Rechecks
{
    /// <summary>Setting: days until an item is looked at again after its problem was closed (销号后复查天数) [local rule].</summary>
    public const string DaysKey = "recheck.days";

    private const int DefaultDays = 7;
    private const int DefaultReopenDays = 15;

    /// <summary>The re-check that a closed problem asks for; null where no row of another ledger found it.</summary>
    public static Recheck? For(Problem problem, DateOnly today, SettingsDirectory settings) => problem.OriginId is not { } origin || problem.OriginLedger.Length == 0 ? null : new Recheck
    {
        Region = problem.Region,
        ProblemId = problem.Id,
        OriginLedger = problem.OriginLedger,
        OriginId = origin,
        OriginItem = problem.OriginItem,
        HouseholdId = problem.HouseholdId,
        HouseholdName = problem.HouseholdName,
        Subject = problem.Description,
        AskedOn = today,
        DueOn = today.AddDays(settings.Number(DaysKey, today, DefaultDays)),
    };

    /// <summary>
    /// Takes the outcome of the second look (复查结果): the re-check is done; a failure reopens its problem with a new deadline.
    /// Adds to the context without saving, so that the room saves it together with its own row. Returns the reopened problem.
    /// </summary>
    public static async Task<Problem?> ConcludeAsync(
        AppDbContext db, Recheck recheck, bool passed, string note, UserIdentity user, DateOnly today, SettingsDirectory settings, CancellationToken ct)
    {
        (recheck.DoneOn, recheck.Passed) = (today, passed);
        if (passed) return null;
        var problem = await db.Set<Problem>().FirstOrDefaultAsync(p => p.Id == recheck.ProblemId, ct);
        if (problem is not { State: ProblemState.Closed }) return null;

        var due = today.AddDays(settings.Number(ProblemOpening.DaysKey, today, DefaultReopenDays));
        var form = new ActForm { Note = note.Length == 0 ? "复查不达标" : note, DueOn = due };
        db.Add(ProblemSteps.Take(ProblemAct.Reopen, form, problem, user, today));
        return problem;
    }

    /// <summary>Marks the waiting re-checks of a problem that was reopened by hand as failed.</summary>
    internal static async Task FailWaitingAsync(AppDbContext db, long problemId, DateOnly today, CancellationToken ct)
    {
        foreach (var waiting in await db.Set<Recheck>().Where(r => r.ProblemId == problemId && r.DoneOn == null).ToListAsync(ct))
            (waiting.DoneOn, waiting.Passed) = (today, false);
    }
}
