using System.CommandLine;
using PovertyDashboard.Data.Seeding;

namespace PovertyDashboard.Commands;

/// <summary><c>demo --households N</c>: synthetic linked data in every ledger, through BulkWriter.</summary>
internal static class DemoVerb
{
    // The running numbers of synthetic households have six digits and end below those of the demo store.
    private const int Most = 800_000;

    private static readonly Option<int> Households = VerbOptions.Number("--households", "要增加的户数", 1, Most, normally: null);
    private static readonly Option<int> Seed = VerbOptions.Number("--seed", "随机种子，不写则为 1；同样的种子在同样的库上得到同样的数据", 0, 1_000_000_000, normally: 1);
    private static readonly Option<bool> Json = VerbOptions.Json();

    public static VerbCommand Command => new(new Command("demo", "给各台账增加虚构的、互相关联的演示数据：先张寨镇，再莘县，再全市") { Households, Seed, Json }, RunAsync)
    {
        Examples = ["demo --households 500 --seed 7"],
    };

    private static async Task<int> RunAsync(ParseResult parse, VerbContext context, CancellationToken ct)
    {
        var (count, seed) = (parse.GetValue(Households), parse.GetValue(Seed));
        var added = await context.Services.GetRequiredService<DemoTown>().AddAsync(count, seed, new Lines(context.Error, count), ct);
        await context.Out.WriteLineAsync(parse.GetValue(Json)
            ? VerbJson.Of(new { households = count, seed, ledgers = added.Select(a => new { ledger = a.Ledger.Key, title = a.Ledger.Title, rows = a.Rows }) })
            : string.Join(Environment.NewLine, added.Where(a => a.Rows > 0).Select(a => $"{a.Ledger.Title}\t增加 {a.Rows} {a.Ledger.Unit}\t{a.Ledger.Key}")));
        return Verbs.Done;
    }

    /// <summary>One line on stderr for each batch, in order.</summary>
    private sealed class Lines(TextWriter error, int count) : IProgress<int>
    {
        public void Report(int value) => error.WriteLine($"已增加 {value} / {count} 户");
    }
}
