using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>Rules over the fields of a screening (摸排表内校验) and what follows from them; pure.</summary>
public static class ScreeningRules
{
    /// <summary>Compulsory schooling (义务教育法；domain facts 2): from 6 to 15 full years.</summary>
    public const int FirstSchoolAge = 6, LastSchoolAge = 15;

    public static IEnumerable<Fault> Check(Screening screening, RowContext context)
    {
        foreach (var item in ScreeningItem.All)
        {
            var result = item.ResultOf(screening);
            if (result == ScreeningResult.NotApplicable && !item.MayBeNotApplicable)
                yield return new Fault(item.Name, $"{item.Name}：不能填不适用，只有没有学龄孩子的户，义务教育才不适用。请选择 已达标 或 未达标。");
            if (result == ScreeningResult.Failed && item.Basis(screening).Length == 0)
                yield return new Fault(item.BasisHeader, $"{item.BasisHeader}：{item.Name}未达标，没有写依据。请写明看到的情况，例如 {ExampleOf(item)}。");
        }

        foreach (var fault in SchoolFaults(screening)) yield return fault;
        if (screening is { SafeDwelling.Length: 0, HouseGrade.Length: 0, AppraisedOn: not null }) yield return new Fault("住房等级", "住房等级：填了鉴定日期，没有填鉴定的等级。请选择 A 至 D 级，或删去鉴定日期。");
        if (screening.AppraisedOn > screening.ScreenedOn) yield return new Fault("鉴定日期", $"鉴定日期：晚于摸排日期（{screening.ScreenedOn:yyyy-MM-dd}）。请核对两个日期。");
    }

    /// <summary>Whether a child of that birth date is of school age on the day.</summary>
    public static bool IsOfSchoolAge(DateOnly? bornOn, DateOnly day) => MemberRules.AgeOn(bornOn, day) is >= FirstSchoolAge and <= LastSchoolAge;

    public static void Fill(Screening screening) => screening.FailedCount = ScreeningItem.All.Count(i => i.ResultOf(screening) == ScreeningResult.Failed);

    /// <summary>The grades of water by the thresholds of the day, and results that are not given but follow from the facts.</summary>
    public static void Rate(Screening screening, SettingsDirectory settings)
    {
        var judge = ScreeningJudge.On(settings, screening.ScreenedOn);
        var grades = judge.Water.Grades(screening);
        (screening.AmountGrade, screening.QualityGrade, screening.AccessGrade, screening.ReliabilityGrade) = (grades[0].Grade, grades[1].Grade, grades[2].Grade, grades[3].Grade);
        foreach (var item in ScreeningItem.All)
            if (item.ResultOf(screening).Length == 0 && judge.Of(item, screening) is { } judged) item.Put(screening, judged.Result);
        Fill(screening);
    }

    private static IEnumerable<Fault> SchoolFaults(Screening s)
    {
        var placed = (s.InSchool ?? 0) + (s.TaughtAtHome ?? 0) + (s.Excused ?? 0) + (s.Dropouts ?? 0);
        if (s.SchoolAge is null && placed > 0) yield return new Fault("学龄人数", $"学龄人数：没有填，在校等各项合计却有 {placed} 人。请填写 6 至 15 周岁的人数。");
        if (placed > s.SchoolAge) yield return new Fault("学龄人数", $"学龄人数：填了 {s.SchoolAge} 人，在校、送教上门、休学缓学、失学辍学合计 {placed} 人。请核对后改为一致。");
        if (s.InSchool is not null && s.TaughtAtHome is not null && s.Excused is not null && s.Dropouts is not null && placed < s.SchoolAge)
            yield return new Fault("学龄人数", $"学龄人数：填了 {s.SchoolAge} 人，在校、送教上门、休学缓学、失学辍学合计只有 {placed} 人。请核对后改为一致。");
        if (s.SchoolAge > 0 && s.Schooling == ScreeningResult.NotApplicable)
            yield return new Fault(ScreeningItem.Schooling, $"义务教育：学龄人数是 {s.SchoolAge} 人，不能填不适用。请选择 已达标 或 未达标。");
    }

    private static string ExampleOf(ScreeningItem item) => item.Code switch
    {
        "income" => "人均纯收入 3,650 元，低于 4,000 元",
        "food" => "平常吃不到肉、蛋、奶",
        "clothing" => "没有过冬棉被",
        "schooling" => "长女 13 岁，三月起未到校",
        "medical" => "次子未参加居民医保",
        "housing" => "正房漏雨，鉴定 C 级",
        _ => "手压井水浑，没有接自来水",
    };
}
