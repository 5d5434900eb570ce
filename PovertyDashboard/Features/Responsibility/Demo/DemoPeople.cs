using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Demo;

/// <summary>示例 helpers and cadres (示例责任人): invented, with numbers that nobody has.</summary>
internal static class DemoPeople
{
    public const string Mark = "示例";

    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗"];

    private static readonly (string Unit, string Level, string Post)[] Units =
    [
        ("镇政府", "乡镇", "干部"), ("区教体局", "县直", "科员"), ("区卫健局", "县直", "副科长"), ("区住建局", "县直", "科员"), ("市委党校", "市直", "教师"), ("镇卫生院", "乡镇", "医生"), ("区农业农村局", "县直", "站长"), ("镇中心小学", "乡镇", "教师"),
    ];

    public static string NameOf(int i) => Surnames[i % Surnames.Length] + "某";

    public static string PhoneOf(int i) => string.Create(CultureInfo.InvariantCulture, $"1380000{i % 10_000:0000}");

    /// <summary>Person number <paramref name="i"/> answers for the household since the day.</summary>
    public static Assignment Helper(HouseholdKey household, int i, DateOnly from)
    {
        // Of twenty surnames each comes again with another unit, so that name and unit tell people apart.
        var (unit, level, post) = Units[(i + i / Surnames.Length) % Units.Length];
        return new Assignment
        {
            Region = household.Region,
            Level = AssignmentLevel.Household,
            HouseholdName = household.HeadName,
            HouseholdId = household.Id,
            Helper = NameOf(i),
            Unit = unit,
            UnitLevel = level,
            Post = post,
            Phone = PhoneOf(1000 + i),
            StartedOn = from,
            Remark = Mark,
        };
    }

    /// <summary>The people of a village: leader, one cadre for each of two parts, clerk.</summary>
    public static IEnumerable<Assignment> OfVillage(long village, int i, DateOnly from, string township)
    {
        yield return Cadre(village, AssignmentLevel.Village, "", i + 3, $"{township}政府", "乡镇", i % 2 == 0 ? "副镇长" : "党委委员", from);
        yield return Cadre(village, AssignmentLevel.Area, "东片", i + 7, "村委会", "村级", "村支部委员", from);
        yield return Cadre(village, AssignmentLevel.Area, "西片", i + 8, "村委会", "村级", "村委会委员", from);
        yield return Cadre(village, AssignmentLevel.Clerk, "", i + 11, "村委会", "村级", "扶贫专干", from);
    }

    private static Assignment Cadre(long village, string level, string area, int i, string unit, string unitLevel, string post, DateOnly from) => new()
    {
        Region = village,
        Level = level,
        Area = area,
        Helper = NameOf(i),
        Unit = unit,
        UnitLevel = unitLevel,
        Post = post,
        Phone = PhoneOf(3000 + (int)(village % 1000) * 20 + i),
        StartedOn = from,
        Remark = Mark,
    };
}
