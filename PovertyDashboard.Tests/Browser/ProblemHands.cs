using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PovertyDashboard.Loop;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>Somebody who stands on the page of a problem and does what its buttons offer him.</summary>
internal sealed class ProblemHands(IPage page)
{
    private static readonly Regex Closers = new("^\\s*(核验|村核验|销号)\\s*$");

    public static async Task<ProblemHands> OpenAsync(BrowserSite site, string user, Problem problem) =>
        new(await site.OpenAsync(user, $"/problems/{problem.Id}", BrowserSite.Desk));

    /// <summary>Presses the button, fills the dialog's fields (id and text) and confirms.</summary>
    public async Task ActAsync(string button, string verb, params (string Id, string Text)[] fields)
    {
        await page.Locator(".problem-page").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        var dialog = page.Locator(".mud-dialog");
        foreach (var (id, text) in fields) await dialog.Locator($"#{id}").FillAsync(text);
        await dialog.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>The chip in the head of the page, which says 待核验 for short.</summary>
    public Task ExpectStateAsync(string state) =>
        Expect(page.Locator(".problem-page .chip").First).ToHaveTextAsync(new Regex($"^\\s*{(state == ProblemState.Verifying ? "待核验" : state)}\\s*$"));

    public Task ExpectTextAsync(string text) => Expect(page.Locator(".problem-page")).ToContainTextAsync(text);

    /// <summary>The page offers him no way to verify or close.</summary>
    public Task ExpectNoCloserAsync() => Expect(page.Locator(".problem-page button", new() { HasTextRegex = Closers })).ToHaveCountAsync(0);

    public Task ExpectCloserAsync() => Expect(page.Locator(".problem-page button", new() { HasTextRegex = Closers })).Not.ToHaveCountAsync(0);

    public Task CloseAsync() => page.Context.CloseAsync();
}
