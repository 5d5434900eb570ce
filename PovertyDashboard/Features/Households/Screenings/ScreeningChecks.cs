using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>Rules of screenings that need the dated standards or the household's members (摸排跨行校验): every item has a result, and none contradicts its facts.</summary>
internal static class ScreeningChecks
{
    private const int Chunk = 500;

    public static async Task<IReadOnlyList<RowFault>> CheckAsync(IReadOnlyList<Screening> screenings, EffectContext context, CancellationToken ct)
    {
        var faults = new List<RowFault>(await NumberedRows.CheckAsync(screenings, context, ct));
        foreach (var screening in screenings)
            faults.AddRange(FaultsOf(screening, ScreeningJudge.On(context.Settings, screening.ScreenedOn)).Select(f => new RowFault(screening, f)));
        await CheckChildrenAsync(screenings, context, faults, ct);
        return faults;
    }

    /// <summary>Missing results and those against the facts.</summary>
    internal static IEnumerable<Fault> FaultsOf(Screening screening, ScreeningJudge judge)
    {
        foreach (var item in ScreeningItem.All)
        {
            var (result, judged) = (item.ResultOf(screening), judge.Of(item, screening));
            if (result.Length == 0 && judged is null) yield return new Fault(item.Name, $"{item.Name}：没有填写结果，所填情况也不足以判定。请选择 {string.Join(" 或 ", item.Results)}。");
            if (result.Length > 0 && judged is not null && judged.Result != result && !(result == ScreeningResult.NotApplicable && screening.SchoolAge > 0))
                yield return new Fault(item.Name, $"{item.Name}：填的是“{result}”，按所填情况应为“{judged.Result}”（{judged.Words}）。请核对情况，改为一致。");
            if (result.Length == 0 && judged?.Result == ScreeningResult.Failed && item.Basis(screening).Length == 0)
                yield return new Fault(item.BasisHeader, $"{item.BasisHeader}：按所填情况{item.Name}未达标（{judged.Words}），没有写依据。请写明看到的情况。");
        }
    }

    /// <summary>What is said about schooling now must fit the members of the household; old rows keep what was true then.</summary>
    private static async Task CheckChildrenAsync(IReadOnlyList<Screening> screenings, EffectContext context, List<RowFault> faults, CancellationToken ct)
    {
        var mine = screenings.Where(s => s.Id == 0 || context.IsByHand).ToList();
        var known = await NumberedRows.OfAsync(mine, context, ct);
        var households = mine.Select(s => (Screening: s, Household: known.Of(s)?.Id)).Where(p => p.Household is not null).ToList();
        var born = new List<(long Household, DateOnly? BornOn, DateOnly? LeftOn)>();
        foreach (var ids in households.Select(p => p.Household!.Value).Distinct().Chunk(Chunk))
            born.AddRange((await context.Db.Set<Member>().AsNoTracking().Where(m => ids.Contains(m.HouseholdId)).Select(m => new { m.HouseholdId, m.BornOn, m.LeftOn }).ToListAsync(ct)).Select(m => (m.HouseholdId, m.BornOn, m.LeftOn)));
        var of = born.ToLookup(m => m.Household);
        foreach (var (screening, household) in households)
        {
            var children = of[household!.Value].Count(m => (m.LeftOn is null || m.LeftOn > screening.ScreenedOn) && ScreeningRules.IsOfSchoolAge(m.BornOn, screening.ScreenedOn));
            if (FaultOf(screening, children) is { } fault) faults.Add(new RowFault(screening, fault));
        }
    }

    /// <summary>That a household without such children is 不适用 is only suggested: its members may not be registered in full.</summary>
    private static Fault? FaultOf(Screening screening, int children) => screening.Schooling == ScreeningResult.NotApplicable && children > 0
        ? new Fault(ScreeningItem.Schooling, $"义务教育：填的是“不适用”，家庭成员里有 {children} 名 6 至 15 周岁的孩子。请选择 已达标 或 未达标，或先核对家庭成员。")
        : null;
}
