using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Checklists;

/// <summary>Which version of a checklist holds where (检查表版本): the nearest place's own, there the newest.</summary>
public static class ChecklistVersions
{
    /// <summary>The checklist of sheets that name none (六净一规范检查表).</summary>
    public const string DefaultFamily = "六净一规范";

    /// <summary>The newest versions that hold in the region, with their items, in the order of the families.</summary>
    public static async Task<IReadOnlyList<ChecklistTemplate>> CurrentAsync(AppDbContext db, long region, IReadOnlyList<string> families, CancellationToken ct)
    {
        var path = PathOf(region);
        var found = await db.Set<ChecklistTemplate>().AsNoTracking().Include(t => t.Items)
            .Where(t => families.Contains(t.Family) && path.Contains(t.Region)).ToListAsync(ct);
        return [.. families.Select(f => Nearest(found.Where(t => t.Family == f))).OfType<ChecklistTemplate>()];
    }

    /// <summary>The version that wins among those of one family on one path: a deeper key is a larger number.</summary>
    public static ChecklistTemplate? Nearest(IEnumerable<ChecklistTemplate> versions) =>
        versions.OrderByDescending(t => t.Region).ThenByDescending(t => t.Number).FirstOrDefault();

    /// <summary>The region and every place that runs it.</summary>
    public static IReadOnlyList<long> PathOf(long region)
    {
        var path = new List<long>();
        for (long? key = region; key is { } at; key = RegionKey.ParentOf(at)) path.Add(at);
        return path;
    }
}
