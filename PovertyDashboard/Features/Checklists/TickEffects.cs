using PovertyDashboard.Data;
using PovertyDashboard.Loop;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists;

/// <summary>
/// What a tick does to the item's problem (勾选与整改联动): a failure opens it, a corrected failure withdraws it while nobody
/// has touched it, and leaves a note once somebody has.
/// </summary>
internal sealed class TickEffects(AppDbContext db, SettingsDirectory settings, DateOnly today)
{
    /// <summary>Changes or adds the problem in the context; the caller saves. Returns the open problem, if there is one.</summary>
    public async Task<Problem?> ApplyAsync(Check check, CheckAnswer answer, string before, DateOnly? dueOn, CancellationToken ct)
    {
        var latest = await CheckProblems.LatestAsync(db, check.Id, answer.ItemCode, ct);
        if (answer.Result == CheckResult.Failed) return await FailAsync(check, answer, before, latest, dueOn, ct);
        if (latest is { IsDeleted: false, IsOpen: true }) FoundProblems.Correct(latest, $"{today:yyyy-MM-dd} 检查项改为{answer.Result}。");
        return null;
    }

    private async Task<Problem?> FailAsync(Check check, CheckAnswer answer, string before, Problem? latest, DateOnly? dueOn, CancellationToken ct)
    {
        if (latest is { IsDeleted: false, IsOpen: false } && before == CheckResult.Failed) return null;
        if (latest is null or { IsDeleted: false, IsOpen: false })
        {
            var numbers = await ProblemOpening.NumbersAsync(db, check.Region, check.CheckedOn, ct);
            var opened = ProblemOpening.Open(CheckProblems.For(check, answer, dueOn), numbers.Next(), settings);
            db.Add(opened);
            return opened;
        }

        // A thumb that slips back and forth keeps one problem and one number.
        (latest.IsDeleted, latest.DeleteReason) = (false, "");
        if (!FoundProblems.IsUntouched(latest)) return latest;
        latest.Description = CheckProblems.Describe(answer);
        if (dueOn is not null) latest.DueOn = dueOn;
        return latest;
    }
}
