using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Loop;

/// <summary>
/// The problems of rows that found something (发现转整改), alike for every room: one problem for each item of a row, however often
/// the row is saved or imported; a finding that is corrected withdraws it while nobody has touched it.
/// </summary>
public static class FoundProblems
{
    /// <summary>Reason of deletion of a problem whose item was set back before anybody touched it.</summary>
    public const string Withdrawn = "检查项已改，撤回";

    private const int Chunk = 500;

    /// <summary>The newest problem of this origin, withdrawn ones included.</summary>
    public static Task<Problem?> LatestAsync(AppDbContext db, string ledger, long id, string item, CancellationToken ct) =>
        // The row was read inside the user's scope; its problem lies in the same place.
        db.Set<Problem>().IgnoreQueryFilters()
            .Where(p => p.OriginLedger == ledger && p.OriginId == id && p.OriginItem == item && (!p.IsDeleted || p.DeleteReason == Withdrawn))
            .OrderByDescending(p => p.Id).FirstOrDefaultAsync(ct);

    /// <summary>
    /// New problems for the findings that have none of this origin yet, to be saved by the caller in the same transaction. A closed
    /// problem counts too: only a person opens an item again, never a file. Call once for all findings: the numbers of one township
    /// and day are handed out in one go.
    /// </summary>
    public static async Task<IReadOnlyList<Problem>> OpenAsync(AppDbContext db, IReadOnlyList<Finding> findings, SettingsDirectory settings, CancellationToken ct)
    {
        var known = await KnownAsync(db, findings, ct);
        var numbers = new Dictionary<(long Township, DateOnly Day), ProblemNumbers>();
        var opened = new List<Problem>();
        foreach (var finding in findings.Where(f => !known.Contains((f.OriginLedger, f.OriginId, f.OriginItem))))
        {
            var key = (RegionKey.TownshipOf(finding.Region), finding.FoundOn);
            if (!numbers.TryGetValue(key, out var book)) numbers[key] = book = await ProblemOpening.NumbersAsync(db, finding.Region, finding.FoundOn, ct);
            opened.Add(ProblemOpening.Open(finding, book.Next(), settings));
        }

        return opened;
    }

    /// <summary>Whether nobody has dealt with the problem yet.</summary>
    public static bool IsUntouched(Problem problem) => problem.State == ProblemState.Waiting && problem.Returns == 0;

    /// <summary>What a corrected finding does to its open problem: it is withdrawn, or a note tells those who have begun.</summary>
    public static void Correct(Problem problem, string note)
    {
        if (IsUntouched(problem)) (problem.IsDeleted, problem.DeleteReason) = (true, Withdrawn);
        else if (!problem.Remark.EndsWith(note, StringComparison.Ordinal)) problem.Remark += note;
    }

    private static async Task<HashSet<(string, long, string)>> KnownAsync(AppDbContext db, IReadOnlyList<Finding> findings, CancellationToken ct)
    {
        var known = new HashSet<(string, long, string)>();
        foreach (var ledger in findings.GroupBy(f => f.OriginLedger))
            foreach (var ids in ledger.Select(f => f.OriginId).Distinct().Chunk(Chunk))
            {
                var found = await db.Set<Problem>().Where(p => p.OriginLedger == ledger.Key && p.OriginId != null && ids.Contains(p.OriginId.Value))
                    .Select(p => new { p.OriginId, p.OriginItem }).ToListAsync(ct);
                known.UnionWith(found.Select(f => (ledger.Key, f.OriginId!.Value, f.OriginItem)));
            }

        return known;
    }
}
