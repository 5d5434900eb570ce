using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Security;
using static Microsoft.Playwright.Assertions;

namespace PovertyDashboard.Tests.Browser;

/// <summary>An inspector's phone standing on the page of the campaign of 韩集镇 in the demo store.</summary>
internal sealed class FieldPhone(BrowserSite site, IPage page, long campaign)
{
    public const long Hanji = 371590115000;

    public static readonly ViewportSize Small = new() { Width = 360, Height = 640 };

    public IPage Page { get; } = page;

    public long Campaign { get; } = campaign;

    public ILocator Root => Page.Locator("#field");

    /// <summary>Logs in, opens the page and waits until it would open without network too.</summary>
    public static async Task<FieldPhone> OpenAsync(BrowserSite site, string user, ViewportSize? size = null)
    {
        // A busy machine is no failure.
        SetDefaultExpectTimeout(30_000);
        var campaign = await site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Campaign>().Where(c => c.Region == Hanji).Select(c => c.Id).FirstAsync());
        var page = await site.OpenAsync(user, $"/checklists/{campaign}/field", size ?? BrowserSite.Phone);
        var phone = new FieldPhone(site, page, campaign);
        await Expect(phone.Root).ToHaveAttributeAsync("data-kept", "true");
        return phone;
    }

    /// <summary>Households of the town without a check, in the page's order, but for the first so many.</summary>
    public Task<List<Household>> UncheckedAsync(int skip, int count) => site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Household>().AsNoTracking()
        .Where(h => h.Region > Hanji && h.Region < Hanji + 1000 && !db.Set<Check>().Any(c => c.HouseholdId == h.Id)).OrderBy(h => h.Id).Skip(skip).Take(count).ToListAsync());

    public Task<List<Check>> ChecksOfAsync(IReadOnlyCollection<long> households) => site.Site.InStoreAsync(UserIdentity.System, db => db.Set<Check>().AsNoTracking().Include(c => c.Answers)
        .Where(c => c.HouseholdId != null && households.Contains(c.HouseholdId.Value)).ToListAsync());

    public async Task GoAsync(Household household)
    {
        await Page.EvaluateAsync("hash => { location.hash = hash; }", $"household={household.Id.ToString(CultureInfo.InvariantCulture)}");
        await Expect(Page.Locator(".who h2")).ToHaveTextAsync(household.HeadName);
        await Expect(Page.Locator(".who")).ToContainTextAsync(household.Number);
    }

    public ILocator Card(int item) => Page.Locator("article.item").Nth(item);

    /// <summary>Opens the item's card where it is folded, and taps the answer.</summary>
    public async Task TapAsync(int item, string result)
    {
        var card = Card(item);
        if (await card.Locator("button.fold").CountAsync() > 0) await card.Locator("button.fold").ClickAsync();
        await card.Locator("button.answer", new() { HasTextRegex = new($"^{result}$") }).ClickAsync();
        await Expect(card).ToContainTextAsync(result);
    }

    public Task ExpectUnsentAsync(int count) => Expect(Root).ToHaveAttributeAsync("data-unsent", count.ToString(CultureInfo.InvariantCulture));

    /// <summary>A tick of somebody else, as his own page would store it.</summary>
    public Task<TickOutcome> ElsewhereAsync(string user, Household household, long item, string result, string reasons = "") => site.Site.AsAsync(
        new UserIdentity(user, user, [Roles.Inspector], RegionScope.Of([Hanji])),
        services => services.GetRequiredService<CheckService>().TickAsync(new CheckTick(Campaign, household.Id, item, null, 0, result, reasons), CancellationToken.None));
}
