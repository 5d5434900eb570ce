using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;

namespace PovertyDashboard.Features.Inspections.Demo;

/// <summary>
/// What the page tells of special inspections (S11): the town's discipline inspection with other departments looks at projects, at how funds are
/// kept and used, and asks at home and by telephone; the page names neither town nor days, these are 示例.
/// </summary>
internal static class InspectionFacts
{
    public const long Hanji = 371590115000;

    public const string Title = "扶贫领域专项监督检查";

    public static readonly DateOnly StartsOn = new(2020, 8, 12);

    private const string Told = "据公开报道；乡镇和日期为示例";

    public static readonly SeedStep Step = new(150, "The special inspection of the page", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Inspection>().AnyAsync(p => p.Region == Hanji && p.Title == Title, ct)) return;
        db.Add(new Inspection
        {
            Region = Hanji,
            Title = Title,
            Year = 2020,
            Kind = "专项监督检查",
            Source = "纪委",
            StartsOn = StartsOn,
            EndsOn = new DateOnly(2020, 9, 4),
            Organiser = "镇纪委",
            Partners = "有关部门",
            Leader = "周某",
            Teams = "第一组：周某、吴某；第二组：郑某、冯某",
            Extent = "全镇",
            Topics = "项目建设,资金管理,资金使用,家庭情况,政策知晓,扶贫手册,帮扶责任人",
            Remark = Told,
        });
        db.AddRange(DemoBank.Of(Hanji, 2020, "督查问卷惯例，可改"));
        await db.SaveChangesAsync(ct);
    }
}
