using System.CommandLine;
using PovertyDashboard.Live;

namespace PovertyDashboard.Commands;

/// <summary><c>verify</c>: integrity, foreign keys, totals against rows, audit chain; exit 1 if anything is wrong.</summary>
internal static class VerifyVerb
{
    private static readonly Option<bool> Json = VerbOptions.Json();

    public static VerbCommand Command => new(new Command("verify", "检查数据库：完整性、外键、汇总与明细、审计链") { Json }, RunAsync) { Examples = ["verify"] };

    private static async Task<int> RunAsync(ParseResult parse, VerbContext context, CancellationToken ct)
    {
        var faults = await ActivatorUtilities.CreateInstance<StoreVerification>(context.Services).FaultsAsync(ct);
        await context.Out.WriteLineAsync(parse.GetValue(Json)
            ? VerbJson.Of(new { ok = faults.Count == 0, faults })
            : faults.Count == 0 ? "检查通过：完整性、外键、汇总、审计链均无问题。" : string.Join(Environment.NewLine, faults));
        if (faults.Count == 0) return Verbs.Done;
        return await context.FailAsync($"发现 {faults.Count} 处问题，没有改动数据。请停止网站、备份数据库，再联系维护人员。");
    }
}
