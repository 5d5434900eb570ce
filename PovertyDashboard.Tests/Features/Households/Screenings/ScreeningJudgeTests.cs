using PovertyDashboard.Features.Households.Screenings;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Features.Households.Screenings;

/// <summary>What facts say about the seven items (domain facts 2), and the sentences against results that say otherwise.</summary>
public class ScreeningJudgeTests
{
    private static readonly WaterStandard Standard = new(new(40, 20), new(10, 20), new(400, 800), new(40, 80), new(95, 90));
    private static readonly ScreeningJudge Judge = new(4_000, Standard);
    private static readonly RowContext Context = new(new DateOnly(2020, 8, 31), UserIdentity.System);

    [Theory]
    [InlineData(40, WaterStandard.Met)]
    [InlineData(39, WaterStandard.Basic)]
    [InlineData(20, WaterStandard.Basic)]
    [InlineData(19, WaterStandard.Failed)]
    public void Water_amount_is_graded_by_the_dry_class(int litres, string grade) => Assert.Equal(grade, Standard.GradeAmount(new Screening { WaterAmount = litres }));

    [Theory]
    [InlineData(950, WaterStandard.Met)]
    [InlineData(949, WaterStandard.Basic)]
    [InlineData(900, WaterStandard.Basic)]
    [InlineData(899, WaterStandard.Failed)]
    public void Reliability_is_graded_in_tenths_of_a_per_cent(long tenths, string grade) => Assert.Equal(grade, Standard.GradeReliability(new Screening { WaterReliability = tenths }));

    [Theory]
    [InlineData(true, 90, null, null, WaterStandard.Met)]
    [InlineData(false, 10, 400, 40, WaterStandard.Met)]
    [InlineData(false, 11, 400, 40, WaterStandard.Basic)]
    [InlineData(false, 10, 400, 81, WaterStandard.Failed)]
    [InlineData(false, 21, null, null, WaterStandard.Failed)]
    [InlineData(null, null, 800, null, WaterStandard.Basic)]
    [InlineData(false, null, null, null, "")]
    public void Access_is_the_tap_or_the_worst_of_time_and_ways(bool? piped, int? minutes, int? metres, int? height, string grade) =>
        Assert.Equal(grade, Standard.GradeAccess(new Screening { PipedIn = piped, FetchMinutes = minutes, FetchDistance = metres, FetchHeight = height }));

    [Fact]
    public void Water_is_met_when_all_four_are_at_least_basic_and_failed_when_one_is_not()
    {
        var screening = ScreeningSamples.Met();
        screening.WaterAmount = 20;
        Assert.Equal("水量基本达标，水质达标，方便程度达标，保证率达标", Of("water", screening)!.Words);
        Assert.Equal(ScreeningResult.Met, Of("water", screening)!.Result);
        screening.WaterReliability = null;
        Assert.Null(Of("water", screening));
        screening.WaterQuality = WaterStandard.Failed;
        Assert.Equal((ScreeningResult.Failed, "水质未达标"), (Of("water", screening)!.Result, Of("water", screening)!.Words));
    }

    [Theory]
    [InlineData(4_000_00, ScreeningResult.Met)]
    [InlineData(3_999_99, ScreeningResult.Failed)]
    public void Income_is_held_against_the_line(long fen, string result) => Assert.Equal(result, Of("income", new Screening { IncomePerHead = fen })!.Result);

    [Theory]
    [InlineData(0, 0, 0, ScreeningResult.NotApplicable)]
    [InlineData(2, 2, 0, ScreeningResult.Met)]
    [InlineData(2, 1, 1, ScreeningResult.Failed)]
    [InlineData(2, 1, 0, null)]
    public void Schooling_follows_from_the_children(int children, int inSchool, int dropouts, string? result) =>
        Assert.Equal(result, Of("schooling", new Screening { SchoolAge = children, InSchool = inSchool, Dropouts = dropouts })?.Result);

