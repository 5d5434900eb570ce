using System.Globalization;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>What facts say about an item (判定).</summary>
/// <param name="Result">The result that follows from them.</param>
/// <param name="Words">The facts in a few words, without their sentence's end.</param>
public sealed record Judgement(string Result, string Words);

/// <summary>
/// Judges the items of a screening by its facts (按情况判定), domain facts 2, with the income line and the water standard of its day;
/// pure. Facts that are missing judge nothing: then the person's own result stands.
/// </summary>
/// <param name="Line">低收入线 of the year in yuan.</param>
/// <param name="Water">The water standard.</param>
public sealed record ScreeningJudge(int Line, WaterStandard Water)
{
    public static ScreeningJudge On(SettingsDirectory settings, DateOnly day) => new(settings.Number(HouseholdMeasures.IncomeLineKey, day, 0), WaterStandard.On(settings, day));

    /// <summary>What the facts say, or null where they do not tell.</summary>
    public Judgement? Of(ScreeningItem item, Screening s) => item.Code switch
    {
        "income" => Income(s),
        "food" => Both((s.EatsEnough, "平常吃不饱"), (s.HasProtein, "吃不到肉、蛋、奶、豆制品"), "平常吃得饱，能吃到肉、蛋、奶或豆制品"),
        "clothing" => Both((s.HasSeasonClothes, "没有应季衣服"), (s.HasBedding, "没有换季被褥和鞋"), "四季有应季衣服，有换季被褥和鞋"),
        "schooling" => Schooling(s),
        "medical" => Medical(s),
        "housing" => Housing(s),
        _ => OfWater(s),
    };

    private Judgement? Income(Screening s)
    {
        if (s.IncomePerHead is not { } fen || Line <= 0) return null;
        var isBelow = fen < Line * 100L;
        return new Judgement(isBelow ? ScreeningResult.Failed : ScreeningResult.Met, string.Create(CultureInfo.InvariantCulture, $"人均纯收入 {ColumnText.Scaled(fen, 2)} 元，{(isBelow ? "低于" : "不低于")}标准 {Line:#,0} 元"));
    }

    private static Judgement? Both((bool? Holds, string Not) first, (bool? Holds, string Not) second, string both)
    {
        var missing = new[] { first, second }.Where(f => f.Holds == false).Select(f => f.Not).ToList();
        if (missing.Count > 0) return new Judgement(ScreeningResult.Failed, string.Join("，", missing));
        return first.Holds == true && second.Holds == true ? new Judgement(ScreeningResult.Met, both) : null;
    }

    private static Judgement? Schooling(Screening s)
    {
        if (s.SchoolAge == 0) return new Judgement(ScreeningResult.NotApplicable, "没有 6 至 15 周岁的孩子");
        if (s.Dropouts > 0) return new Judgement(ScreeningResult.Failed, $"失学辍学 {s.Dropouts} 人");
        var placed = (s.InSchool ?? 0) + (s.TaughtAtHome ?? 0) + (s.Excused ?? 0);
        return s.SchoolAge is { } children && placed == children ? new Judgement(ScreeningResult.Met, $"学龄 {children} 人，都已在校、送教或按规定办理") : null;
    }

    private static Judgement? Medical(Screening s)
    {
        var missing = new List<string>();
        if (s.Uninsured > 0) missing.Add($"{s.Uninsured} 人没有参加基本医保");
        if (s.AffordsCare == false) missing.Add("常见病、慢性病看不上或看不起");
        if (missing.Count > 0) return new Judgement(ScreeningResult.Failed, string.Join("，", missing));
        return s is { Uninsured: 0, AffordsCare: true } ? new Judgement(ScreeningResult.Met, "全员参保，常见病、慢性病看得上、看得起") : null;
    }

    private static Judgement? Housing(Screening s) => s switch
    {
        { SafeDwelling.Length: > 0 } => new Judgement(ScreeningResult.Met, s.SafeDwelling),
        { HouseGrade: "A级" or "B级" } => new Judgement(ScreeningResult.Met, $"住房鉴定 {s.HouseGrade}"),
        { HouseGrade: "C级" or "D级" } => new Judgement(ScreeningResult.Failed, $"住房鉴定 {s.HouseGrade}，没有其他安全住房"),
        _ => null,
    };

    /// <summary>All four must be 达标 or 基本达标; one 未达标 decides alone.</summary>
    private Judgement? OfWater(Screening s)
    {
        var grades = Water.Grades(s);
        var failed = grades.Where(g => g.Grade == WaterStandard.Failed).Select(g => g.Name + WaterStandard.Failed).ToList();
        if (failed.Count > 0) return new Judgement(ScreeningResult.Failed, string.Join("，", failed));
        return grades.All(g => g.Grade.Length > 0) ? new Judgement(ScreeningResult.Met, string.Join("，", grades.Select(g => g.Name + g.Grade))) : null;
    }
}
