namespace PovertyDashboard.Features.Checklists.Month;

/// <summary>A village in the ranking of a day (每日排名).</summary>
/// <param name="Place">Its place from 1; villages that are level share one.</param>
/// <param name="Moved">How many places it went up since the day before; null on the first day.</param>
/// <param name="Village">Its progress up to the day.</param>
/// <param name="Today">Households that were checked for the first time on the day.</param>
public sealed record RankedVillage(int Place, int? Moved, VillageProgress Village, int Today);

/// <summary>Ranks villages by how far their checks are, then by how well they do (检查率、得分率); pure.</summary>
public static class VillageRanking
{
    /// <param name="now">Progress up to the day.</param>
    /// <param name="before">Progress up to the day before; null on the first day of the campaign.</param>
    public static IReadOnlyList<RankedVillage> Of(IReadOnlyList<VillageProgress> now, IReadOnlyList<VillageProgress>? before)
    {
        var places = Places(now);
        var old = before is null ? null : Places(before);
        var was = before?.ToDictionary(v => v.Region, v => v.Checked) ?? [];
        return [.. now.OrderBy(v => places[v.Region]).ThenBy(v => v.Region).Select(v => new RankedVillage(
            places[v.Region], old?.TryGetValue(v.Region, out var place) == true ? place - places[v.Region] : null, v, v.Checked - was.GetValueOrDefault(v.Region)))];
    }

    /// <summary>Villages without households are not ranked among the others, but last.</summary>
    private static Dictionary<long, int> Places(IReadOnlyList<VillageProgress> villages)
    {
        var places = new Dictionary<long, int>();
        var at = 0;
        foreach (var level in villages.GroupBy(v => (Checked: v.CheckedPermille ?? -1, Score: v.ScorePermille ?? -1)).OrderByDescending(g => g.Key.Checked).ThenByDescending(g => g.Key.Score))
        {
            foreach (var village in level) places[village.Region] = at + 1;
            at += level.Count();
        }

        return places;
    }
}