    [Theory]
    [InlineData("A级", "", ScreeningResult.Met)]
    [InlineData("B级", "", ScreeningResult.Met)]
    [InlineData("C级", "", ScreeningResult.Failed)]
    [InlineData("D级", "随安全住房子女居住", ScreeningResult.Met)]
    [InlineData("", "集中供养", ScreeningResult.Met)]
    [InlineData("", "", null)]
    public void Housing_follows_from_the_grade_and_from_safe_homes_elsewhere(string grade, string elsewhere, string? result) =>
        Assert.Equal(result, Of("housing", new Screening { HouseGrade = grade, SafeDwelling = elsewhere })?.Result);

    [Fact]
    public void Food_clothes_and_medical_care_fail_by_one_fact_and_need_all_to_be_met()
    {
        Assert.Equal("吃不到肉、蛋、奶、豆制品", Of("food", new Screening { EatsEnough = true, HasProtein = false })!.Words);
        Assert.Null(Of("food", new Screening { EatsEnough = true }));
        Assert.Equal(ScreeningResult.Failed, Of("clothing", new Screening { HasBedding = false })!.Result);
        Assert.Equal("2 人没有参加基本医保", Of("medical", new Screening { Uninsured = 2, AffordsCare = true })!.Words);
        Assert.Equal(ScreeningResult.Met, Of("medical", new Screening { Uninsured = 0, AffordsCare = true })!.Result);
    }

    [Fact]
    public void A_result_against_the_facts_is_refused_with_the_facts()
    {
        var screening = ScreeningSamples.Met();
        screening.WaterAmount = 15;
        Assert.Equal("饮水安全：填的是“已达标”，按所填情况应为“未达标”（水量未达标）。请核对情况，改为一致。", Assert.Single(Against(screening)));
        Assert.Empty(Against(ScreeningSamples.Met()));
    }

    [Fact]
    public void A_result_that_is_neither_given_nor_follows_is_asked_for()
    {
        var screening = ScreeningSamples.Met();
        (screening.Food, screening.Medical, screening.HasProtein) = ("", "", null);
        Assert.Equal("不愁吃：没有填写结果，所填情况也不足以判定。请选择 已达标 或 未达标。", Assert.Single(Against(screening)));
    }

    [Fact]
    public void A_failure_needs_its_basis_whether_chosen_or_judged()
    {
        var screening = ScreeningSamples.BadWater();
        screening.WaterBasis = "";
        Assert.Equal("饮水安全依据：饮水安全未达标，没有写依据。请写明看到的情况，例如 手压井水浑，没有接自来水。", Assert.Single(ScreeningRules.Check(screening, Context)).Message);
        screening.Water = "";
        Assert.StartsWith("饮水安全依据：按所填情况饮水安全未达标（水量未达标）", Assert.Single(Against(screening)), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_schooling_may_be_not_applicable()
    {
        var screening = ScreeningSamples.Met();
        (screening.Housing, screening.HouseGrade) = (ScreeningResult.NotApplicable, "");
        Assert.StartsWith("住房安全：不能填不适用", Assert.Single(ScreeningRules.Check(screening, Context)).Message, StringComparison.Ordinal);
        screening = ScreeningSamples.Met();
        screening.Schooling = ScreeningResult.NotApplicable;
        Assert.StartsWith("义务教育：学龄人数是 1 人，不能填不适用", Assert.Single(ScreeningRules.Check(screening, Context)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 1, "没有填，在校等各项合计却有 1 人")]
    [InlineData(1, 2, "填了 1 人，在校、送教上门、休学缓学、失学辍学合计 2 人")]
    public void Children_are_placed_once(int? children, int inSchool, string words)
    {
        var screening = ScreeningSamples.Met();
        (screening.SchoolAge, screening.InSchool) = (children, inSchool);
        Assert.Contains(words, Assert.Single(ScreeningRules.Check(screening, Context)).Message, StringComparison.Ordinal);
    }

    private static Judgement? Of(string code, Screening screening) => Judge.Of(ScreeningItem.All.Single(i => i.Code == code), screening);

    private static IReadOnlyList<string> Against(Screening screening) => [.. ScreeningChecks.FaultsOf(screening, Judge).Select(f => f.Message)];
}
