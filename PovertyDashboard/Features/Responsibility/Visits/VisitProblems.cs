using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Responsibility.Visits;

/// <summary>From what a visit has found to its problem (走访发现转整改): one rule for forms and for imports.</summary>
public static class VisitProblems
{
    /// <summary>问题来源 of what helpers find on their visits.</summary>
    public const string Source = "排查走访";

    private const int Chunk = 500;

    /// <summary>What the visit has found; pure.</summary>
    public static Finding For(Visit visit) => new(
        visit.Region, visit.HouseholdName, visit.HouseholdId, Source, visit.Category, visit.Finding, visit.VisitedOn, visit.Visitor, VisitLedger.Key, visit.Id, "");

    /// <summary>New problems of saved visits that have opened none yet, a closed or deleted one included; saved by the caller in the same transaction.</summary>
    public static async Task<IReadOnlyList<LedgerRow>> EffectsAsync(AppDbContext db, IReadOnlyList<Visit> visits, SettingsDirectory settings, CancellationToken ct)
    {
        var found = visits.Where(v => v.Finding.Length > 0).ToList();
        var known = new HashSet<long>();
        foreach (var ids in found.Select(v => (long?)v.Id).Chunk(Chunk))
            known.UnionWith(await db.Set<Problem>().IgnoreQueryFilters().Where(p => p.OriginLedger == VisitLedger.Key && ids.Contains(p.OriginId)).Select(p => p.OriginId!.Value).ToListAsync(ct));
        var numbers = new Dictionary<(long Township, DateOnly Day), ProblemNumbers>();
        var opened = new List<LedgerRow>();
        foreach (var visit in found.Where(v => !known.Contains(v.Id)))
        {
            var key = (RegionKey.TownshipOf(visit.Region), visit.VisitedOn);
            if (!numbers.TryGetValue(key, out var book)) numbers[key] = book = await ProblemOpening.NumbersAsync(db, visit.Region, visit.VisitedOn, ct);
            opened.Add(ProblemOpening.Open(For(visit), book.Next(), settings));
        }

        return opened;
    }

    /// <summary>The problem that the visit has opened, where the user sees it.</summary>
    public static Task<Problem?> OfAsync(AppDbContext db, long visit, CancellationToken ct) =>
        db.Set<Problem>().AsNoTracking().Where(p => p.OriginLedger == VisitLedger.Key && p.OriginId == visit).OrderByDescending(p => p.Id).FirstOrDefaultAsync(ct);
}
