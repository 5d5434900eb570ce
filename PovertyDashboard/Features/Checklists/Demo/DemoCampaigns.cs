using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;

namespace PovertyDashboard.Features.Checklists.Demo;

/// <summary>The campaign and the training of the page (S5: 韩集镇, 规范提升月, 2020-08-10) and 示例 campaigns of two other towns.</summary>
internal static class DemoCampaigns
{
    public const long Hanji = 371590115000, Zhangzhai = 371522116000, Beicheng = 371591008000;

    public static readonly SeedStep Step = new(100, "Campaigns", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Campaign>().AnyAsync(ct)) return;
        db.AddRange(
            new Campaign
            {
                Region = Hanji,
                Month = 202008,
                Title = "规范提升月",
                StartsOn = new(2020, 8, 10),
                EndsOn = new(2020, 8, 31),
                Families = ChecklistVersions.DefaultFamily,
                Unit = "韩集镇督导组",
                PlanTitle = "“规范提升月”实施方案",
                Requirements = "逐户逐人查找问题并及时解决；督导组对各村、各户定期督导检查；对照标准逐项整改提升",
                Note = "8 月 10 日在政法大院三楼会议室培训，帮扶责任人、村支部书记、扶贫专干参加；逐户逐人查找问题，对照标准逐项整改提升。",
            },
            new Training
            {
                Region = Hanji,
                HeldOn = new(2020, 8, 10),
                Venue = "政法大院三楼会议室",
                Title = "规范提升月培训",
                Unit = "韩集镇",
                Audience = "全镇帮扶责任人、村支部书记、扶贫专干",
                Note = "讲解实施方案的工作要求和标准",
            },
            Example(Zhangzhai, "六净一规范集中检查", ChecklistVersions.DefaultFamily, "张寨镇扶贫办"),
            new Training
            {
                Region = Zhangzhai,
                HeldOn = new(2020, 8, 3),
                Venue = "张寨镇政府会议室",
                Title = "六净一规范检查培训",
                Unit = "张寨镇扶贫办",
                Audience = "帮扶责任人、扶贫专干",
                Attended = 58,
                Note = "示例",
            },
            Example(Beicheng, "两不愁三保障四类自查", "六净一规范,四类标准自查", "北城街道扶贫办"));
        await db.SaveChangesAsync(ct);
    }

    private static Campaign Example(long town, string title, string families, string unit) => new()
    {
        Region = town,
        Month = 202008,
        Title = title,
        StartsOn = new(2020, 8, 1),
        EndsOn = new(2020, 8, 31),
        Families = families,
        Unit = unit,
        Note = "示例",
    };
}
