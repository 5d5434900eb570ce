using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Inspections;

/// <summary>What several parts of the room ask of plans and questions (督查公用查询).</summary>
internal static class SurveyReader
{
    private const int Offered = 20;

    /// <summary>Titles of the plans that reach the place, the newest first.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(AppDbContext db, long region, CancellationToken ct)
    {
        var plans = await db.Set<Inspection>().OrderByDescending(p => p.StartsOn).ThenBy(p => p.Id).Select(p => new { p.Title, p.Region }).ToListAsync(ct);
        return [.. plans.Where(p => region == 0 || RegionKey.Subtree(p.Region).Contains(region)).Select(p => p.Title).Distinct().Take(Offered)];
    }

    /// <summary>The questions that are asked in the place in the year, in their order; of one number the one of the nearest place.</summary>
    public static IReadOnlyList<Question> AskedIn(IEnumerable<Question> bank, int year, long region) =>
    [
        .. bank.Where(q => q.Year == year && RegionKey.Subtree(q.Region).Contains(region))
            .GroupBy(q => q.Number).Select(g => g.OrderByDescending(q => RegionKey.LevelOf(q.Region)).ThenBy(q => q.Id).First())
            .OrderBy(q => q.Number),
    ];
}
