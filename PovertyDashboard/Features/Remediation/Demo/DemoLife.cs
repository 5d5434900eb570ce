using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Remediation.Demo;

/// <summary>Walks an 示例 problem through its life by the same acts as people do, on earlier days; pure.</summary>
internal static class DemoLife
{
    /// <summary>The demo store stands at this day.</summary>
    public static readonly DateOnly AsOf = new(2020, 8, 31);

    /// <summary>Who looks again.</summary>
    public static readonly UserIdentity Inspector = Person("示例.检查人员", "李某", Roles.Inspector);

    private static readonly UserIdentity
        Office = Person("示例.镇扶贫办", "赵某", Roles.Staff),
        Helper = Person("示例.帮扶责任人", "钱某", Roles.Staff),
        Village = Person("示例.村支书", "孙某", Roles.Staff);

    private static readonly int[] Terms = [3, 7, 15, 15, 30];

    /// <summary>Whether the problem is still open: twelve old ones and most of the last sixteen of 96, so three in four are closed.</summary>
    public static bool IsOpen(int i) => i < 80 ? i >= 20 && i % 5 == 1 : i % 4 != 3;

    public static DateOnly FoundOn(int i, int count) => new DateOnly(2020, 7, 1).AddDays(i * 61 / count);

    public static DateOnly DueOn(int i, DateOnly foundOn) => foundOn.AddDays(Terms[i % Terms.Length]);

    /// <summary>The acts of the problem so far, applied in order.</summary>
    public static IEnumerable<ProblemStep> Live(Problem problem, int i)
    {
        if (!IsOpen(i)) return Close(problem, i);
        // Old ones: in turn being rectified (some with an extension), waiting for verification, or shelved.
        if (i < 80) return (i / 5 % 6) switch { 1 => Report(problem, i), 3 => Extend(problem, i), 4 => Ask(problem, i), 5 when i > 40 => Shelve(problem), 5 => Extend(problem, i), _ => Assign(problem, i) };
        return (i % 4) switch { 0 => [], 1 => Assign(problem, i), _ => i % 8 == 2 ? Report(problem, i) : Assign(problem, i) };
    }

    /// <summary>A problem that a check of August opened: most are closed within days, the latest are still untouched.</summary>
    public static IEnumerable<ProblemStep> LiveOfCheck(Problem problem, int i)
    {
        if (problem.FoundOn > AsOf.AddDays(-4)) return i % 3 == 0 ? Assign(problem, i) : [];
        return (i % 8) switch { 1 => Assign(problem, i), 5 => Report(problem, i, 1 + i % 3), _ => Close(problem, i, 1 + i % 5) };
    }

    /// <summary>The whole way to the close-out, by different accounts.</summary>
    private static IEnumerable<ProblemStep> Close(Problem problem, int i, int? days = null)
    {
        foreach (var step in Report(problem, i, days)) yield return step;
        var seenOn = Before(problem.RectifiedOn!.Value.AddDays(1), AsOf);
        if (i % 3 == 0) yield return Take(ProblemAct.Verify, problem, Village, seenOn, new ActForm { Note = "村里已现场看过，整改属实" });
        if (i % 11 == 4)
        {
            yield return Take(ProblemAct.Return, problem, Office, seenOn, new ActForm { Note = "照片看不清，补拍后再报" });
            yield return Take(ProblemAct.Report, problem, Helper, seenOn, Done(i, seenOn));
        }

        yield return Take(ProblemAct.Close, problem, problem.IsInspectorFound ? Inspector : Office, Before(seenOn.AddDays(i % 2), AsOf), new ActForm { Note = "现场复核属实，同意销号" });
    }

    private static IEnumerable<ProblemStep> Assign(Problem problem, int i)
    {
        var form = new ActForm { Owner = ExampleProblems.PersonOf(i * 3 + 1), LeadUnit = "村“两委”", Leader = ExampleProblems.PersonOf(i + 5), Remedy = ExampleProblems.Of(i).Remedy, DueOn = problem.DueOn };
        yield return Take(ProblemAct.Assign, problem, Office, Before(problem.FoundOn.AddDays(i % 2), AsOf), form);
    }

    /// <summary>Reported after the days, or else after a part of the time allowed.</summary>
    private static IEnumerable<ProblemStep> Report(Problem problem, int i, int? days = null)
    {
        foreach (var step in Assign(problem, i)) yield return step;
        var after = days ?? 1 + (problem.DueOn!.Value.DayNumber - problem.FoundOn.DayNumber) * (i % 3 + 1) / 4;
        var on = Before(problem.FoundOn.AddDays(after), AsOf);
        yield return Take(ProblemAct.Report, problem, Helper, on, Done(i, on));
    }

    private static IEnumerable<ProblemStep> Ask(Problem problem, int i)
    {
        foreach (var step in Assign(problem, i)) yield return step;
        yield return Take(ProblemAct.AskExtension, problem, Helper, new DateOnly(2020, 8, 28), new ActForm { DueOn = new DateOnly(2020, 9, 15), Note = "材料未到货，施工队排期到 9 月上旬" });
    }

    private static IEnumerable<ProblemStep> Extend(Problem problem, int i)
    {
        foreach (var step in Assign(problem, i)) yield return step;
        var asked = Before(problem.DueOn!.Value, AsOf);
        yield return Take(ProblemAct.AskExtension, problem, Helper, asked, new ActForm { DueOn = new DateOnly(2020, 9, 2).AddDays(i % 20), Note = "连续降雨，室外施工推迟" });
        yield return Take(ProblemAct.GrantExtension, problem, Office, Before(asked.AddDays(1), AsOf), new ActForm { Note = "情况属实，同意" });
    }

    private static IEnumerable<ProblemStep> Shelve(Problem problem)
    {
        var form = new ActForm { DueOn = new DateOnly(2020, 12, 31), Note = "须等上级补助标准明确后实施，已向户主说明，先挂账" };
        yield return Take(ProblemAct.Shelve, problem, problem.IsInspectorFound ? Inspector : Office, Before(problem.DueOn!.Value, AsOf), form);
    }

    private static ActForm Done(int i, DateOnly on) => new() { RectifiedOn = on, Note = ExampleProblems.Of(i).Result, Evidence = "整改前后照片", HouseholdConfirmed = true };

    private static ProblemStep Take(ProblemAct act, Problem problem, UserIdentity by, DateOnly on, ActForm form) => ProblemSteps.Take(act, form, problem, by, on);

    private static DateOnly Before(DateOnly day, DateOnly last) => day < last ? day : last;

    private static UserIdentity Person(string account, string name, string role) => new(account, name, [role], RegionScope.Of([RegionKey.Subtree(371500000000).Lo]));
}
