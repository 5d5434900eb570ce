using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists;

/// <summary>From a failed item to its problem (不达标项转整改): one rule for ticks and for imports.</summary>
public static class CheckProblems
{
    private const string DefaultSource = "排查走访";

    /// <summary>What a failed answer found; pure.</summary>
    public static Finding For(Check check, CheckAnswer answer, DateOnly? dueOn = null) => new(
        check.Region,
        check.HouseholdName,
        check.HouseholdId,
        check.Source.Length > 0 ? check.Source : DefaultSource,
        answer.Category,
        Describe(answer),
        check.CheckedOn,
        check.Inspector,
        CheckLedger.Ledger.Key,
        check.Id,
        answer.ItemCode,
        dueOn);

    /// <summary>厨房净不达标：灶台油污、厨余未清。已当面说明。</summary>
    public static string Describe(CheckAnswer answer)
    {
        var text = $"{answer.ItemName}不达标";
        if (answer.Reasons.Length > 0) text += $"：{answer.Reasons}";
        text += "。" + answer.Note;
        return text.Length <= 500 ? text : text[..500];
    }

    /// <summary>New problems for failed answers of written checks that have none of this origin yet; see <see cref="FoundProblems.OpenAsync"/>.</summary>
    public static async Task<IReadOnlyList<LedgerRow>> EffectsAsync(AppDbContext db, IReadOnlyList<Check> checks, SettingsDirectory settings, CancellationToken ct) =>
        await FoundProblems.OpenAsync(db, [.. checks.SelectMany(c => (c.Answers ?? []).Where(a => a.Result == CheckResult.Failed).Select(a => For(c, a)))], settings, ct);

    /// <summary>The newest problem of this origin, withdrawn ones included.</summary>
    public static Task<Problem?> LatestAsync(AppDbContext db, long checkId, string itemCode, CancellationToken ct) =>
        FoundProblems.LatestAsync(db, CheckLedger.Ledger.Key, checkId, itemCode, ct);
}
