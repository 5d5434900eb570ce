using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Loop;

/// <summary>Checks what was filled in for an act and carries it out on the problem; pure.</summary>
public static class ProblemActRules
{
    private const int NoteLength = 500, NameLength = 50;

    /// <summary>What is wrong with the form, field by field.</summary>
    public static IReadOnlyList<Fault> Check(ProblemAct act, ActForm form, Problem problem, DateOnly today)
    {
        var faults = new List<Fault>();
        var note = act.NoteHeader();
        if (act.NeedsNote() && string.IsNullOrWhiteSpace(form.Note)) Add(note, $"没有填。请写明{Expected(act)}");
        if (form.Note.Length > NoteLength) Add(note, $"超过 {NoteLength} 个字（现有 {form.Note.Length} 个）。请缩短");
        if (act == ProblemAct.Assign && string.IsNullOrWhiteSpace(form.Owner)) Add("责任人", "没有填。请填写负责整改的人");
        if (form.Owner.Length > NameLength) Add("责任人", $"超过 {NameLength} 个字。请缩短");
        if (DueFault(act, form.DueOn, problem, today) is { } due) Add(act == ProblemAct.Shelve ? "复核日期" : "整改时限", due);
        if (act == ProblemAct.Report && RectifiedFault(form.RectifiedOn, problem, today) is { } rectified) Add("完成日期", rectified);
        return faults;

        void Add(string header, string fault) => faults.Add(new Fault(header, $"{header}{(fault.StartsWith("没有填", StringComparison.Ordinal) ? "" : "：")}{fault}。"));
    }

    /// <summary>Carries the act out; the form has been checked.</summary>
    public static void Apply(ProblemAct act, ActForm form, Problem problem, UserIdentity user, DateOnly today)
    {
        problem.State = ProblemWorkflow.To(act, problem.State);
        switch (act)
        {
            case ProblemAct.Assign:
                (problem.Owner, problem.DueOn) = (form.Owner.Trim(), form.DueOn);
                (problem.LeadUnit, problem.Leader, problem.Remedy) = (Given(form.LeadUnit, problem.LeadUnit), Given(form.Leader, problem.Leader), Given(form.Remedy, problem.Remedy));
                break;
            case ProblemAct.Report:
                (problem.Result, problem.RectifiedOn, problem.RectifiedBy) = (form.Note.Trim(), form.RectifiedOn, user.Name);
                (problem.Evidence, problem.HouseholdConfirmed) = (Given(form.Evidence, problem.Evidence), form.HouseholdConfirmed);
                break;
            case ProblemAct.Verify:
                problem.VillageVerifier = user.DisplayName;
                break;
            case ProblemAct.Close:
                (problem.TownVerifier, problem.ClosedBy, problem.ClosedOn) = (user.DisplayName, user.DisplayName, today);
                DropExtension(problem);
                break;
            case ProblemAct.Return:
                BackToRectifying(problem);
                break;
            case ProblemAct.AskExtension:
                (problem.ExtensionTo, problem.ExtensionReason, problem.ExtensionBy) = (form.DueOn, form.Note.Trim(), user.Name);
                break;
            case ProblemAct.GrantExtension:
                problem.DueOn = problem.ExtensionTo;
                DropExtension(problem);
                break;
            case ProblemAct.RefuseExtension:
                DropExtension(problem);
                break;
            case ProblemAct.Shelve:
                problem.DueOn = form.DueOn;
                DropExtension(problem);
                break;
            case ProblemAct.Reopen:
                problem.DueOn = form.DueOn;
                (problem.ClosedOn, problem.ClosedBy, problem.TownVerifier) = (null, "", "");
                BackToRectifying(problem);
                break;
        }
    }

    private static string Expected(ProblemAct act) => act switch
    {
        ProblemAct.Report => "做了什么、整改到什么程度",
        ProblemAct.Verify or ProblemAct.Close => "现场看到的情况",
        ProblemAct.RefuseExtension => "不同意的理由",
        _ => "原因",
    };

    private static string? DueFault(ProblemAct act, DateOnly? due, Problem problem, DateOnly today)
    {
        if (act is not (ProblemAct.Assign or ProblemAct.AskExtension or ProblemAct.Shelve or ProblemAct.Reopen)) return null;
        if (due is not { } day) return "没有填。请选择日期";
        var isKept = act == ProblemAct.Assign && day == problem.DueOn;
        if (day < today && !isKept) return $"早于今天（{day:yyyy-MM-dd}，今天是 {today:yyyy-MM-dd}）。请选择今天或以后的日期";
        if (act == ProblemAct.AskExtension && day <= problem.DueOn) return $"不晚于现在的时限（{problem.DueOn:yyyy-MM-dd}）。请选择更晚的日期";
        return act == ProblemAct.Assign && problem.State != ProblemState.Waiting && day > problem.DueOn
            ? $"改派不能推迟时限（现在是 {problem.DueOn:yyyy-MM-dd}）。请保留原时限，另行申请延期"
            : null;
    }

    private static string? RectifiedFault(DateOnly? on, Problem problem, DateOnly today) => on switch
    {
        null => "没有填。请选择整改完成的日期",
        { } day when day > today => $"日期在将来（{day:yyyy-MM-dd}，今天是 {today:yyyy-MM-dd}）。请填写不晚于今天的日期",
        { } day when day < problem.FoundOn => $"早于发现日期（{problem.FoundOn:yyyy-MM-dd}）。请核对后填写",
        _ => null,
    };

    /// <summary>A new round begins: the signs of the last one no longer hold; <see cref="Problem.Fill"/> remembers its rectifier.</summary>
    private static void BackToRectifying(Problem problem)
    {
        problem.Returns++;
        (problem.RectifiedOn, problem.HouseholdConfirmed, problem.VillageVerifier) = (null, null, "");
    }

    private static void DropExtension(Problem problem) =>
        (problem.ExtensionTo, problem.ExtensionReason, problem.ExtensionBy) = (null, "", "");

    private static string Given(string written, string stored) => string.IsNullOrWhiteSpace(written) ? stored : written.Trim();
}
