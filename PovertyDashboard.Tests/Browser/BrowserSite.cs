using Microsoft.Playwright;
using PovertyDashboard.Security.Accounts;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Browser;

/// <summary>The demo site on a port and one browser for a class of journeys; the browser stops before the site.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    public static readonly ViewportSize Desk = new() { Width = 1440, Height = 900 };

    public static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    private readonly TestSite _site = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public TestSite Site => _site;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Address = _site.StartOnPort();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(Chromium.Options());
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _site.DisposeAsync();
    }

    /// <summary>A page of a fresh browser profile, logged in as the demo account, standing on the address.</summary>
    public async Task<IPage> OpenAsync(string user, string path, ViewportSize size)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = Address, ViewportSize = size, Locale = "zh-CN", TimezoneId = "Asia/Shanghai", AcceptDownloads = true });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        if (user.Length > 0)
        {
            await page.GotoAsync("/login");
            await page.FillAsync("[name='Input.User']", user);
            await page.FillAsync("[name='Input.Password']", DemoAccounts.Password);
            await page.ClickAsync("form button[type=submit]");
            await page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
        }

        await GoAsync(page, path);
        return page;
    }

    /// <summary>Goes to the address and waits until the page is interactive.</summary>
    public static async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        if (path is not ("/login" or "/account/password")) await page.Locator("[data-interactive=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Waits until the page has its heading and nothing on it is still being read.</summary>
    public static async Task LoadedAsync(IPage page)
    {
        await page.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.Locator(".skeleton")).ToHaveCountAsync(0);
    }
}
