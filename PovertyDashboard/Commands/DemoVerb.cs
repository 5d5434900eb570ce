using System.CommandLine;
using PovertyDashboard.Data.Seeding;

namespace PovertyDashboard.Commands;

/// <summary><c>demo --households N</c>: synthetic linked data in every ledger, through BulkWriter.</summary>
internal static class DemoVerb
{
    // The running numbers of synthetic households have six digits and end below those of the demo store.
    private const int Most = 800_000;

    private static readonly Option<int> Households = new("--households") { Description = "要增加的户数", Required = true };
    private static readonly Option<int> Seed = new("--seed") { Description = "随机种子；同样的种子在同样的库上得到同样的数据", DefaultValueFactory = _ => 1 };

    public static VerbCommand Command => new(new Command("demo", "增加虚构的演示数据：先张寨镇，再莘县，再全市") { Households, Seed }, RunAsync);

    private static async Task<int> RunAsync(ParseResult parse, VerbContext context, CancellationToken ct)
    {
        var count = parse.GetValue(Households);
        if (count is < 1 or > Most)
        {
            await context.Error.WriteLineAsync($"--households：{count} 不对。请填写 1 到 {Most} 之间的整数。");
            return Verbs.Failed;
        }

        var progress = new Progress<int>(done => context.Error.WriteLine($"已增加 {done} / {count} 户"));
        var written = await context.Services.GetRequiredService<DemoTown>().AddAsync(count, parse.GetValue(Seed), progress, ct);
        await context.Out.WriteLineAsync("已增加：" + string.Join('、', written.Select(w => $"{w.Key} {w.Value} 行")));
        return Verbs.Done;
    }
}
