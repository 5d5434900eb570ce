using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Features.Projects.Collective;
using PovertyDashboard.Features.Projects.Distributions;
using PovertyDashboard.Features.Projects.Shares;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Projects.Demo;

/// <summary>
/// What the page tells of photovoltaics and of the collective economy (S8, S9): the stations of 张寨镇, the joint one in 观城, and the three ways in which
/// 三合村 came to 7 万余元 in 2019.
/// </summary>
internal static class ProjectFacts
{
    public const long Zhangzhai = 371522116000, Qianwang = 371522116240, Houwang = 371522116229, Sanhe = 371522116230, Nanyang = 371522116252, Shangzhuang = 371522116219, Shangmiao = 371522116231;

    public const string Joint = "观城联村电站", SanheStation = "三合村扶贫电站", Base = "三合村残疾人就业扶贫基地", Greenhouse = "三合村钢架冬暖式大棚", Told = "据公开报道";

    /// <summary>Villages that put their money into the joint station; two of them are named.</summary>
    public const int JointVillages = 11;

    private const long JointFen = 1_000_000_00;

    public static readonly SeedStep Step = new(150, "Projects of the page", DemoOnly: true, AddAsync);

    /// <summary>The payments name households, which come with the sample town.</summary>
    public static readonly SeedStep Payments = new(616, "Project income of the page", DemoOnly: true, PayAsync);

    public static ProjectShare ShareOf(Project joint, long village, int at, string remark) => new()
    {
        Region = village,
        ProjectId = joint.Id,
        ProjectName = joint.Name,
        Parts = 1,
        Whole = JointVillages,
        Invested = FenSplit.Equally(JointFen, JointVillages)[at],
        Remark = remark,
    };

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Project>().AnyAsync(p => p.Name == Joint, ct)) return;
        var joint = Station(Zhangzhai, Joint, 125_00, "观城镇", $"{Told}；尚庄、尚庙等 11 个村共同出资");
        (joint.Kind, joint.Investment, joint.Funding, joint.AnnualIncome) = (ProjectKind.JointStation, JointFen, "联村筹资", 130_000_00);
        var own = Station(Sanhe, SanheStation, 11_40, "三合村", Told);
        (own.Investment, own.AnnualIncome) = (130_000_00, 10_000_00);
        var first = Station(Qianwang, "前王庄村级电站", 21_48, "前王庄村", $"{Told}，2016 年初建成");
        first.BuiltOn = new(2016, 1, 1);
        var workshop = new Project { Region = Sanhe, Name = Base, Kind = ProjectKind.JobBase, AnnualIncome = 30_000_00, Employed = 20, Benefit = "吸纳残疾人和贫困群众就业", Remark = $"{Told}；20 人为全村项目带动就业" };
        var greenhouse = new Project { Region = Sanhe, Name = Greenhouse, Kind = ProjectKind.Greenhouse, Rent = 30_000_00, AnnualIncome = 30_000_00, Benefit = "大棚租金归村集体", Remark = Told };
        db.AddRange(
            first,
            Station(Houwang, "后王庄村级电站", 20_16, "后王庄村", $"{Told}；装机容量为示例"),
            own,
            Station(Nanyang, "南杨庄村级电站", 18_90, "南杨庄村", $"{Told}；装机容量为示例"),
            joint,
            new Project { Region = Sanhe, Name = "三合村流转土地", Kind = ProjectKind.LandTransfer, Land = 40_00, Benefit = "新流转土地用于大棚种植", Remark = Told },
            new Project { Region = Sanhe, Name = "三合村合作社", Kind = ProjectKind.Cooperative, Benefit = "集体经济＋合作社＋大棚种植户", Remark = $"{Told}，全镇第一个村级合作社" },
            workshop,
            greenhouse);
        await db.SaveChangesAsync(ct);
        db.AddRange(
            ShareOf(joint, Shangzhuang, 0, $"{Told}；出资额按 11 份均分"),
            ShareOf(joint, Shangmiao, 1, $"{Told}；出资额按 11 份均分"),
            Income("就业基地", workshop, 30_000_00, forPoor: 7_000_00, "用于贫困户、残疾人和公益事业，6 户贫困户共得 7,000 元"),
            Income("大棚租金", greenhouse, 30_000_00, null, ""),
            Income("光伏发电", own, 10_000_00, null, ""));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>All six poor households got 7,000 yuan together: to the fen, so that some get a fen more.</summary>
    private static async Task PayAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (services.GetService<HouseholdKeys>() is not { } households || await db.Set<Distribution>().AnyAsync(d => d.Region == Sanhe && d.Year == 2019, ct)) return;
        var homes = await households(db).Where(h => h.Region == Sanhe && h.EndedOn == null).OrderBy(h => h.Id).Take(6).ToListAsync(ct);
        db.AddRange(homes.Zip(FenSplit.Equally(7_000_00, homes.Count), (home, fen) => new Distribution
        {
            Region = Sanhe,
            Year = 2019,
            HouseholdId = home.Id,
            HouseholdName = home.HeadName,
            HouseholdNumber = home.Number,
            Class = DistributionClass.Aid,
            Reason = "项目收益",
            Amount = fen,
            PostedFrom = new(2019, 12, 10),
            PaidOn = new(2019, 12, 20),
            Signed = true,
            Remark = $"{Told}，6 户共 7,000 元；户名、日期和每户金额为示例",
        }));
        await db.SaveChangesAsync(ct);
    }

    private static Project Station(long region, string name, long capacity, string site, string remark) => new() { Region = region, Name = name, Kind = ProjectKind.VillageStation, Capacity = capacity, Site = site, Remark = remark };

    private static CollectiveIncome Income(string source, Project project, long fen, long? forPoor, string purpose) => new()
    {
        Region = Sanhe,
        Year = 2019,
        Source = source,
        ProjectId = project.Id,
        ProjectName = project.Name,
        Amount = fen,
        ForPoor = forPoor,
        Purpose = purpose,
        Remark = $"{Told}，2019 年集体收入 7 万余元",
    };
}
