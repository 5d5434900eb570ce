using Microsoft.Playwright;
using PovertyDashboard.Tests.Browser;

namespace PovertyDashboard.Tests.Security;

/// <summary>What the policy of the browser and the end of an idle login do to open pages.</summary>
public sealed class OpenPageTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private static readonly TimeSpan AlmostIdle = TimeSpan.FromMinutes(29), Idle = TimeSpan.FromMinutes(31);

    [Fact]
    public async Task Pages_work_under_the_content_policy()
    {
        var page = await site.OpenAsync("", "/login", BrowserSite.Desk);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        await page.ReloadAsync();
        await page.FillAsync("[name='Input.User']", "demo.office");
        await page.FillAsync("[name='Input.Password']", PovertyDashboard.Security.Accounts.DemoAccounts.Password);
        await page.ClickAsync("form button[type=submit]");
        foreach (var path in new[] { "/", "/ledgers/households", "/imports" }) await BrowserSite.GoAsync(page, path);
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_idle_page_warns_and_then_leads_to_the_login_and_back()
    {
        var page = await site.OpenAsync("demo.office", "/imports", BrowserSite.Desk);
        await BeIdleAsync(page, AlmostIdle);
        var notice = page.Locator("#session-notice");
        await notice.WaitForAsync();
        Assert.Contains("2 分钟后自动退出", await notice.InnerTextAsync(), StringComparison.Ordinal);
        await page.ClickAsync("#session-stay");
        await notice.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        await BeIdleAsync(page, Idle);
        await page.WaitForURLAsync(url => url.Contains("/login?idle=1", StringComparison.Ordinal));
        Assert.Contains("30 分钟没有操作，已自动退出。", await page.InnerTextAsync(".notice.error"), StringComparison.Ordinal);
        Assert.Equal("/imports", await page.InputValueAsync("[name=ReturnUrl]"));
        await page.GotoAsync("/imports");
        Assert.Contains("/login?returnUrl=%2Fimports", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    /// <summary>As if the last input had been so long ago.</summary>
    private static async Task BeIdleAsync(IPage page, TimeSpan time) =>
        await page.EvaluateAsync("ms => localStorage.setItem('session-last-input', Date.now() - ms)", time.TotalMilliseconds);
}
