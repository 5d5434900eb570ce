using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Incomes;

/// <summary>
/// The newest income sheet is what the household shows (最新年度收入入户): its figures are written into the household's income columns,
/// so that there is one 人均纯收入 (ADR 0017). An older sheet, or one before the year of the national export, changes nothing.
/// </summary>
internal static class IncomeToHousehold
{
    private const int Chunk = 400;

    public static async Task<IReadOnlyList<RowWrite>> OfAsync(IReadOnlyList<Income> saved, EffectContext context, CancellationToken ct)
    {
        var writes = new List<RowWrite>();
        foreach (var incomes in saved.Where(i => i is { IsDeleted: false, HouseholdId: not null }).Chunk(Chunk))
        {
            long?[] ids = [.. incomes.Select(i => i.HouseholdId).Distinct()];
            var newest = await context.Db.Set<Income>().Where(i => ids.Contains(i.HouseholdId)).GroupBy(i => i.HouseholdId).Select(g => new { g.Key, Year = g.Max(i => i.Year) }).ToDictionaryAsync(g => g.Key!.Value, g => g.Year, ct);
            var households = await context.Db.Set<Household>().AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, ct);
            foreach (var income in incomes.Where(i => newest.GetValueOrDefault(i.HouseholdId!.Value) == i.Year))
                if (households.TryGetValue(income.HouseholdId!.Value, out var household) && Write(income, household, context.Db) is { } write) writes.Add(write);
        }

        return writes;
    }

    /// <summary>Takes the sheet over into the household; lines that the sheet does not give stay only within the same year.</summary>
    public static void Take(Income income, Household h)
    {
        var isSame = h.Year == income.Year;
        h.Year = income.Year;
        (h.WageIncome, h.BusinessIncome, h.BusinessCost) = (Of(income.WageIncome, h.WageIncome), Of(income.BusinessIncome, h.BusinessIncome), Of(income.BusinessCost, h.BusinessCost));
        (h.PropertyIncome, h.AssetDividend) = (Of(income.PropertyIncome, h.PropertyIncome), Of(income.Dividend, h.AssetDividend));
        h.OtherProperty = Of(Sum(income.LandRent, income.OtherProperty), h.OtherProperty);
        h.TransferIncome = Of(income.TransferIncome, h.TransferIncome);
        (h.FamilyPlanningAllowance, h.LivingAllowance, h.DestituteAllowance) = (Of(income.FamilyPlanning, h.FamilyPlanningAllowance), Of(income.LivingAllowance, h.LivingAllowance), Of(income.Destitute, h.DestituteAllowance));
        (h.Pension, h.EcologyAllowance) = (Of(income.Pension, h.Pension), Of(income.Ecology, h.EcologyAllowance));
        h.OtherTransfer = Of(Sum(income.SoilSubsidy, income.OldAge, income.Disability, income.SchoolAid, income.Support, income.Veterans, income.Heating, income.Relief, income.OtherTransfer), h.OtherTransfer);
        (h.NetIncome, h.AnnualIncome, h.IncomePerHead) = (Of(income.NetIncome, h.NetIncome), Of(income.NetIncome, h.AnnualIncome), Of(income.PerHead, h.IncomePerHead));

        long? Of(long? given, long? stored) => given ?? (isSame ? stored : null);
    }

    private static RowWrite? Write(Income income, Household stored, AppDbContext db)
    {
        if (stored.Year > income.Year) return null;
        var household = (Household)new RowCopier(db).Copy(stored);
        Take(income, household);
        return ChangedRow.Of(db, household, stored);
    }

    private static long? Sum(params long?[] lines) => Array.TrueForAll(lines, l => l is null) ? null : lines.Sum(l => l ?? 0);
}
