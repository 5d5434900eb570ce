using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Data;

/// <summary>
/// Rows that go with another one (随行): when a household moves or is deleted, its members and pictures do too, on both write paths;
/// when it is restored, those come back that went with it. What followers repeat of their leader follows its changes.
/// </summary>
internal static class RowFollow
{
    /// <summary>Begins the reason of rows that were deleted together with the one they follow.</summary>
    public const string Together = "一并删除：";

    /// <summary>The rows that follow, and those that follow them, each as it must be after the change of their leader; untouched ones are left out.</summary>
    /// <param name="leader">The changed row.</param>
    /// <param name="before">The leader as it was stored.</param>
    /// <param name="tracked">Whether the context keeps the rows for its next save; else each comes with its stored state.</param>
    public static async Task<IReadOnlyList<RowWrite>> ApplyAsync(AppDbContext db, LedgerCatalog catalog, LedgerRow leader, LedgerRow before, bool tracked, CancellationToken ct)
    {
        var ledger = catalog.LedgerOf(leader.GetType());
        var repeat = ledger?.RepeatOf(before, leader);
        if (leader.Region == before.Region && leader.IsDeleted == before.IsDeleted && repeat is null) return [];
        var copier = new RowCopier(db);
        var writes = new List<RowWrite>();
        foreach (var followers in catalog.FollowersOf(db, before))
            foreach (var found in await (tracked ? followers : followers.AsNoTracking()).IgnoreQueryFilters().ToListAsync(ct))
            {
                var (row, stored) = tracked ? (found, copier.Copy(found)) : (copier.Copy(found), found);
                if (!Follow(row, leader, before, repeat)) continue;
                writes.Add(new RowWrite(row, tracked ? null : stored));
                writes.AddRange(await ApplyAsync(db, catalog, row, stored, tracked, ct));
            }

        return writes;
    }

    private static bool Follow(LedgerRow row, LedgerRow leader, LedgerRow before, Action<LedgerRow>? repeat)
    {
        var moves = row.Region == before.Region && leader.Region != before.Region;
        if (moves) row.Region = leader.Region;
        if (!row.IsDeleted) repeat?.Invoke(row);
        if (leader.IsDeleted && !before.IsDeleted && !row.IsDeleted)
        {
            (row.IsDeleted, row.DeleteReason) = (true, Together + leader.DeleteReason);
            return true;
        }

        if (before.IsDeleted && !leader.IsDeleted && row.IsDeleted && row.DeleteReason.StartsWith(Together, StringComparison.Ordinal))
        {
            (row.IsDeleted, row.DeleteReason) = (false, "");
            return true;
        }

        return moves || (repeat is not null && !row.IsDeleted);
    }
}
