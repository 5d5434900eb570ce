using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation.Acts;

/// <summary>What has been typed into the dialog of an act (办理单草稿): texts as typed and what is wrong with them.</summary>
public sealed class ActDraft
{
    public const string DueHeader = "整改时限", ReviewHeader = "复核日期", RectifiedHeader = "完成日期", OwnerHeader = "责任人";

    private readonly Dictionary<string, string> _faults = [];

    public string Note { get; set; } = "";

    public string Owner { get; set; } = "";

    public string LeadUnit { get; set; } = "";

    public string Leader { get; set; } = "";

    public string Remedy { get; set; } = "";

    public string Evidence { get; set; } = "";

    public bool? HouseholdConfirmed { get; set; }

    /// <summary>The deadline as typed.</summary>
    public string DueOn { get; set; } = "";

    /// <summary>The day of completion as typed.</summary>
    public string RectifiedOn { get; set; } = "";

    /// <summary>What can be proposed from the problem; several problems share only what is the same for all.</summary>
    public static ActDraft For(ProblemAct act, IReadOnlyList<Problem> problems, DateOnly today, int days) => new()
    {
        Owner = Same(problems, p => p.Owner),
        LeadUnit = Same(problems, p => p.LeadUnit),
        Leader = Same(problems, p => p.Leader),
        Remedy = Same(problems, p => p.Remedy),
        Evidence = Same(problems, p => p.Evidence),
        Note = act == ProblemAct.Report ? Same(problems, p => p.Result) : "",
        HouseholdConfirmed = problems.Count == 1 ? problems[0].HouseholdConfirmed : null,
        RectifiedOn = act == ProblemAct.Report ? Text(today) : "",
        DueOn = act switch
        {
            ProblemAct.Assign => Text(Due(problems, today, days)),
            ProblemAct.Reopen => Text(today.AddDays(days)),
            _ => "",
        },
    };

    public string? FaultOf(string header) => _faults.GetValueOrDefault(header);

    /// <summary>The form that the texts make, or null where a date cannot be read.</summary>
    public ActForm? Build(string dueHeader, DateOnly today)
    {
        _faults.Clear();
        var form = new ActForm
        {
            Note = Note,
            Owner = Owner,
            LeadUnit = LeadUnit,
            Leader = Leader,
            Remedy = Remedy,
            Evidence = Evidence,
            HouseholdConfirmed = HouseholdConfirmed,
            DueOn = Day(dueHeader, DueOn, today),
            RectifiedOn = Day(RectifiedHeader, RectifiedOn, today),
        };
        return _faults.Count == 0 ? form : null;
    }

    public void Put(IEnumerable<Fault> faults)
    {
        foreach (var fault in faults) _faults.TryAdd(fault.Column, fault.Message);
    }

    private DateOnly? Day(string header, string text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var (day, fault) = DateText.Read(text, today);
        if (fault is not null) _faults[header] = $"{header}：{fault}。请填写存在的日期，例如 2020-08-28。";
        return day;
    }

    /// <summary>The deadline in force where there is one that can still be kept, else the days of the setting from today.</summary>
    private static DateOnly Due(IReadOnlyList<Problem> problems, DateOnly today, int days) =>
        problems.Select(p => p.DueOn).Distinct().ToList() is [{ } same] && (same >= today || problems[0].State != ProblemState.Waiting) ? same : today.AddDays(days);

    private static string Text(DateOnly day) => $"{day:yyyy-MM-dd}";

    private static string Same(IReadOnlyList<Problem> problems, Func<Problem, string> text) =>
        problems.Select(text).Distinct().ToList() is [var one] ? one : "";
}
