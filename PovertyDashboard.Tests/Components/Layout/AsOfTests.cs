using System.Net;
using System.Text.RegularExpressions;
using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Components.Layout;

/// <summary>The one as-of date of the store is said on every page, by the frame around them.</summary>
public sealed class AsOfTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("demo.office", "/", "/todo", "/imports", "/households/1", "/checklists/templates", "/jobs/wages", "/jobs/attendance", "/ledgers/holders", "/help")]
    [InlineData("demo.clinic", "/clinics", "/clinics/1", "/clinics/plans/1")]
    [InlineData("demo.admin", "/admin", "/admin/users", "/admin/audit")]
    public async Task Every_page_says_at_which_day_the_store_stands(string user, params string[] pages)
    {
        using var client = await site.LoggedInAsync(user);
        foreach (var page in pages)
        {
            var text = WebUtility.HtmlDecode(await client.GetStringAsync(page));
            Assert.True(Regex.IsMatch(text, "class=\"as-of[^>]*>数据截至 2020-08-31<"), page);
        }
    }
}
