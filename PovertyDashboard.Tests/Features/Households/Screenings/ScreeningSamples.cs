using PovertyDashboard.Features.Households;
using PovertyDashboard.Features.Households.Screenings;

namespace PovertyDashboard.Tests.Features.Households.Screenings;

/// <summary>Screenings as tests begin with them.</summary>
internal static class ScreeningSamples
{
    /// <summary>Everything is met; one child is at school.</summary>
    public static Screening Met(Household? household = null, DateOnly? day = null) => new()
    {
        Region = BookStore.Sanhe,
        HouseholdId = household?.Id,
        HouseholdName = household?.HeadName ?? "王某",
        ScreenedOn = day ?? new DateOnly(2020, 8, 20),
        Screener = "刘某",
        IncomePerHead = 5_000_00,
        Income = ScreeningResult.Met,
        EatsEnough = true,
        HasProtein = true,
        Food = ScreeningResult.Met,
        HasSeasonClothes = true,
        HasBedding = true,
        Clothing = ScreeningResult.Met,
        SchoolAge = 1,
        InSchool = 1,
        Schooling = ScreeningResult.Met,
        Uninsured = 0,
        AffordsCare = true,
        Medical = ScreeningResult.Met,
        HouseGrade = "B级",
        Housing = ScreeningResult.Met,
        WaterSource = "自来水",
        WaterAmount = 40,
        WaterQuality = WaterStandard.Met,
        PipedIn = true,
        WaterReliability = 95_0,
        Water = ScreeningResult.Met,
    };

    /// <summary>The same with bad water.</summary>
    public static Screening BadWater(Household? household = null, DateOnly? day = null)
    {
        var screening = Met(household, day);
        (screening.WaterAmount, screening.Water, screening.WaterBasis) = (15, ScreeningResult.Failed, "手压井出水少，没有接自来水");
        return screening;
    }
}
