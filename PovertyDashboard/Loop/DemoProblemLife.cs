using PovertyDashboard.Data;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Loop;

/// <summary>Walks problems that demo rows have found some way to their close-out, by the same acts as people do, on earlier days.</summary>
internal static class DemoProblemLife
{
    private static readonly UserIdentity
        Office = Person("示例.镇扶贫办", "赵某", Roles.Staff),
        Helper = Person("示例.帮扶责任人", "钱某", Roles.Staff),
        Inspector = Person("示例.检查人员", "李某", Roles.Inspector);

    /// <param name="problems">Problems that nobody has touched; tracked by the context.</param>
    /// <param name="today">The day at which the store stands.</param>
    public static async Task LiveAsync(AppDbContext db, IReadOnlyList<Problem> problems, DateOnly today, SettingsDirectory settings, CancellationToken ct)
    {
        var rechecks = new List<Recheck>();
        for (var i = 0; i < problems.Count; i++)
        {
            var problem = problems[i];
            db.AddRange(Steps(problem, i, today).ToList());
            if (problem.State == ProblemState.Closed && Rechecks.For(problem, problem.ClosedOn ?? today, settings) is { } recheck) rechecks.Add(recheck);
        }

        // Most second looks are done by their day and passed; the rest wait, the oldest of them too long.
        foreach (var (recheck, i) in rechecks.Select((r, i) => (r, i)))
            if (i % 4 != 0 && recheck.DueOn <= today) (recheck.DoneOn, recheck.Passed) = (recheck.DueOn, true);
        db.AddRange(rechecks);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Of ten problems six go to the close-out, one waits for verification, two are being rectified and one is untouched, as far as their days allow.</summary>
    private static IEnumerable<ProblemStep> Steps(Problem problem, int i, DateOnly today)
    {
        var days = today.DayNumber - problem.FoundOn.DayNumber;
        if (i % 10 == 9 || days < 1) yield break;
        yield return Take(ProblemAct.Assign, problem, Office, 1, new ActForm { Owner = i % 2 == 0 ? "刘某" : "陈某", LeadUnit = "村“两委”", Remedy = "帮扶责任人上门，和户主一起整改到位", DueOn = problem.DueOn });
        if (i % 10 >= 7 || days < 3) yield break;
        yield return Take(ProblemAct.Report, problem, Helper, 3, new ActForm { Note = "已整改到位", RectifiedOn = problem.FoundOn.AddDays(3), Evidence = "整改后照片", HouseholdConfirmed = true });
        if (i % 10 == 6 || days < 5) yield break;
        yield return Take(ProblemAct.Close, problem, Inspector, 5, new ActForm { Note = "现场复核属实，同意销号" });
    }

    private static ProblemStep Take(ProblemAct act, Problem problem, UserIdentity user, int daysAfter, ActForm form) =>
        ProblemSteps.Take(act, form, problem, user, problem.FoundOn.AddDays(daysAfter));

    private static UserIdentity Person(string account, string name, string role) => new(account, name, [role], RegionScope.Everything);
}
