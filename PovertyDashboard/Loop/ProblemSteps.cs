using PovertyDashboard.Security;

namespace PovertyDashboard.Loop;

/// <summary>Carries an act out and writes it down in one go, so that no problem moves without a step in its history.</summary>
public static class ProblemSteps
{
    /// <summary>Applies the act to the problem and returns its step, to be saved with it.</summary>
    public static ProblemStep Take(ProblemAct act, ActForm form, Problem problem, UserIdentity user, DateOnly today)
    {
        var (from, dueBefore, askedTo) = (problem.State, problem.DueOn, problem.ExtensionTo);
        ProblemActRules.Apply(act, form, problem, user, today);
        return new ProblemStep
        {
            Region = problem.Region,
            ProblemId = problem.Id,
            Act = act.Verb(),
            From = from,
            To = problem.State,
            On = today,
            By = user.DisplayName,
            Note = Describe(act, form, dueBefore, askedTo),
        };
    }

    /// <summary>What was agreed, in the words of the timeline.</summary>
    private static string Describe(ProblemAct act, ActForm form, DateOnly? dueBefore, DateOnly? askedTo)
    {
        var facts = act switch
        {
            ProblemAct.Assign => [$"责任人：{form.Owner.Trim()}", $"时限：{Day(form.DueOn)}", form.Remedy.Length > 0 ? $"措施：{form.Remedy.Trim()}" : ""],
            ProblemAct.Report => [$"完成日期：{Day(form.RectifiedOn)}", form.Evidence.Length > 0 ? $"佐证：{form.Evidence.Trim()}" : "", Confirmed(form.HouseholdConfirmed)],
            ProblemAct.AskExtension => [$"时限 {Day(dueBefore)} 申请延到 {Day(form.DueOn)}"],
            ProblemAct.GrantExtension => [$"时限 {Day(dueBefore)} 延到 {Day(askedTo)}"],
            ProblemAct.RefuseExtension => [$"时限仍为 {Day(dueBefore)}"],
            ProblemAct.Shelve => [$"复核日期：{Day(form.DueOn)}"],
            ProblemAct.Reopen => [$"新时限：{Day(form.DueOn)}"],
            _ => Array.Empty<string>(),
        };
        return string.Join("；", [.. new[] { form.Note.Trim() }.Concat(facts).Where(f => f.Length > 0)]);
    }

    private static string Confirmed(bool? confirmed) => confirmed switch { true => "户主已确认", false => "户主未确认", null => "" };

    private static string Day(DateOnly? day) => day is { } d ? $"{d:yyyy-MM-dd}" : "未定";
}
