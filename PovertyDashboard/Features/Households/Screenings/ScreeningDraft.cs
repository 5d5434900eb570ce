using PovertyDashboard.Features.Households.Incomes;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>A new screening with what is known already (预填): facts of the household and its members, else those of the last screening; pure.</summary>
public static class ScreeningDraft
{
    /// <param name="household">The household.</param>
    /// <param name="members">Those who belong to it on the day.</param>
    /// <param name="last">The screening before, or null.</param>
    /// <param name="income">The newest income sheet, or null.</param>
    /// <param name="day">The day of the screening.</param>
    /// <param name="screener">Who goes there.</param>
    public static Screening Make(Household household, IReadOnlyList<Member> members, Screening? last, Income? income, DateOnly day, string screener)
    {
        var children = members.Where(m => ScreeningRules.IsOfSchoolAge(m.BornOn, day)).ToList();
        var draft = new Screening
        {
            Region = household.Region,
            HouseholdId = household.Id,
            HouseholdName = household.HeadName,
            HouseholdNumber = household.Number,
            ScreenedOn = day,
            Screener = screener,
            IncomePerHead = income?.PerHead ?? household.IncomePerHead,
            HouseGrade = household.HouseGrade.Length > 0 ? household.HouseGrade : household.UnsafeGrade,
        };
        if (members.Count > 0)
        {
            draft.SchoolAge = children.Count;
            draft.Dropouts = children.Count(c => c.DropoutReason.Length > 0);
            draft.InSchool = children.Count(c => c.DropoutReason.Length == 0 && IsPupil(c));
            if (children.Count == draft.InSchool + draft.Dropouts) (draft.TaughtAtHome, draft.Excused) = (0, 0);
            draft.Uninsured = members.Count(m => m.ResidentHealthInsurance != true && m.EmployeeHealthInsurance != true);
        }

        if (last is not null) TakeOver(last, draft);
        foreach (var item in ScreeningItem.All)
            if (last is not null && item.ResultOf(last) != ScreeningResult.NotApplicable) item.Put(draft, item.ResultOf(last));
        return draft;
    }

    /// <summary>What does not change by itself stands as it was seen last; what was wrong then is looked at anew.</summary>
    private static void TakeOver(Screening last, Screening draft)
    {
        (draft.EatsEnough, draft.HasProtein, draft.HasSeasonClothes, draft.HasBedding) = (last.EatsEnough, last.HasProtein, last.HasSeasonClothes, last.HasBedding);
        (draft.AffordsCare, draft.HasFamilyDoctor, draft.SafeDwelling) = (last.AffordsCare, last.HasFamilyDoctor, last.SafeDwelling);
        if (draft.HouseGrade.Length == 0) draft.HouseGrade = last.HouseGrade;
        if (draft.HouseGrade == last.HouseGrade) (draft.AppraisedOn, draft.Appraiser) = (last.AppraisedOn, last.Appraiser);
        (draft.WaterSource, draft.WaterAmount, draft.WaterQuality, draft.WaterReport) = (last.WaterSource, last.WaterAmount, last.WaterQuality, last.WaterReport);
        (draft.PipedIn, draft.FetchMinutes, draft.FetchDistance, draft.FetchHeight, draft.WaterReliability) = (last.PipedIn, last.FetchMinutes, last.FetchDistance, last.FetchHeight, last.WaterReliability);
        (draft.IncomeBasis, draft.FoodBasis, draft.ClothingBasis, draft.SchoolingBasis) = (last.IncomeBasis, last.FoodBasis, last.ClothingBasis, last.SchoolingBasis);
        (draft.MedicalBasis, draft.HousingBasis, draft.WaterBasis) = (last.MedicalBasis, last.HousingBasis, last.WaterBasis);
    }

    private static bool IsPupil(Member member) => member.Student is not ("" or "非在校生" or "学龄前儿童");
}
