using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Loop;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Inspections.Demo;

/// <summary>示例 rows of inspections: the running one of the page and one of June in 张寨镇 that is concluded; drawn, asked, found, and partly rectified; and two clues.</summary>
internal static class InspectionExamples
{
    private const long Zhangzhai = 371522116000;

    public static readonly SeedStep Step = new(670, "Example samples, interviews and findings", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Sample>().AnyAsync(s => s.Remark == DemoSurvey.Mark, ct)) return;
        if (await db.Set<Inspection>().SingleOrDefaultAsync(p => p.Region == InspectionFacts.Hanji && p.Title == InspectionFacts.Title, ct) is not { } running) return;
        var settings = services.GetRequiredService<SettingsDirectory>();
        var today = services.GetRequiredService<Clock>().Today;
        var households = services.GetService<HouseholdKeys>();
        var writer = services.GetRequiredService<BulkWriter>();
        var context = new EffectContext(db, settings, new RowContext(today, UserIdentity.System)) { Households = households };
        await db.InTransactionAsync(
            async inner =>
            {
                var past = Past();
                db.Add(past);
                db.AddRange(DemoBank.Of(Zhangzhai, past.Year, DemoSurvey.Mark));
                db.AddRange(Clues());
                await db.SaveChangesAsync(inner);
                var problems = await FillAsync(running, "20200812", 30, 75, inner);
                problems.UnionWith(await FillAsync(past, "20200608", 25, 100, inner));
                await DemoProblemLife.LiveAsync(db, await db.Set<Problem>().Where(p => problems.Contains(p.Id)).OrderBy(p => p.FoundOn).ThenBy(p => p.Id).ToListAsync(inner), today, settings, inner);
                return 0;
            },
            ct);

        async Task<HashSet<long>> FillAsync(Inspection plan, string seed, int size, int percent, CancellationToken inner)
        {
            var range = RegionKey.Subtree(plan.Region);
            var homes = households is null ? [] : await households(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi && h.EndedOn == null).OrderBy(h => h.Id).ToListAsync(inner);
            if (homes.Count == 0) return [];
            var (samples, frozen) = DemoSurvey.Draw(plan, homes, seed, size, 5);
            DemoSurvey.Replace(samples);
            var interviews = DemoSurvey.Interviews(samples, percent, today);
            db.Add(frozen);
            await db.SaveChangesAsync(inner);
            await WriteAsync(samples, inner);
            await WriteAsync(interviews, inner);
            var answers = DemoSurvey.Answers(interviews, await db.Set<Question>().AsNoTracking().Where(q => q.Region == plan.Region && q.Year == plan.Year).OrderBy(q => q.Number).ToListAsync(inner)).ToList();
            await WriteAsync(answers, inner);
            var asked = await AnswerFindings.OfAsync(answers, context, inner);
            await WriteAsync(asked, inner);
            var looked = DemoFindings.Of(plan, [.. homes.Select(h => h.Region).Distinct().Order()], asked.Count + 1, today).ToList();
            await WriteAsync(looked, inner);
            var opened = (await FindingProblems.OfAsync([.. asked.Cast<InspectionFinding>(), .. looked], context, inner)).Select(w => w.Row).ToList();
            await WriteAsync(opened, inner);
            return [.. opened.Select(p => p.Id)];
        }

        Task WriteAsync(IReadOnlyList<LedgerRow> rows, CancellationToken inner) => writer.WriteAsync(db, [.. rows.Select(r => new RowWrite(r, null))], null, inner);
    }

    private static Inspection Past() => new()
    {
        Region = Zhangzhai,
        Title = "上半年扶贫工作督查",
        Year = 2020,
        Kind = "日常督查",
        StartsOn = new DateOnly(2020, 6, 8),
        EndsOn = new DateOnly(2020, 6, 24),
        Organiser = "县扶贫办",
        Partners = "县财政局、县农业农村局",
        Leader = "郑某",
        Teams = "第一组：周某、吴某；第二组：郑某、冯某",
        Extent = "全镇",
        Topics = "项目建设,资金使用,收益分配,政策知晓,扶贫手册,两不愁三保障",
        Conclusion = "政策落实总体到位；手册填写、资金公示需要规范，问题已交办。",
        Remark = DemoSurvey.Mark,
    };

    private static IEnumerable<Clue> Clues() =>
    [
        new()
        {
            Region = InspectionFacts.Hanji,
            Number = "示例-2020-01",
            ReceivedOn = new DateOnly(2020, 8, 18),
            Source = "督查发现",
            Plan = InspectionFacts.Title,
            Person = "某村干部",
            Post = "村委会委员",
            Kind = "优亲厚友",
            Content = "入户时有群众反映，公益岗推荐没有开会，上岗的是他的亲属。",
            Disposal = "初步核实",
            Handler = "周某",
            DueOn = new DateOnly(2020, 9, 18),
            Remark = DemoSurvey.Mark,
        },
        new()
        {
            Region = InspectionFacts.Hanji,
            Number = "示例-2020-02",
            ReceivedOn = new DateOnly(2020, 7, 6),
            Source = "群众信访",
            Person = "某施工队负责人",
            Kind = "虚报冒领",
            Content = "反映改造用料多报，实际只用了一半水泥。",
            Amount = 1_860_00,
            Disposal = "予以了结",
            Handler = "吴某",
            DoneOn = new DateOnly(2020, 7, 28),
            Result = "核对用料清单和现场，数量相符，向反映人作了说明。",
            Remark = DemoSurvey.Mark,
        },
    ];
}
