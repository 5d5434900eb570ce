using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Settings;

namespace PovertyDashboard.Features.Proposals.Demo;

/// <summary>示例 proposals of the demo towns, and of each town that the verb <c>demo</c> reaches: some adopted and done, some late, some declined, some open.</summary>
internal static class ProposalExamples
{
    private const string Mark = "示例";

    private static readonly long[] Towns = [371590115000, 371591008000, 371590108000, 371522116000];

    private static readonly (string Title, string Field, string Steps, string Result)[] Texts =
    [
        ("修补村内破损小路", "居住条件", "社区统一施工，先修入户小路", "已铺好入户小路"),
        ("增设垃圾收集点", "环境卫生", "每片设一处收集点，公益岗每日清运", "收集点已启用"),
        ("重阳节看望高龄老人", "节日关怀", "包户干部登门看望", "已逐户看望"),
        ("光伏收益优先设公益岗", "产业就业", "收益先安排保洁、护路岗位", "已新设岗位"),
        ("政策明白纸送到户", "政策宣传", "走访时逐户发放并讲解", "已发放到户"),
        ("慢病老人送药上门", "健康服务", "村医每月送药一次", "已约定送药日期"),
    ];

    public static readonly SeedStep Step = new(670, "Example proposals", DemoOnly: true, AddAsync);

    public static readonly DemoSource Source = new(90, MoreAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Proposal>().AnyAsync(p => p.Remark == Mark, ct)) return;
        var today = services.GetRequiredService<Clock>().Today;
        db.AddRange(Towns.SelectMany((town, at) => OfTown(town, at, today)));
        await db.SaveChangesAsync(ct);
    }

    private static async Task<IReadOnlyList<LedgerRow>> MoreAsync(DemoBatch batch, CancellationToken ct)
    {
        var towns = batch.Places.Select(p => RegionKey.TownshipOf(p.Village)).Distinct().Order().ToList();
        var known = await batch.Db.Set<Proposal>().Where(p => towns.Contains(p.Region) && p.Remark == Mark).Select(p => p.Region).Distinct().ToListAsync(ct);
        return [.. towns.Except(known).SelectMany(town => OfTown(town, (int)(town / 1000 % 7), batch.Today))];
    }

    private static IEnumerable<Proposal> OfTown(long town, int at, DateOnly today) => Texts.Select((text, i) =>
    {
        var raised = today.AddDays(-75 + 13 * i - at);
        var (adopted, isDone) = ((bool?)((i + at) % 6 == 4 ? false : (i + at) % 6 == 5 ? null : true), (i + at) % 3 == 0);
        return new Proposal
        {
            Region = town,
            RaisedOn = raised,
            Title = text.Title,
            Field = text.Field,
            Content = text.Steps,
            Proposer = "扶贫办",
            IsAdopted = adopted,
            DecidedOn = adopted is null ? null : Earlier(raised.AddDays(4), today),
            Owner = adopted == true ? "孙某" : "",
            Steps = adopted == true ? text.Steps : "",
            DueOn = adopted == true ? raised.AddDays(30) : null,
            DoneOn = adopted == true && isDone ? Earlier(raised.AddDays(25), today) : null,
            Result = adopted == true && isDone ? text.Result : "",
            Remark = Mark,
        };
    });

    private static DateOnly Earlier(DateOnly day, DateOnly today) => day < today ? day : today;
}
