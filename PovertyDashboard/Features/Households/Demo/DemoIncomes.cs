using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Households.Incomes;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>示例 income sheets: that of the year which the household shows, from its own columns, and a smaller one of the year before.</summary>
internal static class DemoIncomes
{
    /// <summary>Subsidy for the land of a household (地力补贴) in fen for 1/100 亩.</summary>
    private const long SoilSubsidy = 125;

    public static readonly SeedStep Step = new(630, "Example income sheets", DemoOnly: true, AddAsync);

    /// <summary>The sheets of a household; none where its columns do not add up.</summary>
    public static IEnumerable<Income> Of(Household household, Random random)
    {
        if (household.Year is not { } year || household.Size is null) yield break;
        var own = FromColumns(household, year);
        var context = new RowContext(FamilyMaker.Day, UserIdentity.System);
        if (IncomeRules.Check(own, context).Any() || own.NetIncome is null) yield break;
        yield return own;
        yield return Before(own, random.Next(82, 98));
    }

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Income>().AnyAsync(ct)) return;
        var random = new Random(20_200_930);
        var households = await db.Set<Household>().AsNoTracking().OrderBy(h => h.Id).ToListAsync(ct);
        var incomes = households.SelectMany(h => Of(h, random)).ToList();
        var writer = services.GetRequiredService<BulkWriter>();
        await db.InTransactionAsync(async inner =>
        {
            await writer.WriteAsync(db, [.. incomes.Select(i => new RowWrite(i, null))], progress: null, inner);
            return incomes.Count;
        }, ct);
    }

    private static Income FromColumns(Household h, int year)
    {
        var soil = h.OtherTransfer is { } transfer ? Math.Min(transfer, (h.CropLand ?? 0) * SoilSubsidy) : (long?)null;
        return new Income
        {
            Region = h.Region,
            HouseholdId = h.Id,
            HouseholdName = h.HeadName,
            HouseholdNumber = h.Number,
            Year = year,
            Size = h.Size,
            WageIncome = h.WageIncome,
            Labour = h.WageIncome,
            BusinessIncome = h.BusinessIncome,
            Crops = h.BusinessIncome,
            BusinessCost = h.BusinessCost,
            CropCost = h.BusinessCost,
            PropertyIncome = h.PropertyIncome,
            Dividend = h.AssetDividend,
            LandRent = h.OtherProperty,
            TransferIncome = h.TransferIncome,
            FamilyPlanning = h.FamilyPlanningAllowance,
            LivingAllowance = h.LivingAllowance,
            Destitute = h.DestituteAllowance,
            Pension = h.Pension,
            Ecology = h.EcologyAllowance,
            SoilSubsidy = soil,
            OtherTransfer = h.OtherTransfer - soil,
            ReportedOn = new DateOnly(year, 8, 20),
            NetIncome = h.NetIncome,
            PerHead = h.IncomePerHead,
            Remark = FamilyMaker.Remark,
        };
    }

    /// <summary>The year before at so many per cent of each line; its totals follow.</summary>
    private static Income Before(Income own, int percent)
    {
        var before = new Income
        {
            Region = own.Region,
            HouseholdId = own.HouseholdId,
            HouseholdName = own.HouseholdName,
            HouseholdNumber = own.HouseholdNumber,
            Year = own.Year - 1,
            Size = own.Size,
            ReportedOn = new DateOnly(own.Year - 1, 10, 20),
            Labour = Part(own.Labour),
            Crops = Part(own.Crops),
            CropCost = Part(own.CropCost),
            Dividend = Part(own.Dividend),
            LandRent = Part(own.LandRent),
            FamilyPlanning = Part(own.FamilyPlanning),
            LivingAllowance = Part(own.LivingAllowance),
            Destitute = Part(own.Destitute),
            Pension = Part(own.Pension),
            Ecology = Part(own.Ecology),
            SoilSubsidy = own.SoilSubsidy,
            OtherTransfer = Part(own.OtherTransfer),
            Remark = FamilyMaker.Remark,
        };
        IncomeSums.Fill(before);
        return before;

        long? Part(long? fen) => fen * percent / 100 / 100 * 100;
    }
}
