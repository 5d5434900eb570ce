using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Jobs.Demo;

/// <summary>
/// The demo store's posts: the page's own (S1), 示例 people in two towns, and 示例 attendance and wage sheets of 2020 for them and for the
/// sample sheet's people of 张寨镇.
/// </summary>
internal static class JobsDemo
{
    public const string Mark = "示例";

    public const long Deng = 371502900201, Jiaming = 371502900000, Hanji = 371590115000, Beicheng = 371591008000, Zhangzhai = 371522116000;

    private const int FirstMonth = 202_003, LastMonth = 202_008;

    public static readonly SeedStep Facts = new(610, "The post of the page", DemoOnly: true, AddFactsAsync);

    public static readonly SeedStep Examples = new(660, "Example attendance and wages", DemoOnly: true, AddExamplesAsync);

    private static async Task AddFactsAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Post>().AnyAsync(p => p.Region == Deng, ct)) return;
        var members = services.GetService<PersonKeys>();
        var member = members is null ? null : await members(db).FirstOrDefaultAsync(m => m.Region == Deng && m.Name == "邓某" && m.HouseholdName == "邓某", ct);
        var post = new Post
        {
            Region = Deng,
            Name = "村卫生清扫岗",
            Kind = "保洁",
            Source = "人社",
            Quota = 1,
            Duties = "村卫生清扫",
            SetUpOn = new(2019, 8, 1),
            Remark = "据公开报道",
        };
        db.Add(post);
        db.Add(new Holder
        {
            Region = Deng,
            Post = post,
            PostName = post.Name,
            PostKind = post.Kind,
            PostSource = post.Source,
            Employer = "区人社局",
            Name = "邓某",
            IdNumber = member?.IdNumber ?? "371599198001010017",
            HouseholdName = "邓某",
            HouseholdId = member?.HouseholdId,
            HouseholdType = "脱贫享受政策户",
            DisabilityKind = "肢体",
            DisabilityGrade = "三级",
            Labour = "弱劳动力或半劳动力",
            Phone = "13800001234",
            Recommender = "帮包负责人",
            StartedOn = new(2019, 8, 1),
            AgreementFrom = new(2019, 8, 1),
            AgreementUntil = new(2022, 7, 31),
            BankName = "山东省农村信用社",
            BankCard = "6223000012345603308",
            Insured = true,
            InsuredUntil = new(2021, 7, 31),
            State = HolderState.OnPost,
            Remark = "经帮包负责人推荐，由区人社局招聘，2019 年 8 月上岗，按月领取工资。家庭 4 口人：妻子赵某在食品公司做出入货登记，女儿、儿子在嘉明实验小学就读。证件号码、账号、协议和保险日期为示例。",
        });
        await db.SaveChangesAsync(ct);
    }

    private static async Task AddExamplesAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Attendance>().AnyAsync(ct)) return;
        var (writer, settings) = (services.GetRequiredService<BulkWriter>(), services.GetRequiredService<SettingsDirectory>());
        var members = services.GetService<PersonKeys>();
        await db.InTransactionAsync(
            async inner =>
            {
                if (members is not null)
                {
                    await ExamplePeople.AddAsync(db, members, Hanji, 14, inner);
                    await ExamplePeople.AddAsync(db, members, Beicheng, 10, inner);
                }

                var marks = new ExampleMarks(settings);
                var holders = await db.Set<Holder>().AsNoTracking().OrderBy(h => h.Id).ToListAsync(inner);
                var months = Enumerable.Range(FirstMonth, LastMonth - FirstMonth + 1).ToList();
                var attendance = holders.SelectMany(h => months.Select(m => marks.Of(h, m)).OfType<Attendance>()).ToList();
                await writer.WriteAsync(db, [.. attendance.Select(a => new RowWrite(a, null))], null, inner);
                var wages = new ExampleWages(db, writer, settings);
                foreach (var town in new[] { Jiaming, Zhangzhai, Hanji, Beicheng }) await wages.AddAsync(town, months, inner);
                await wages.CorrectAsync(Zhangzhai, 202_006, inner);
                await wages.PayWhoHasLeftAsync(Zhangzhai, 202_007, inner);
                return holders.Count;
            },
            ct);
    }
}
