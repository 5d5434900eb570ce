using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Inspections;

/// <summary>
/// Ties rows of an inspection to their plan, by title and first day, and to their household, by number or link (督查附表关联); alike for forms and files.
/// </summary>
internal static class SurveyLinks
{
    private const int Chunk = 400;

    public static async Task LinkAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, ISurveyRow
    {
        var plans = await PlansAsync(rows, context, ct);
        foreach (var row in rows)
        {
            var found = plans[row.Plan].Where(p => Covers(p, row) && (row.PlanDate is null || row.PlanDate == p.StartsOn)).ToList();
            row.InspectionId = found.Count == 1 ? found[0].Id : 0;
            if (found.Count != 1) continue;
            row.PlanDate = found[0].StartsOn;
            if (row is InspectionFinding finding) finding.Source = found[0].Source;
        }

        if (!context.IsByHand) return;
        var known = await KnownAsync(rows, context, ct);
        foreach (var row in rows) row.HouseholdNumber = row.HouseholdId is { } id && known.ById.TryGetValue(id, out var household) ? household.Number : "";
    }

    public static async Task<List<RowFault>> CheckAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, ISurveyRow
    {
        var faults = new List<RowFault>();
        var plans = await PlansAsync([.. rows.Where(r => r.InspectionId == 0)], context, ct);
        var known = await KnownAsync(rows, context, ct);
        foreach (var row in rows)
        {
            if (row.InspectionId == 0) faults.Add(new RowFault(row, PlanFault(row, [.. plans[row.Plan]])));
            if (row.Id == 0 && row.HouseholdNumber.Length > 0 && context.Households is not null && NumberFault(row, known.ByNumber.GetValueOrDefault(row.HouseholdNumber)) is { } fault) faults.Add(new RowFault(row, fault));
        }

        return faults;
    }

    /// <summary>Link from number or number from link, whichever is missing.</summary>
    public static async Task PrepareAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, ISurveyRow
    {
        var known = await KnownAsync(rows, context, ct);
        foreach (var row in rows)
        {
            var household = row.HouseholdNumber.Length > 0 ? known.ByNumber.GetValueOrDefault(row.HouseholdNumber) : row.HouseholdId is { } id ? known.ById.GetValueOrDefault(id) : null;
            if (household is not null) (row.HouseholdId, row.HouseholdNumber) = (household.Id, household.Number);
        }
    }

    /// <summary>A file may not move a row to another inspection.</summary>
    public static string? RefuseMove(ISurveyRow stored, ISurveyRow incoming) => (stored.Plan, stored.PlanDate) == (incoming.Plan, incoming.PlanDate)
        ? null
        : $"督查日期：文件不能把已有的行改到另一次督查（台账里是 {stored.PlanDate:yyyy-MM-dd} 的“{stored.Plan}”）。请核对督查名称和日期，或填写户编号。";

    /// <summary>The rows about the same household: by its link, by its number, else by village and name.</summary>
    public static IQueryable<T> SameHousehold<T>(IQueryable<T> rows, ISurveyRow of)
        where T : LedgerRow, ISurveyRow
    {
        var (id, number, name, region) = (of.HouseholdId, of.HouseholdNumber, of.HouseholdName, of.Region);
        if (id is not null) return rows.Where(r => r.HouseholdId == id);
        return number.Length > 0 ? rows.Where(r => r.HouseholdNumber == number) : rows.Where(r => r.HouseholdId == null && r.HouseholdNumber == "" && r.Region == region && r.HouseholdName == name);
    }

    /// <summary>The same in memory.</summary>
    public static bool IsSameHousehold(ISurveyRow a, ISurveyRow b)
    {
        if (a.HouseholdId is not null || b.HouseholdId is not null) return a.HouseholdId == b.HouseholdId;
        if (a.HouseholdNumber.Length > 0 || b.HouseholdNumber.Length > 0) return a.HouseholdNumber == b.HouseholdNumber;
        return a.Region == b.Region && a.HouseholdName == b.HouseholdName;
    }

    private static bool Covers(Inspection plan, ISurveyRow row) => RegionKey.Subtree(plan.Region).Contains(row.Region);

    private static Fault PlanFault(ISurveyRow row, IReadOnlyList<Inspection> alike)
    {
        if (alike.Count == 0) return new Fault("督查名称", $"督查名称：没有这次督查（“{row.Plan}”）。请先登记督查计划，或核对名称。");
        var here = alike.Where(p => Covers(p, row)).ToList();
        if (here.Count == 0) return new Fault("村", $"村：不在督查“{row.Plan}”的地区内。请核对村，或选择这个村的督查。");
        return row.PlanDate is { } day
            ? new Fault("督查日期", $"督查日期：“{row.Plan}”没有从 {day:yyyy-MM-dd} 开始的一次（有 {string.Join("、", here.Select(p => p.StartsOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))}）。请核对督查的开始日期。")
            : new Fault("督查日期", $"督查日期：叫“{row.Plan}”的督查有 {here.Count} 次。请填写督查的开始日期，例如 {here[0].StartsOn:yyyy-MM-dd}。");
    }

    private static Fault? NumberFault(ISurveyRow row, HouseholdKey? household) => household switch
    {
        null => new Fault("户编号", $"户编号：没有这一户（“{row.HouseholdNumber}”）。请核对编号，或先登记户。"),
        _ when household.Region != row.Region => new Fault("户编号", $"户编号：“{row.HouseholdNumber}”是另一个村的户。请核对村和户编号。"),
        _ when household.HeadName != row.HouseholdName => new Fault("户主", $"户主：与户编号“{row.HouseholdNumber}”登记的户主不同（“{row.HouseholdName}”，登记的是“{household.HeadName}”）。请核对后改为一致。"),
        _ => null,
    };

    private static async Task<ILookup<string, Inspection>> PlansAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, ISurveyRow
    {
        var plans = new List<Inspection>();
        foreach (var titles in rows.Select(r => r.Plan).Distinct().Chunk(Chunk))
            plans.AddRange(await context.Db.Set<Inspection>().AsNoTracking().Where(p => titles.Contains(p.Title)).OrderBy(p => p.StartsOn).ThenBy(p => p.Id).ToListAsync(ct));
        return plans.ToLookup(p => p.Title);
    }

    /// <summary>The households that the rows name by number or link, as the user may see them.</summary>
    private static async Task<(Dictionary<long, HouseholdKey> ById, Dictionary<string, HouseholdKey> ByNumber)> KnownAsync<T>(IReadOnlyList<T> rows, EffectContext context, CancellationToken ct)
        where T : LedgerRow, ISurveyRow
    {
        var found = new List<HouseholdKey>();
        if (context.Households is { } households)
        {
            foreach (var numbers in rows.Select(r => r.HouseholdNumber).Where(n => n.Length > 0).Distinct().Chunk(Chunk))
                found.AddRange(await households(context.Db).Where(h => numbers.Contains(h.Number)).ToListAsync(ct));
            foreach (var ids in rows.Select(r => r.HouseholdId).OfType<long>().Except(found.Select(h => h.Id)).Chunk(Chunk))
                found.AddRange(await households(context.Db).Where(h => ids.Contains(h.Id)).ToListAsync(ct));
        }

        return (found.ToDictionary(h => h.Id), found.GroupBy(h => h.Number).ToDictionary(g => g.Key, g => g.First()));
    }
}
