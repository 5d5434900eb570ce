using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Households.Screenings;

/// <summary>A threshold with two steps: what meets it (达标) and what still does (基本达标).</summary>
public readonly record struct TwoSteps(int Met, int Basic);

/// <summary>
/// The four indicators of drinking water (饮水安全四项指标) in force on a day, T/CHES 18-2018: 水量 of the dry class (缺水区, under
/// 800 mm of rain or 1,000 m³ a person, to which 聊城 belongs), 水质, 方便程度, 保证率. Values from the dated settings <c>screening.water.*</c>.
/// </summary>
public sealed record WaterStandard(TwoSteps Amount, TwoSteps Minutes, TwoSteps Distance, TwoSteps Height, TwoSteps Reliability)
{
    public const string Met = "达标", Basic = "基本达标", Failed = "未达标";

    public static WaterStandard On(SettingsDirectory settings, DateOnly day)
    {
        return new WaterStandard(Of("amount", 40, 20), Of("minutes", 10, 20), Of("distance", 400, 800), Of("height", 40, 80), Of("reliability", 95, 90));

        TwoSteps Of(string key, int met, int basic) => new(settings.Number($"screening.water.{key}.met", day, met), settings.Number($"screening.water.{key}.basic", day, basic));
    }

    /// <summary>水量评价; empty where it is not given.</summary>
    public string GradeAmount(Screening s) => s.WaterAmount is { } litres ? AtLeast(litres, Amount, 1) : "";

    /// <summary>水质评价: by report or by eye, nose and tongue; there is no step between.</summary>
    public static string GradeQuality(Screening s) => s.WaterQuality;

    /// <summary>方便程度评价: piped into the house, else the worst of time and ways.</summary>
    public string GradeAccess(Screening s)
    {
        if (s.PipedIn == true) return Met;
        string[] grades = [AtMost(s.FetchMinutes, Minutes), AtMost(s.FetchDistance, Distance), AtMost(s.FetchHeight, Height)];
        return Worst(grades.Where(g => g.Length > 0));
    }

    /// <summary>保证率评价.</summary>
    public string GradeReliability(Screening s) => s.WaterReliability is { } tenths ? AtLeast(tenths, Reliability, 10) : "";

    /// <summary>The four grades in order: 水量, 水质, 方便程度, 保证率.</summary>
    public IReadOnlyList<(string Name, string Grade)> Grades(Screening s) =>
        [("水量", GradeAmount(s)), ("水质", GradeQuality(s)), ("方便程度", GradeAccess(s)), ("保证率", GradeReliability(s))];

    private static string Worst(IEnumerable<string> grades)
    {
        var all = grades.ToList();
        return all.Contains(Failed) ? Failed : all.Contains(Basic) ? Basic : all.Count > 0 ? Met : "";
    }

    private static string AtLeast(long value, TwoSteps steps, int scale) => value >= steps.Met * scale ? Met : value >= steps.Basic * scale ? Basic : Failed;

    private static string AtMost(int? value, TwoSteps steps) => value switch { null => "", { } v when v <= steps.Met => Met, { } v when v <= steps.Basic => Basic, _ => Failed };
}
