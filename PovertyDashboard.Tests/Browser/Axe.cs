using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PovertyDashboard.Tests.Browser;

/// <summary>axe on an open page; only what is wrong is collected, which takes half the time.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] };

    public static async Task<IReadOnlyList<string>> AllAsync(IPage page, string view) => Lines(view, (await page.RunAxe(OnlyViolations)).Violations);

    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page, string view) =>
        Lines(view, (await page.RunAxe(OnlyViolations)).Violations.Where(v => v.Impact is "serious" or "critical"));

    private static List<string> Lines(string view, IEnumerable<AxeResultItem> items) =>
        [.. items.Select(v => $"{view} {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")];
}
