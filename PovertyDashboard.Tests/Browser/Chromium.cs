using Microsoft.Playwright;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Browser;

/// <summary>
/// Finds the browser for the browser tests: CHROMIUM_PATH, the usual places, else provides one
/// (apt as root on Debian, else Playwright's own installer); never skips.
/// </summary>
internal static class Chromium
{
    private const string Help = "No Chromium for the browser tests: set CHROMIUM_PATH to a Chromium or Chrome, or install one (Debian: apt-get install chromium fonts-noto-cjk).";

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The executable, or null where Playwright's own browser is to be used.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } asked)
            return File.Exists(asked) ? asked : throw new InvalidOperationException($"CHROMIUM_PATH names {asked}, which does not exist.");
        if (UsualPlaces.FirstOrDefault(File.Exists) is { } found) return found;
        if (DebianPackages.Install("chromium fonts-noto-cjk", Help)) return UsualPlaces.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(Help);

        return Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0 ? null : throw new InvalidOperationException(Help);
    }

    public static BrowserTypeLaunchOptions Options() => new()
    {
        ExecutablePath = Find(),
        Headless = true,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ],
    };
}
