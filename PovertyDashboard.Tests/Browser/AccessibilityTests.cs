using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PovertyDashboard.Features.Checklists;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Security;

namespace PovertyDashboard.Tests.Browser;

/// <summary>axe finds nothing serious or critical on any page, on a desk and on a phone; the overview's picture goes into the README.</summary>
public sealed class AccessibilityTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private static readonly string[] Pages =
    [
        "/",
        "/ledgers/households",
        "/ledgers/members",
        "/ledgers/problems",
        "/ledgers/checks",
        "/ledgers/campaigns",
        "/remediation/board",
        "/checklists",
        "/checklists/templates",
        "/imports",
        "/todo",
        "/help",
        "/checklists/rounds",
        "/checklists/1/ranking",
        "/ledgers/trainings",
        "/ledgers/sign-ins",
        "/ledgers/rounds",
        "/problems/1",
        "/admin/dictionary",
    ];

    private static readonly string[] AdminPages =
    [
        "/admin",
        "/admin/users",
        "/admin/regions",
        "/admin/regions?place=371590115299",
        "/admin/settings",
        "/admin/code-lists?list=problem-category",
        "/admin/dictionary?ledger=problems",
        "/admin/audit",
    ];

    private static readonly string[] ClinicPages = ["/clinics", "/clinics/1", "/clinics/plans/1", "/ledgers/clinics", "/ledgers/clinic-records", "/ledgers/follow-ups", "/ledgers/health-talks"];

    public static TheoryData<string, string> Visits()
    {
        var visits = new TheoryData<string, string>();
        foreach (var size in new[] { "desk", "phone" })
        {
            visits.Add("-", size);
            visits.Add("demo.office", size);
            visits.Add("demo.inspector", size);
            visits.Add("demo.clinic", size);
            visits.Add("demo.admin", size);
        }

        return visits;
    }

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task No_page_has_a_serious_violation(string user, string size)
    {
        var page = await site.OpenAsync(user == "-" ? "" : user, "/login", size == "desk" ? BrowserSite.Desk : BrowserSite.Phone);
        var faults = new List<string>();
        foreach (var path in user switch { "-" => ["/login"], "demo.inspector" => await FieldPagesAsync(), "demo.clinic" => ClinicPages, "demo.admin" => AdminPages, _ => Pages })
        {
            await BrowserSite.GoAsync(page, path);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var result = await page.RunAxe();
            faults.AddRange(result.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{path} {v.Id}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_big_screen_has_no_serious_violation()
    {
        var page = await site.OpenAsync("demo.leader", "/screen", new ViewportSize { Width = 1920, Height = 1080 });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var result = await page.RunAxe();
        Assert.DoesNotContain(result.Violations, v => v.Impact is "serious" or "critical");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_overview_fits_its_window_and_is_pictured_for_the_readme()
    {
        var page = await site.OpenAsync("demo.leader", "/", BrowserSite.Desk);
        await page.Locator("canvas").First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(BrowserSite.Desk.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        var picture = await page.ScreenshotAsync();
        Assert.True(picture.Length > 50_000);
        // Only where asked: a test run must not change the work tree.
        if (Environment.GetEnvironmentVariable("README_PICTURE") is { Length: > 0 } path) await File.WriteAllBytesAsync(path, picture);
        await page.Context.CloseAsync();
    }

    /// <summary>The pages of the field: a household's check and its file.</summary>
    private Task<string[]> FieldPagesAsync() => site.Site.InStoreAsync<string[]>(UserIdentity.System, async db =>
    {
        var campaign = await db.Set<Campaign>().Where(c => c.Region == 371590115000).Select(c => c.Id).FirstAsync();
        var household = await db.Set<Household>().Where(h => h.Region == 371590115237).OrderBy(h => h.Id).Select(h => h.Id).FirstAsync();
        return [$"/checklists/{campaign}", $"/checklists/{campaign}/field", $"/checklists/{campaign}/households/{household}", $"/households/{household}"];
    });
}
