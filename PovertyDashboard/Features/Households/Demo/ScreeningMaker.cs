using PovertyDashboard.Features.Households.Screenings;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>Makes 示例 screenings that fit what is known of the household: income, house, water, schooling and insurance.</summary>
internal sealed class ScreeningMaker(Random random, SettingsDirectory settings)
{
    private static readonly string[] Surnames = ["刘", "陈", "孙", "周", "吴", "郑", "冯", "韩"];

    /// <param name="household">The household.</param>
    /// <param name="members">Its members.</param>
    /// <param name="day">The day of the screening.</param>
    /// <param name="isEarlier">Whether an earlier visit is made up: then what is wrong now may still have been right.</param>
    public Screening Make(Household household, IReadOnlyList<Member> members, DateOnly day, bool isEarlier = false)
    {
        var present = members.Where(m => (m.JoinedOn is null || m.JoinedOn <= day) && (m.LeftOn is null || m.LeftOn > day)).ToList();
        var screening = ScreeningDraft.Make(household, present, null, null, day, Surnames[(int)(household.Region % Surnames.Length)] + "某");
        screening.Remark = FamilyMaker.Remark;
        var children = screening.SchoolAge ?? 0;
        (screening.SchoolAge, screening.Dropouts) = (children, isEarlier ? 0 : screening.Dropouts ?? 0);
        (screening.InSchool, screening.TaughtAtHome, screening.Excused) = (children - screening.Dropouts, 0, 0);
        (screening.Uninsured, screening.AffordsCare, screening.HasFamilyDoctor) = (screening.Uninsured ?? 0, true, random.Next(100) < 92);
        (screening.EatsEnough, screening.HasProtein) = (true, isEarlier || random.Next(1000) >= 4);
        (screening.HasSeasonClothes, screening.HasBedding) = (true, isEarlier || random.Next(1000) >= 4);
        SetHouse(household, screening);
        SetWater(household, screening);
        Judge(screening);
        return screening;
    }

    private void SetHouse(Household household, Screening screening)
    {
        if (screening.HouseGrade.Length == 0) screening.HouseGrade = household.UnsafeHouse == true ? "C级" : random.Next(100) < 60 ? "A级" : "B级";
        // Of those in unsafe houses most live with their children by now.
        if (screening.HouseGrade is "C级" or "D级" && random.Next(100) < 60) screening.SafeDwelling = "随安全住房子女居住";
        (screening.AppraisedOn, screening.Appraiser) = (new DateOnly(2019, random.Next(3, 12), random.Next(1, 28)), "县住建局");
    }

    private void SetWater(Household household, Screening screening)
    {
        var isSafe = household.SafeWater != false;
        (screening.WaterSource, screening.PipedIn) = isSafe ? ("自来水", true) : ("浅井", false);
        (screening.WaterAmount, screening.WaterQuality) = (isSafe ? random.Next(45, 90) : random.Next(15, 19), isSafe ? WaterStandard.Met : WaterStandard.Failed);
        (screening.FetchMinutes, screening.WaterReliability) = (isSafe ? null : 12, isSafe ? random.Next(950, 1000) : 920);
    }

    /// <summary>Results follow from the facts; each has them as its basis.</summary>
    private void Judge(Screening screening)
    {
        var judge = ScreeningJudge.On(settings, screening.ScreenedOn);
        foreach (var item in ScreeningItem.All)
            item.Put(screening, judge.Of(item, screening)?.Result ?? ScreeningResult.Met);
        string BasisOf(string code) => judge.Of(ScreeningItem.All.First(i => i.Code == code), screening)?.Words ?? "入户查看";
        (screening.IncomeBasis, screening.FoodBasis, screening.ClothingBasis, screening.SchoolingBasis) = (BasisOf("income"), BasisOf("food"), BasisOf("clothing"), BasisOf("schooling"));
        (screening.MedicalBasis, screening.HousingBasis, screening.WaterBasis) = (BasisOf("medical"), BasisOf("housing"), BasisOf("water"));
    }
}
