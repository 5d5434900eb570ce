using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Checklists;

/// <summary>From a failed item to its problem (不达标项转整改): one rule for ticks and for imports.</summary>
public static class CheckProblems
{
    /// <summary>Reason of deletion of a problem whose item was set back before anybody touched it.</summary>
    public const string Withdrawn = "检查项已改，撤回";

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

    /// <summary>
    /// New problems for failed answers of written checks that have none of this origin yet, to be saved by the caller in the
    /// same transaction. A closed problem counts too: only a tick or a re-check opens an item again, never a file.
    /// Call once for all checks of a file: the numbers of one township and day are handed out in one go.
    /// </summary>
    public static async Task<IReadOnlyList<LedgerRow>> EffectsAsync(AppDbContext db, IReadOnlyList<Check> checks, SettingsDirectory settings, CancellationToken ct)
    {
        var failed = checks.SelectMany(c => (c.Answers ?? []).Where(a => a.Result == CheckResult.Failed).Select(a => (Check: c, Answer: a))).ToList();
        var known = await KnownAsync(db, [.. failed.Select(f => f.Check.Id).Distinct()], ct);
        var numbers = new Dictionary<(long Township, DateOnly Day), ProblemNumbers>();
        var opened = new List<LedgerRow>();
        foreach (var (check, answer) in failed.Where(f => !known.Contains((f.Check.Id, f.Answer.ItemCode))))
        {
            var key = (RegionKey.TownshipOf(check.Region), check.CheckedOn);
            if (!numbers.TryGetValue(key, out var book)) numbers[key] = book = await ProblemOpening.NumbersAsync(db, check.Region, check.CheckedOn, ct);
            opened.Add(ProblemOpening.Open(For(check, answer), book.Next(), settings));
        }

        return opened;
    }

    /// <summary>The newest problem of this origin, withdrawn ones included.</summary>
    public static Task<Problem?> LatestAsync(AppDbContext db, long checkId, string itemCode, CancellationToken ct) =>
        // The check was read inside the user's scope; its problem lies in the same place.
        db.Set<Problem>().IgnoreQueryFilters()
            .Where(p => p.OriginLedger == CheckLedger.Ledger.Key && p.OriginId == checkId && p.OriginItem == itemCode && (!p.IsDeleted || p.DeleteReason == Withdrawn))
            .OrderByDescending(p => p.Id).FirstOrDefaultAsync(ct);

    private static async Task<HashSet<(long, string)>> KnownAsync(AppDbContext db, IReadOnlyList<long> checkIds, CancellationToken ct)
    {
        var known = new HashSet<(long, string)>();
        foreach (var ids in checkIds.Chunk(500))
        {
            var found = await db.Set<Problem>().Where(p => p.OriginLedger == CheckLedger.Ledger.Key && p.OriginId != null && ids.Contains(p.OriginId.Value))
                .Select(p => new { p.OriginId, p.OriginItem }).ToListAsync(ct);
            known.UnionWith(found.Select(f => (f.OriginId!.Value, f.OriginItem)));
        }

        return known;
    }
}
