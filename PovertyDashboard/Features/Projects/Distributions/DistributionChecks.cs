using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Distributions;

/// <summary>Rules of distributions that need other rows (收益分配跨行校验): never more than there is, never out of incomplete shares.</summary>
internal static class DistributionChecks
{
    public static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<Distribution> rows, EffectContext context, CancellationToken ct)
    {
        var faults = new List<RowFault>(await DistributionLinks.NumberFaultsAsync(rows, context, ct));
        foreach (var row in rows)
        {
            // The rule asks for the end of the notice, which follows from its first day.
            DistributionRules.FillNotice(row, context.Settings);
            if (ProjectFinder.FaultOf(row) is { } unknown) faults.Add(new(row, unknown));
            // A file also brings payments of years in which nobody kept the days of the notice; they are listed instead.
            else if (context.IsByHand && DistributionRules.NoticeFault(row) is { } early) faults.Add(new(row, early));
        }

        var wrong = faults.Select(f => f.Row).ToHashSet();
        await CheckPoolsAsync(rows.Where(r => !wrong.Contains(r)), rows.Select(r => r.Id).Where(id => id != 0).ToHashSet(), faults, context, ct);
        return faults;
    }

    /// <summary>The rows of a file in their order: the first that does not fit any more is refused.</summary>
    private static async Task CheckPoolsAsync(IEnumerable<Distribution> rows, HashSet<long> mine, List<RowFault> faults, EffectContext context, CancellationToken ct)
    {
        var drawn = new Dictionary<string, long>();
        foreach (var same in rows.GroupBy(r => (r.ProjectId, r.Year, r.Region)))
        {
            var project = same.Key.ProjectId is { } id ? await context.Db.Set<Project>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) : null;
            var set = await DistributionPools.OfAsync(context.Db, project, same.Key.Year, same.Key.Region, mine, ct);
            foreach (var row in same)
            {
                if (set.Blocked is { } blocked) faults.Add(new(row, new Fault("项目名称", $"项目名称：{blocked}")));
                else if (set.Pools.FirstOrDefault(p => p.Left - drawn.GetValueOrDefault(p.Key) < row.Amount) is { } pool) faults.Add(new(row, TooMuch(row, pool, drawn.GetValueOrDefault(pool.Key))));
                else
                    foreach (var one in set.Pools) drawn[one.Key] = drawn.GetValueOrDefault(one.Key) + row.Amount;
            }
        }
    }

    private static Fault TooMuch(Distribution row, Pool pool, long drawn)
    {
        var left = Math.Max(0, pool.Left - drawn);
        return new Fault("金额", $"金额：超过可分配额（“{ProjectText.Yuan(row.Amount)}”，{pool.Name} {ProjectText.Yuan(pool.Total)} 元，已分 {ProjectText.Yuan(pool.Used + drawn)} 元，还可分 {ProjectText.Yuan(left)} 元）。请核对金额，或先登记收入。");
    }
}
