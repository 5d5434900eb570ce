using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Data;

/// <summary>
/// Rows that go with another one (随行): when a household moves or is deleted, its members and pictures do too, on both write paths;
/// when it is restored, those come back that went with it.
/// </summary>
internal static class RowFollow
{
    /// <summary>Begins the reason of rows that were deleted together with the one they follow.</summary>
    public const string Together = "一并删除：";

    /// <summary>The rows that follow, each as it must be after the change of their leader; untouched ones are left out.</summary>
    /// <param name="tracked">Whether the context keeps the rows for its next save; else each comes with its stored state.</param>
    public static async Task<IReadOnlyList<RowWrite>> ApplyAsync(AppDbContext db, LedgerCatalog catalog, LedgerRow leader, long oldRegion, bool wasDeleted, bool tracked, CancellationToken ct)
    {
        if (leader.Region == oldRegion && leader.IsDeleted == wasDeleted) return [];
        var copier = new RowCopier(db);
        var writes = new List<RowWrite>();
        foreach (var followers in catalog.FollowersOf(db, leader))
            foreach (var stored in await (tracked ? followers : followers.AsNoTracking()).IgnoreQueryFilters().ToListAsync(ct))
            {
                var row = tracked ? stored : copier.Copy(stored);
                if (Follow(row, leader, oldRegion, wasDeleted)) writes.Add(new RowWrite(row, tracked ? null : stored));
            }

        return writes;
    }

    private static bool Follow(LedgerRow row, LedgerRow leader, long oldRegion, bool wasDeleted)
    {
        var moves = row.Region == oldRegion && leader.Region != oldRegion;
        if (moves) row.Region = leader.Region;
        if (leader.IsDeleted && !wasDeleted && !row.IsDeleted)
        {
            (row.IsDeleted, row.DeleteReason) = (true, Together + leader.DeleteReason);
            return true;
        }

        if (wasDeleted && !leader.IsDeleted && row.IsDeleted && row.DeleteReason.StartsWith(Together, StringComparison.Ordinal))
        {
            (row.IsDeleted, row.DeleteReason) = (false, "");
            return true;
        }

        return moves;
    }
}
