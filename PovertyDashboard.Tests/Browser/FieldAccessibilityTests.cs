using Microsoft.Playwright;
using PovertyDashboard.Features.Checklists;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>The inspector's page for one thumb: axe finds nothing, every target is at least 44 px, nothing stands out at the side.</summary>
public sealed class FieldAccessibilityTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    /// <summary>What can be tapped and is smaller than 44 by 44 px; a file's input is tapped by its label.</summary>
    private const string SmallTargets = """
        () => [...document.querySelectorAll("a[href], button, input, textarea, summary, label.add")]
            .filter((n) => !n.classList.contains("sr-only") && n.checkVisibility())
            .map((n) => [n, n.getBoundingClientRect()])
            .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
            .map(([n, box]) => `${n.outerHTML.slice(0, 80)} ${Math.round(box.width)}x${Math.round(box.height)}`)
        """;

    [Theory]
    [InlineData(390, 844, false)]
    [InlineData(360, 640, false)]
    [InlineData(360, 640, true)]
    public async Task Every_view_is_usable_with_one_thumb(int width, int height, bool dark)
    {
        var phone = await FieldPhone.OpenAsync(site, "demo.inspector", new ViewportSize { Width = width, Height = height });
        var page = phone.Page;
        if (dark)
        {
            await page.EvaluateAsync("document.cookie = 'ui-theme=dark;path=/'");
            await page.ReloadAsync();
            await Expect(page.Locator("html[data-theme=dark] #field[data-interactive=true]")).ToHaveCountAsync(1);
        }

        await LookAsync(page, "round");
        await page.FillAsync("#find", "3715");
        await Expect(page.Locator(".field-list")).ToContainTextAsync("3715");
        await LookAsync(page, "search");
        await page.FillAsync("#find", "");
        await page.Locator(".field-list a").First.ClickAsync();
        await Expect(page.Locator(".field-list a").First).ToBeVisibleAsync();
        await LookAsync(page, "village");

        // A household with an open failure, a folded one, a photo that waits and is refused, and two answers that differ.
        var home = (await phone.UncheckedAsync(skip: width == 390 ? 10 : dark ? 11 : 12, count: 1))[0];
        await phone.GoAsync(home);
        await LookAsync(page, "unchecked household");
        await page.Context.SetOfflineAsync(true);
        await phone.TapAsync(0, CheckResult.Passed);
        await phone.TapAsync(1, CheckResult.NotApplicable);
        await phone.TapAsync(2, CheckResult.Failed);
        await phone.Card(2).Locator(".reason").First.ClickAsync();
        await phone.Card(2).Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "厨房.jpg", MimeType = "image/jpeg", Buffer = Attachments.TestPictures.Jpeg(400, 300) });
        await Expect(phone.Card(2).Locator(".photo")).ToHaveCountAsync(1);
        await LookAsync(page, "failed item without network");
        await phone.ElsewhereAsync("wu.mou", home, await ItemAsync(phone, 0), CheckResult.Failed, "垃圾杂物");
        await page.RouteAsync("**/checklists/photos*", route => route.FulfillAsync(new() { Json = new { reason = "照片：内容已损坏，读不出来。请重新拍照或选择照片。" } }));
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator(".clash")).ToHaveCountAsync(1);
        await Expect(page.Locator(".item .notice.error")).ToHaveCountAsync(1);
        await LookAsync(page, "conflict and refused photo");
        await page.Locator("details[data-menu] summary").ClickAsync();
        await LookAsync(page, "menu");
        await page.Context.CloseAsync();
    }

    private static async Task<long> ItemAsync(FieldPhone phone, int item) =>
        long.Parse((await phone.Card(item).GetAttributeAsync("id"))!["item-".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task LookAsync(IPage page, string view)
    {
        var small = await page.EvaluateAsync<string[]>(SmallTargets);
        Assert.True(small.Length == 0, $"{view}: {string.Join(" | ", small)}");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{view} stands out at the side.");
        Assert.Empty(await Axe.AllAsync(page, view));
    }
}
