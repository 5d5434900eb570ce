using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;

namespace PovertyDashboard.Features.Clinics.Demo;

/// <summary>The clinic of the page (S4: 韩集镇大杨新村幸福院, 46 elders, 3 of them at home) and its health talk; the day is the sample sheet's.</summary>
internal static class ClinicFacts
{
    public const long Dayang = 371590115299;

    public const string Venue = "韩集镇大杨新村幸福院", Organiser = "市新阶联高新区分会";

    public static readonly DateOnly Day = new(2020, 7, 25);

    public static readonly SeedStep Step = new(100, "Clinic of the page", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Clinic>().AnyAsync(ct)) return;
        db.AddRange(
            new Clinic
            {
                Region = Dayang,
                HeldOn = Day,
                Venue = Venue,
                Organiser = Organiser,
                Partners = "蒲心社会工作服务中心",
                DoctorsFrom = "聊城市中心医院",
                Doctors = 5,
                Served = 46,
                ServedAtHome = 3,
                Services = "内科,骨科,量血压,测血糖,饮食引导",
                Note = "5 名医生志愿者为 46 位老人看诊，3 位行动不便的到家里看；为每个人写了预防保健建议。",
            },
            new HealthTalk
            {
                Region = Dayang,
                HeldOn = Day,
                Venue = Venue,
                Topic = "常见病预防、早期症状与夏季防暑",
                Speaker = "聊城市中心医院医生志愿者",
                Organiser = Organiser,
                Audience = "幸福院老人",
            });
        await db.SaveChangesAsync(ct);
    }
}
