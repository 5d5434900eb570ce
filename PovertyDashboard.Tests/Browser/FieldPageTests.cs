using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>The ways to the phone's page and back, and what its browser keeps.</summary>
public sealed class FieldPageTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task Staff_begin_on_the_campaign_s_page_and_find_the_phone_s_page_and_the_desk_s_from_each_other()
    {
        var page = await site.OpenAsync("demo.office", $"/checklists?region={FieldPhone.Hanji}", BrowserSite.Desk);
        await page.Locator(".campaign-head a.btn.main").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "手机检查" }).ClickAsync();
        await page.WaitForURLAsync("**/field");
        await page.Locator(".field-list a").First.ClickAsync();
        await page.Locator(".field-list a").First.ClickAsync();
        var name = await page.Locator(".who h2").InnerTextAsync();
        await page.Locator("details[data-menu] summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "联网入户页" }).ClickAsync();
        await page.Locator("[data-interactive=true] .who").First.WaitForAsync();
        await Expect(page.Locator(".who h2")).ToHaveTextAsync(name);
        await page.Locator("details[data-menu] summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "手机检查" }).ClickAsync();
        await page.WaitForURLAsync("**/field#household=*");
        await Expect(page.Locator(".who h2")).ToHaveTextAsync(name);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_campaign_s_card_leads_to_the_phone_s_page_and_what_is_kept_holds_no_name()
    {
        var phone = await FieldPhone.OpenAsync(site, "demo.inspector");
        var page = phone.Page;
        await BrowserSite.GoAsync(page, "/checklists");
        await page.Locator(".campaign-head a.btn.main").First.ClickAsync();
        await page.WaitForURLAsync("**/field");
        await Expect(phone.Root).ToHaveAttributeAsync("data-interactive", "true");
        var kept = await page.EvaluateAsync<string[]>("async () => { const all = []; for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) all.push(new URL(request.url).pathname); return all; }");
        Assert.Contains("/checklists/field", kept);
        Assert.All(kept, path => Assert.Matches(@"^/(checklists/field|(js|css)/.*|favicon.*)$", path));
        var text = await page.EvaluateAsync<string>("async () => (await caches.match('/checklists/field')).text()");
        var home = (await phone.UncheckedAsync(skip: 0, count: 1))[0];
        Assert.DoesNotContain(home.HeadName, text, StringComparison.Ordinal);
        Assert.DoesNotContain("demo.inspector", text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
