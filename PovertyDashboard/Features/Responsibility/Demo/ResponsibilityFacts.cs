using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Responsibility.Aid;
using PovertyDashboard.Features.Responsibility.Meetings;
using PovertyDashboard.Features.Responsibility.Visits;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Responsibility.Demo;

/// <summary>
/// What the page tells of the grid (S3): 领导干部包村、帮扶干部包户、村级干部包片, pledges from level to level, weekly meetings and weekly visits,
/// shown in the village of S1; the page names nobody, so the people are 示例.
/// </summary>
internal static class ResponsibilityFacts
{
    public const long Deng = 371502900201, Jiaming = 371502900000;

    private const string Told = "据公开报道；人员为示例";

    public static readonly SeedStep Step = new(615, "The grid of the page", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Assignment>().AnyAsync(a => a.Region == Deng, ct)) return;
        if (services.GetService<HouseholdKeys>() is not { } households || await households(db).FirstOrDefaultAsync(h => h.Region == Deng && h.HeadName == "邓某", ct) is not { } home) return;
        var helper = Person(AssignmentLevel.Household, "", "孙某", "区人社局", "县直", "科员", 11);
        (helper.HouseholdName, helper.HouseholdId) = (home.HeadName, home.Id);
        db.AddRange(
            Person(AssignmentLevel.Village, "", "李某", "嘉明经济开发区", "乡镇", "党工委委员", 12),
            Person(AssignmentLevel.Area, "全村", "邓某某", "村委会", "村级", "村支部书记", 13),
            Person(AssignmentLevel.Clerk, "", "赵某某", "村委会", "村级", "扶贫专干", 14),
            helper,
            Pledge("区-镇", Jiaming, "区委、区政府", "嘉明经济开发区", "李某"),
            Pledge("镇-村", Deng, "嘉明经济开发区", "邓王村", "邓某某"),
            Pledge("村-片", Deng, "邓王村", "邓王村全村片", "邓某某"));
        foreach (var day in Mondays) db.Add(Meeting(day));
        foreach (var day in Mondays) db.Add(Visit(home, helper, day));
        db.Add(new AidMeasure
        {
            Region = Deng,
            HouseholdName = home.HeadName,
            HouseholdId = home.Id,
            Category = "就业扶贫",
            Title = "公益岗（村卫生清扫）",
            Unit = "区人社局",
            Content = "由帮包负责人推荐，区人社局招聘到村卫生清扫岗位",
            StartedOn = new(2019, 8, 1),
            Effect = "按月领取工资，在家门口就业",
            Signed = true,
            Remark = "据公开报道",
        });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>每周例会、每周遍访: the Mondays of August 2020.</summary>
    private static IEnumerable<DateOnly> Mondays => Enumerable.Range(0, 5).Select(week => new DateOnly(2020, 8, 3).AddDays(7 * week));

    private static Assignment Person(string level, string area, string name, string unit, string unitLevel, string post, int phone) => new()
    {
        Region = Deng,
        Level = level,
        Area = area,
        Helper = name,
        Unit = unit,
        UnitLevel = unitLevel,
        Post = post,
        Phone = DemoPeople.PhoneOf(phone),
        StartedOn = new(2019, 3, 1),
        Remark = Told,
    };

    private static Pledge Pledge(string level, long region, string partyA, string partyB, string signatory) => new()
    {
        Region = region,
        Level = level,
        Year = 2020,
        PartyA = partyA,
        PartyB = partyB,
        Signatory = signatory,
        SignedOn = new(2020, 3, 10),
        Content = "包村、包片、包户责任落实到人，不漏一户、不落一人",
        Remark = "据公开报道；日期和签字人为示例",
    };

    private static Meeting Meeting(DateOnly day) => new()
    {
        Region = Jiaming,
        HeldOn = day,
        Title = "脱贫攻坚周例会",
        Venue = "管委会会议室",
        Host = "李某",
        Subjects = "通报上周走访和问题整改，安排本周遍访",
        Studied = "上级脱贫攻坚文件",
        Decisions = "本周遍访贫困户和边缘户，发现问题当周解决",
        Remark = Told,
    };

    private static Visit Visit(HouseholdKey home, Assignment helper, DateOnly day) => new()
    {
        Region = Deng,
        HouseholdName = home.HeadName,
        HouseholdId = home.Id,
        VisitedOn = day,
        Visitor = helper.Helper,
        Way = VisitWay.Home,
        Met = home.HeadName,
        Topics = "政策宣讲,家庭变化,就业",
        Content = "了解公益岗出勤和孩子上学情况",
        Signed = true,
        Remark = Told,
    };
}
