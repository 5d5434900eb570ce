using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PovertyDashboard.Tests.Browser;

/// <summary>axe on an open page; only what is wrong is collected, and of a long table some rows, since all are made by one template.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] };

    private static readonly AxeRunContext FirstRows = new() { Exclude = [new AxeSelector("tbody tr:nth-child(n+6)")] };

    public static async Task<IReadOnlyList<string>> AllAsync(IPage page, string view) => Lines(view, (await page.RunAxe(FirstRows, OnlyViolations)).Violations);

    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page, string view) =>
        Lines(view, (await page.RunAxe(FirstRows, OnlyViolations)).Violations.Where(v => v.Impact is "serious" or "critical"));

    private static List<string> Lines(string view, IEnumerable<AxeResultItem> items) =>
        [.. items.Select(v => $"{view} {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")];
}
