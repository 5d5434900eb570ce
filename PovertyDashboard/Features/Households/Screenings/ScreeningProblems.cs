using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>
/// What saved screenings mean for problems (未达标转整改), on form and file alike: each item that is 未达标 has its problem, a corrected
/// one is withdrawn or noted. The newest screening of a household decides: one that is entered later for an earlier day opens nothing,
/// and what an open problem of an earlier screening already says is not said twice.
/// </summary>
internal static class ScreeningProblems
{
    /// <summary>问题来源: households are looked at one by one (全覆盖摸排).</summary>
    public const string Source = "排查走访";

    private const int Chunk = 400;

    public static async Task<IReadOnlyList<RowWrite>> OfAsync(IReadOnlyList<Screening> saved, EffectContext context, CancellationToken ct)
    {
        var (writes, findings) = (new List<RowWrite>(), new List<Finding>());
        foreach (var screenings in saved.Where(s => !s.IsDeleted).Chunk(Chunk)) await AddAsync(screenings, context, writes, findings, ct);
        // All in one go: numbers of one township and day are handed out once.
        writes.AddRange((await FoundProblems.OpenAsync(context.Db, findings, context.Settings, ct)).Select(p => new RowWrite(p, null)));
        return writes;
    }

    /// <summary>饮水安全未达标：手压井水浑，没有接自来水。</summary>
    public static string Describe(ScreeningItem item, Screening screening)
    {
        var basis = item.Basis(screening).TrimEnd('。');
        return $"{item.Name}未达标：{basis}。";
    }

    private static async Task AddAsync(Screening[] screenings, EffectContext context, List<RowWrite> writes, List<Finding> findings, CancellationToken ct)
    {
        var (db, copier) = (context.Db, new RowCopier(context.Db));
        long?[] ids = [.. screenings.Select(s => (long?)s.Id)];
        long?[] households = [.. screenings.Select(s => s.HouseholdId).Where(id => id is not null).Distinct()];
        var newest = await db.Set<Screening>().Where(s => households.Contains(s.HouseholdId)).GroupBy(s => s.HouseholdId).Select(g => new { g.Key, Day = g.Max(s => s.ScreenedOn) }).ToDictionaryAsync(g => g.Key!.Value, g => g.Day, ct);
        // Withdrawn ones too: a result that is set back and forth keeps one problem and one number.
        var problems = await db.Set<Problem>().IgnoreQueryFilters().AsNoTracking()
            .Where(p => p.OriginLedger == ScreeningLedger.Key && (ids.Contains(p.OriginId) || households.Contains(p.HouseholdId)) && (!p.IsDeleted || p.DeleteReason == FoundProblems.Withdrawn)).OrderBy(p => p.Id).ToListAsync(ct);
        foreach (var screening in screenings)
        {
            var isNewest = screening.HouseholdId is not { } household || newest.GetValueOrDefault(household) <= screening.ScreenedOn;
            foreach (var item in ScreeningItem.All)
            {
                var own = problems.LastOrDefault(p => p.OriginId == screening.Id && p.OriginItem == item.Code);
                if (own is not null) Follow(own, item, screening, context, copier, writes);
                else if (isNewest && item.ResultOf(screening) == ScreeningResult.Failed && !problems.Exists(p => Covers(p, item, screening))) findings.Add(Find(item, screening));
            }
        }
    }

    /// <summary>A problem of an earlier screening that was not closed yet on the day tells the same.</summary>
    private static bool Covers(Problem problem, ScreeningItem item, Screening screening) =>
        screening.HouseholdId is not null && problem.HouseholdId == screening.HouseholdId && problem.OriginItem == item.Code && !problem.IsDeleted
        && problem.FoundOn <= screening.ScreenedOn && (problem.IsOpen || problem.ClosedOn >= screening.ScreenedOn);

    private static Finding Find(ScreeningItem item, Screening screening) => new(
        screening.Region, screening.HouseholdName, screening.HouseholdId, Source, item.Category, Describe(item, screening), screening.ScreenedOn, screening.Screener, ScreeningLedger.Key, screening.Id, item.Code);

    private static void Follow(Problem stored, ScreeningItem item, Screening screening, EffectContext context, RowCopier copier, List<RowWrite> writes)
    {
        var problem = (Problem)copier.Copy(stored);
        if (item.ResultOf(screening) == ScreeningResult.Failed)
        {
            (problem.IsDeleted, problem.DeleteReason) = (false, "");
            if (FoundProblems.IsUntouched(problem)) problem.Description = Describe(item, screening);
        }
        else if (problem is { IsDeleted: false, IsOpen: true })
        {
            FoundProblems.Correct(problem, $"{context.Row.Today:yyyy-MM-dd} 摸排结果改为{item.ResultOf(screening)}。");
        }

        if ((problem.IsDeleted, problem.Description, problem.Remark) != (stored.IsDeleted, stored.Description, stored.Remark)) writes.Add(new RowWrite(problem, stored));
    }
}
