using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Data.Seeding;

namespace PovertyDashboard.Features.Proposals.Demo;

/// <summary>
/// What the page tells of the office's proposals (S2): on 居住条件, 环境卫生 and 节日关怀. It names no town, date or result, so the place and days are those of
/// the demo town and what became of them is 示例.
/// </summary>
internal static class ProposalFacts
{
    private const long Zhangzhai = 371522116000;

    private const string Told = "方面据公开报道；地点、日期和结果为示例";

    public static readonly SeedStep Step = new(160, "Proposals of the page", DemoOnly: true, AddAsync);

    private static async Task AddAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(ct);
        if (await db.Set<Proposal>().AnyAsync(p => p.Remark == Told, ct)) return;
        db.AddRange(
            Row(new(2020, 6, 15), "改善贫困户居住条件", "居住条件", "逐户查看房顶、门窗，需要修缮的列入计划", "先修漏雨的房顶和破损的门窗", new(2020, 7, 31), new(2020, 7, 28), "列入计划的户已经修缮"),
            Row(new(2020, 7, 6), "整治村内和院内环境卫生", "环境卫生", "进村入户帮助清扫，集中清理房前屋后", "每周一次，帮扶责任人和村干部一起清扫", new(2020, 8, 20), null, ""),
            Row(new(2020, 8, 17), "中秋节前走访慰问", "节日关怀", "节日前逐户走访，了解困难，送去慰问", "", null, null, ""));
        await db.SaveChangesAsync(ct);
    }

    private static Proposal Row(DateOnly on, string title, string field, string content, string steps, DateOnly? due, DateOnly? done, string result) => new()
    {
        Region = Zhangzhai,
        RaisedOn = on,
        Title = title,
        Field = field,
        Content = content,
        Proposer = "扶贫办",
        IsAdopted = due is null ? null : true,
        DecidedOn = due is null ? null : on.AddDays(3),
        Owner = due is null ? "" : "赵某",
        Steps = steps,
        DueOn = due,
        DoneOn = done,
        Result = result,
        Remark = Told,
    };
}
