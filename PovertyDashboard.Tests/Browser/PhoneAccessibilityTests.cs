namespace PovertyDashboard.Tests.Browser;

/// <summary>axe finds nothing serious or critical on any page on a phone.</summary>
public sealed class PhoneAccessibilityTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [MemberData(nameof(VisitedPages.Visitors), MemberType = typeof(VisitedPages))]
    public async Task No_page_has_a_serious_violation(string user) => Assert.Empty(await VisitedPages.FaultsAsync(site, user, BrowserSite.Phone));
}
