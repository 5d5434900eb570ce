using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PovertyDashboard.Tests.Browser;

/// <summary>
/// axe on an open page; only what is wrong is collected, and of a long table some rows, since all are made by one template. It is run in the
/// page itself: its own runner opens a second page to put the results of frames together, and we have none.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async () => JSON.stringify((await axe.run({ exclude: [["tbody tr:nth-child(n+6)"]] }, { resultTypes: ["violations"] }))
            .violations.map(v => ({ id: v.id, impact: v.impact, nodes: v.nodes.map(n => n.html) })))
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task<IReadOnlyList<string>> AllAsync(IPage page, string view) => Lines(view, await ViolationsAsync(page));

    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page, string view) =>
        Lines(view, (await ViolationsAsync(page)).Where(v => v.Impact is "serious" or "critical"));

    private static async Task<Violation[]> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        return JsonSerializer.Deserialize<Violation[]>(await page.EvaluateAsync<string>(Run), JsonSerializerOptions.Web)!;
    }

    private static List<string> Lines(string view, IEnumerable<Violation> violations) =>
        [.. violations.Select(v => $"{view} {v.Id}: {string.Join(" | ", v.Nodes.Take(3))}")];

    private sealed record Violation(string Id, string Impact, string[] Nodes);
}
