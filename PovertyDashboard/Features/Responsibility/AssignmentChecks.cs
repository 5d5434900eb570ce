using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility;

/// <summary>Rules of assignments that need other rows (包联责任跨行校验): one village, part or household has one person at a time.</summary>
internal static class AssignmentChecks
{
    private const int Chunk = 500;

    /// <summary>The rows of a file in their order: the first of two that overlap stands, the second is refused.</summary>
    public static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<Assignment> rows, EffectContext context, CancellationToken ct)
    {
        var mine = rows.Where(r => r.Id != 0).Select(r => r.Id).ToHashSet();
        var known = new Dictionary<string, List<Assignment>>();
        foreach (var regions in rows.Select(r => r.Region).Distinct().Chunk(Chunk))
            // Every row of the place, whoever may see it: two must not answer for one household.
            foreach (var other in await context.Db.Set<Assignment>().IgnoreQueryFilters().AsNoTracking().Where(a => !a.IsDeleted && regions.Contains(a.Region)).OrderBy(a => a.StartedOn).ThenBy(a => a.Id).ToListAsync(ct))
                if (!mine.Contains(other.Id)) Add(other);

        var faults = new List<RowFault>();
        foreach (var row in rows)
        {
            var clash = AssignmentRules.SlotOf(row) is { } slot ? known.GetValueOrDefault(slot)?.Find(other => AssignmentRules.Overlap(row, other)) : null;
            if (clash is null) Add(row);
            else faults.Add(new RowFault(row, new Fault(AssignmentLedger.StartedOn.Header, AssignmentRules.ClashOf(row, clash))));
        }

        return faults;

        void Add(Assignment row)
        {
            if (AssignmentRules.SlotOf(row) is not { } slot) return;
            if (!known.TryGetValue(slot, out var list)) known[slot] = list = [];
            list.Add(row);
        }
    }
}
