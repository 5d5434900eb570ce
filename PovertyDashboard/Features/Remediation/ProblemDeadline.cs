using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Remediation;

/// <summary>How near the deadline of a problem is (逾期/剩余), in days and words.</summary>
public static class ProblemDeadline
{
    /// <summary>Days that count as due soon (3 天内到期).</summary>
    public const int SoonDays = 3;

    /// <summary>Days left, negative when overdue; null for closed problems and those without deadline.</summary>
    public static int? DaysLeft(Problem problem, DateOnly today) =>
        problem.IsOpen && problem.DueOn is { } due ? due.DayNumber - today.DayNumber : null;

    /// <summary>逾期 7 天, 今天到期, 剩 3 天; empty where there is nothing to count.</summary>
    public static string Words(Problem problem, DateOnly today) => DaysLeft(problem, today) switch
    {
        null => "",
        < 0 and var late => $"逾期 {-late} 天",
        0 => "今天到期",
        { } left => $"剩 {left} 天",
    };
}
