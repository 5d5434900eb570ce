using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Imports.Undoing;

/// <summary>
/// Decides which rows of a batch can be undone (撤销计划): those that nobody has touched since and on which nothing hangs that came later.
/// </summary>
internal sealed class UndoPlan(AppDbContext db, LedgerCatalog catalog, UserIdentity user, UndoRows reader, IReadOnlyList<UndoRow> rows)
{
    private readonly Dictionary<(Type, long), UndoRow> _byKey = rows.ToDictionary(r => r.Key);
    private Dictionary<(Type, long), IReadOnlyList<(LedgerRow Row, string Title)>>? _followers;

    public async Task DecideAsync(CancellationToken ct)
    {
        foreach (var row in rows.Where(r => r.Left is null)) row.Left = await TouchedAsync(row.Current, row.IsTouched, ct);
        await LeaveHouseholdsInUseAsync(ct);
        _followers ??= await FollowersAsync(ct);
        // What is left keeps what goes with it, and what stands on it keeps it: until nothing more is left.
        for (var again = true; again;)
        {
            again = false;
            foreach (var row in rows) again |= Settle(row, _followers.GetValueOrDefault(row.Key, []));
        }
    }

    /// <summary>The kinds in the order in which they are written: what goes with other rows comes before them, else it would go along unasked.</summary>
    public IReadOnlyList<(Type Type, IReadOnlyList<UndoRow> Rows)> InOrder(IReadOnlyList<(Type Type, IReadOnlyList<UndoRow> Rows)> kinds)
    {
        var ahead = _followers!.SelectMany(f => f.Value.Select(v => (Leader: f.Key.Item1, Follower: v.Row.GetType()))).Where(p => p.Leader != p.Follower).ToHashSet();
        var (left, ordered) = (kinds.ToList(), new List<(Type, IReadOnlyList<UndoRow>)>());
        while (left.Count > 0)
        {
            var next = Math.Max(0, left.FindIndex(kind => !left.Exists(other => ahead.Contains((kind.Type, other.Type)))));
            ordered.Add(left[next]);
            left.RemoveAt(next);
        }

        return ordered;
    }

    private bool Settle(UndoRow row, IReadOnlyList<(LedgerRow Row, string Title)> followers)
    {
        var changed = false;
        if (row is { IsNew: true, Left: null } && followers.FirstOrDefault(f => !IsUndone(f.Row)) is { Row: not null } later) changed = Leave(row, $"后来有了{later.Title}");
        if (row.Left is null) return changed;
        if (row.Current is Problem { OriginId: > 0 } problem && OriginOf(problem) is { Left: null } origin) changed |= Leave(origin, "由它开出的问题已在办理");
        foreach (var (follower, _) in row.IsNew ? followers : [])
            if (_byKey.TryGetValue((follower.GetType(), follower.Id), out var own) && own is { IsNew: true, Left: null }) changed |= Leave(own, "随所属的行保留");
        return changed;
    }

    private static bool Leave(UndoRow row, string reason)
    {
        row.Left = reason;
        return true;
    }

    private bool IsUndone(LedgerRow row) => _byKey.TryGetValue((row.GetType(), row.Id), out var own) && own is { IsNew: true, Left: null };

    private UndoRow? OriginOf(Problem problem) =>
        catalog.Ledger(problem.OriginLedger) is { } ledger && problem.OriginId is { } id ? _byKey.GetValueOrDefault((ledger.RowType, id)) : null;

    private async Task<string?> TouchedAsync(LedgerRow row, bool isTouched, CancellationToken ct)
    {
        if (!user.Scope.Holds(row)) return "已不在您的管辖范围内";
        if (!isTouched) return null;
        var who = await DeletedRows.PersonAsync(db, row.ChangedBy, ct);
        return $"{who} 于 {Clock.MinuteOf(row.ChangedAt)} {(row.IsDeleted ? "删除" : "改过")}";
    }

    /// <summary>A new household of which other ledgers tell by now stays, or their rows would be of nobody.</summary>
    private async Task LeaveHouseholdsInUseAsync(CancellationToken ct)
    {
        var households = rows.Where(r => r is { IsNew: true, Left: null, Current: IHousehold }).ToDictionary(r => r.Current.Id);
        if (households.Count == 0) return;
        foreach (var ledger in catalog.Ledgers.Where(l => l.RowType.IsAssignableTo(typeof(IHouseholdRow)) || l.RowType.IsAssignableTo(typeof(IHouseholdMember))))
            foreach (var (row, household) in await reader.OfHouseholdsAsync(ledger, households.Keys, ct))
                if (!_byKey.TryGetValue((row.GetType(), row.Id), out var own) || own.Left is not null) households[household].Left ??= $"{ledger.Title}里有这一户的记录";
    }

    private async Task<Dictionary<(Type, long), IReadOnlyList<(LedgerRow Row, string Title)>>> FollowersAsync(CancellationToken ct)
    {
        var all = new Dictionary<(Type, long), IReadOnlyList<(LedgerRow, string)>>();
        foreach (var row in rows.Where(r => r.IsNew && !r.Current.IsDeleted))
        {
            var found = new List<(LedgerRow, string)>();
            foreach (var kind in catalog.FollowersOf(db, row.Current))
                foreach (var follower in await kind.IgnoreQueryFilters().Where(f => !f.IsDeleted).AsNoTracking().ToListAsync(ct))
                    found.Add((follower, catalog.LedgerOf(follower.GetType())?.Title ?? "照片等附属记录"));
            if (found.Count > 0) all[row.Key] = found;
        }

        return all;
    }
}
